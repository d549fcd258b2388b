package tradecredit.inquiry;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can be asked of the promissory note. Each call is one consistent reading. */
public interface NoteInquiries {

  /** The note on a day, {@code asOf} null being the business date; nothing until it is recorded. */
  Optional<NoteReading> note(@Nullable LocalDate asOf);

  /** The payment that an entry records; nothing where it records none, or is not there. */
  Optional<NoteRecord> payment(long sequence);

  /** A page of its entries in the order of their sequence, with what each records. */
  Slice<NoteRecord> entries(long after, int limit);
}
