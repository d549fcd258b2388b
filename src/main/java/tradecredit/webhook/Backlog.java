package tradecredit.webhook;

/**
 * What an endpoint has not been told.
 *
 * @param unread events of its accounts that were not sent round to it yet, whether it wants them or
 *     not
 * @param waiting deliveries that wait for their first attempt
 * @param failing deliveries that wait for another one
 * @param givenUp deliveries that were given up, those that were swept since included
 */
public record Backlog(long unread, long waiting, long failing, long givenUp) {}
