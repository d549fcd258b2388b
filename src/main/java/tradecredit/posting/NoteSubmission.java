package tradecredit.posting;

import tradecredit.note.NoteRequest;

/**
 * One request to the agreement's promissory note.
 *
 * @param caller who submits it
 * @param key its idempotency key, of the agreement
 * @param digest of method, path, content type and canonical payload
 * @param request what is asked
 */
public record NoteSubmission(
    Caller caller, IdempotencyKey key, String digest, NoteRequest request) {}
