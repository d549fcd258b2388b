package tradecredit.inquiry;

import tradecredit.note.NoteDocument;
import tradecredit.note.NoteEntry;

/**
 * An entry of the note and what it records.
 *
 * @param entry the entry
 * @param document the note, a payment or the return of one
 */
public record NoteRecord(NoteEntry entry, NoteDocument document) {}
