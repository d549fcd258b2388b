package tradecredit.inquiry;

import java.time.LocalDate;
import tradecredit.aging.Aging;

/**
 * An aging and the moment of the book it was read at.
 *
 * @param asOf the day
 * @param sequence the last entry when it was read
 * @param aging the figures
 */
public record AgingReading(LocalDate asOf, long sequence, Aging aging) {}
