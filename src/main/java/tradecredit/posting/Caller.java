package tradecredit.posting;

/**
 * Who submits a posting.
 *
 * @param party the party (or group) it acts for; keys are scoped to it
 * @param principal its name, as entries and decisions carry it
 */
public record Caller(String party, String principal) {}
