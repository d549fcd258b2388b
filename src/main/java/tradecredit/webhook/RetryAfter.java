package tradecredit.webhook;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The {@code Retry-After} of an answer (RFC 9110, section 10.2.3): seconds, or a date of HTTP. */
final class RetryAfter {

  private static final Pattern SECONDS = Pattern.compile("[0-9]+");

  /** Longer than any limit; what is longer still counts as this. */
  private static final BigInteger LONGEST = BigInteger.valueOf(Integer.MAX_VALUE);

  /** A year of two digits lies no further ahead than this (RFC 9110, section 5.6.7). */
  private static final int YEARS_AHEAD = 50;

  /** As {@code asctime()} of C writes a date: {@code Sun Nov 6 08:49:37 1994}. */
  private static final DateTimeFormatter OF_C =
      DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss uuuu", Locale.US).withZone(ZoneOffset.UTC);

  private RetryAfter() {}

  /** How long it asks to wait, at most {@code limit}; empty where it is none or is over already. */
  static Optional<Duration> read(String header, Instant now, Duration limit) {
    String text = header.strip();
    return asked(text, now)
        .filter(Duration::isPositive)
        .map(asked -> asked.compareTo(limit) > 0 ? limit : asked);
  }

  private static Optional<Duration> asked(String text, Instant now) {
    if (SECONDS.matcher(text).matches()) {
      return Optional.of(Duration.ofSeconds(new BigInteger(text).min(LONGEST).longValue()));
    }
    return date(text, now).map(date -> Duration.between(now, date));
  }

  /** A date in one of the three forms that a recipient takes (RFC 9110, section 5.6.7). */
  private static Optional<Instant> date(String text, Instant now) {
    for (DateTimeFormatter form :
        List.of(DateTimeFormatter.RFC_1123_DATE_TIME, ofTwoDigits(now), OF_C)) {
      try {
        return Optional.of(ZonedDateTime.parse(text, form).toInstant());
      } catch (DateTimeException another) {
        // It may be in the next form.
      }
    }
    return Optional.empty();
  }

  /** As RFC 850 has it: {@code Sunday, 06-Nov-94 08:49:37 GMT}. */
  private static DateTimeFormatter ofTwoDigits(Instant now) {
    LocalDate first = LocalDate.ofInstant(now, ZoneOffset.UTC).minusYears(YEARS_AHEAD - 1);
    return new DateTimeFormatterBuilder()
        .appendPattern("EEEE, dd-MMM-")
        .appendValueReduced(ChronoField.YEAR, 2, 2, first)
        .appendPattern(" HH:mm:ss 'GMT'")
        .toFormatter(Locale.US)
        .withZone(ZoneOffset.UTC);
  }
}
