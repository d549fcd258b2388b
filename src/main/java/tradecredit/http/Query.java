package tradecredit.http;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tradecredit.aging.Basis;
import tradecredit.aging.BucketBounds;
import tradecredit.inquiry.InvoiceFilter;
import tradecredit.ledger.InvoiceNumber;
import tradecredit.money.Quoted;

/** Reads query parameters, with a 400 that names the one at fault. */
final class Query {

  static final int DEFAULT_LIMIT = 50;
  private static final int MOST = 200;

  private Query() {}

  static @Nullable LocalDate asOf(@Nullable String text) {
    return read("asOf", text, Texts::date);
  }

  static Basis basis(@Nullable String text) {
    Basis basis = read("basis", text, Query::basisOf);
    return basis == null ? Basis.DUE_DATE : basis;
  }

  private static Basis basisOf(String text) {
    return Arrays.stream(Basis.values())
        .filter(basis -> basis.wireName().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    Quoted.of(text) + " is neither dueDate nor invoiceDate"));
  }

  static BucketBounds buckets(@Nullable String text) {
    BucketBounds bounds = read("buckets", text, Query::bucketsOf);
    return bounds == null ? BucketBounds.DEFAULT : bounds;
  }

  private static BucketBounds bucketsOf(String text) {
    List<Integer> days =
        Arrays.stream(text.split(",", -1)).map(part -> wholeNumber(part.trim())).toList();
    return new BucketBounds(days);
  }

  static int limit(@Nullable String text) {
    Integer limit = read("limit", text, Query::wholeNumber);
    if (limit != null && (limit < 1 || limit > MOST)) {
      throw fault("limit", "out-of-range", "limit is from 1 to " + MOST);
    }
    return limit == null ? DEFAULT_LIMIT : limit;
  }

  static InvoiceFilter filter(@Nullable String status, @Nullable String number) {
    return new InvoiceFilter(
        read("status", status, Query::statusOf), read("number", number, InvoiceNumber::new));
  }

  private static InvoiceFilter.Status statusOf(String text) {
    return Arrays.stream(InvoiceFilter.Status.values())
        .filter(status -> status.wireName().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    Quoted.of(text) + " is none of open, paid, pastDue and disputed"));
  }

  private static Integer wholeNumber(String text) {
    if (text.isEmpty()
        || text.length() > 9
        || !text.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
      throw new IllegalArgumentException(Quoted.of(text) + " is not a whole number");
    }
    return Integer.valueOf(text);
  }

  static <T> @Nullable T read(String name, @Nullable String text, Function<String, T> parse) {
    if (text == null) {
      return null;
    }
    try {
      return parse.apply(text);
    } catch (IllegalArgumentException wrong) {
      throw fault(name, "format", name + ": " + wrong.getMessage());
    }
  }

  static ProblemException fault(String name, String code, String detail) {
    Faults faults = new Faults();
    faults.add("query:" + name, code, detail);
    return faults.problem();
  }
}
