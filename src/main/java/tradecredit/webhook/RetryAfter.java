package tradecredit.webhook;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/** The {@code Retry-After} of an answer (RFC 9110, section 10.2.3): seconds, or a date of HTTP. */
final class RetryAfter {

  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

  private RetryAfter() {}

  /** How long it asks to wait, at most {@code limit}; empty where it is none or is over already. */
  static Optional<Duration> read(String header, Instant now, Duration limit) {
    String text = header.strip();
    Duration asked;
    if (SECONDS.matcher(text).matches()) {
      asked = Duration.ofSeconds(Long.parseLong(text));
    } else {
      try {
        asked =
            Duration.between(
                now, ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
      } catch (DateTimeException neither) {
        return Optional.empty();
      }
    }
    if (!asked.isPositive()) {
      return Optional.empty();
    }
    return Optional.of(asked.compareTo(limit) > 0 ? limit : asked);
  }
}
