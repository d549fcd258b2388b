package tradecredit.inquiry;

import tradecredit.note.NoteDocument;
import tradecredit.note.NoteEntry;

/**
 * An entry of the note and what it records.
 *
 * @param entry the entry
 * @param document the note or the payment
 */
public record NoteRecord(NoteEntry entry, NoteDocument document) {}
