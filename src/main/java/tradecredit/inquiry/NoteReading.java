package tradecredit.inquiry;

import java.time.LocalDate;
import tradecredit.note.NoteEntry;
import tradecredit.note.NoteFigures;
import tradecredit.note.PromissoryNote;

/**
 * The note and the moment of the book it was read at.
 *
 * @param note as recorded
 * @param recorded the entry that recorded it
 * @param sequence the last entry when it was read
 * @param businessDate the book's today when it was read
 * @param figures what is due, paid and late on the day that was asked
 */
public record NoteReading(
    PromissoryNote note,
    NoteEntry recorded,
    long sequence,
    LocalDate businessDate,
    NoteFigures figures) {}
