package tradecredit.http.note;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import tradecredit.agreement.Agreement;
import tradecredit.agreement.PromissoryNoteTerms;
import tradecredit.http.wire.ApiSchemas;
import tradecredit.inquiry.NoteReading;
import tradecredit.note.Instalment;
import tradecredit.note.NoteEntry;
import tradecredit.note.NoteFigures;
import tradecredit.note.NoteOutcome;
import tradecredit.note.PromissoryNote;

/**
 * The promissory note on a day. Always {@code paid + unpaid = principal}.
 *
 * @param agreementId which agreement
 * @param clause the clause it is promised in
 * @param maker who owes it
 * @param payee to whom
 * @param currency ISO 4217
 * @param date the note's date
 * @param principal the sum that was recorded
 * @param asOf the day
 * @param businessDate the book's today
 * @param sequence the last entry of the note
 * @param paid the payments that count on the day: received, and not returned
 * @param unpaid the rest of the principal
 * @param due of it, what fell due on or before the day
 * @param late of that, what fell due before the day
 * @param instalments each by itself
 * @param recordedAt when it was recorded
 * @param recordedBy by whom
 */
@Serdeable
@Schema(name = "PromissoryNote")
public record PromissoryNoteBody(
    String agreementId,
    int clause,
    String maker,
    String payee,
    @ApiSchemas.Currency String currency,
    LocalDate date,
    @ApiSchemas.Amount String principal,
    LocalDate asOf,
    LocalDate businessDate,
    long sequence,
    @ApiSchemas.Amount String paid,
    @ApiSchemas.Amount String unpaid,
    @ApiSchemas.Amount String due,
    @ApiSchemas.Amount String late,
    List<InstalmentBody> instalments,
    Instant recordedAt,
    String recordedBy) {

  /**
   * An instalment on a day.
   *
   * @param number which one, from 1
   * @param dueDate when it falls due
   * @param amount what is due then
   * @param paid what counts as paid on it on the day
   * @param unpaid the rest
   * @param status {@code paid}; else {@code notDue} before the due date, {@code due} on it, {@code
   *     late} after it
   * @param daysLate days since its due date while it is late, else 0
   */
  @Serdeable
  @Schema(name = "Instalment")
  public record InstalmentBody(
      int number,
      LocalDate dueDate,
      @ApiSchemas.Amount String amount,
      @ApiSchemas.Amount String paid,
      @ApiSchemas.Amount String unpaid,
      @Schema(
              type = "string",
              allowableValues = {"paid", "notDue", "due", "late"})
          String status,
      long daysLate) {

    static InstalmentBody of(NoteFigures.InstalmentFigures figures) {
      Instalment instalment = figures.instalment();
      return new InstalmentBody(
          instalment.number(),
          instalment.dueDate(),
          instalment.amount().toString(),
          figures.paid().toString(),
          figures.unpaid().toString(),
          figures.status().wireName(),
          figures.daysLate());
    }
  }

  /** The note as it was recorded: on the business date of that day, nothing paid. */
  static PromissoryNoteBody recorded(
      Agreement agreement,
      PromissoryNoteTerms terms,
      NoteOutcome.Posted outcome,
      PromissoryNote note) {
    NoteEntry entry = outcome.entry();
    NoteFigures figures = NoteFigures.of(note, Map.of(), entry.businessDate());
    NoteReading reading =
        new NoteReading(note, entry, entry.sequence(), entry.businessDate(), figures);
    return of(agreement, terms, reading);
  }

  static PromissoryNoteBody of(
      Agreement agreement, PromissoryNoteTerms terms, NoteReading reading) {
    NoteFigures figures = reading.figures();
    return new PromissoryNoteBody(
        agreement.id().value(),
        terms.clause(),
        terms.maker().value(),
        terms.payee().value(),
        agreement.currency().getCurrencyCode(),
        reading.note().date(),
        reading.note().principal().toString(),
        figures.asOf(),
        reading.businessDate(),
        reading.sequence(),
        figures.paid().toString(),
        figures.unpaid().toString(),
        figures.due().toString(),
        figures.late().toString(),
        figures.instalments().stream().map(InstalmentBody::of).toList(),
        reading.recorded().recordedAt(),
        reading.recorded().recordedBy());
  }
}
