package tradecredit.webhook;

/**
 * What an endpoint has not been told.
 *
 * @param unread events of its accounts that were not sent round to it yet, whether it wants them or
 *     not
 * @param waiting deliveries that wait for the first attempt since they were made, or begun anew
 * @param failing deliveries of which an attempt has failed since then, and that wait for another
 * @param givenUp deliveries that were given up, those that were swept since included, and events
 *     that were given up without a delivery
 */
public record Backlog(long unread, long waiting, long failing, long givenUp) {}
