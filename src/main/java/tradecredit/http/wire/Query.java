package tradecredit.http.wire;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tradecredit.aging.Basis;
import tradecredit.aging.BucketBounds;
import tradecredit.inquiry.CaseFilter;
import tradecredit.inquiry.InvoiceFilter;
import tradecredit.inquiry.Moment;
import tradecredit.ledger.InvoiceNumber;
import tradecredit.money.Quoted;
import tradecredit.platform.WireNames;

/** Reads query parameters, with a 400 that names the one at fault. */
public final class Query {

  private static final int DEFAULT_LIMIT = 50;
  private static final int MOST = 200;

  private Query() {}

  /** The day that a figure is asked for; null where none is named. */
  public static @Nullable LocalDate asOf(@Nullable String text) {
    return read("asOf", text, Texts::date);
  }

  /** The day and the instant that a figure is asked for. */
  public static Moment moment(@Nullable String asOf, @Nullable String knownAt) {
    return new Moment(asOf(asOf), read("knownAt", knownAt, Query::instant));
  }

  /** The first day of a period that ends with the moment's day; null where none is named. */
  public static @Nullable LocalDate from(@Nullable String text, Moment moment) {
    LocalDate from = read("from", text, Texts::date);
    if (from != null && moment.asOf() != null && from.isAfter(moment.asOf())) {
      throw fault("from", "out-of-range", "from is not after asOf");
    }
    return from;
  }

  /** Microseconds are the finest that the book records. */
  private static Instant instant(String text) {
    return Texts.instantAnywhere(text).truncatedTo(ChronoUnit.MICROS);
  }

  /** The number of the item before the first that is asked for; 0 where none is named. */
  public static long after(@Nullable String text) {
    Long after = read("after", text, Query::sequence);
    return after == null ? 0 : after;
  }

  /** A number of entries, decisions or the like. */
  public static Long sequence(String text) {
    if (!text.matches("[0-9]{1,18}")) {
      throw new IllegalArgumentException(Quoted.of(text) + " is not a sequence");
    }
    return Long.valueOf(text);
  }

  /** Which cases are listed, by the words for open and decided ones; all where neither is said. */
  public static CaseFilter cases(@Nullable String status, String open, String decided) {
    CaseFilter filter =
        read(
            "status",
            status,
            text -> {
              if (text.equals(open)) {
                return CaseFilter.OPEN;
              }
              if (text.equals(decided)) {
                return CaseFilter.DECIDED;
              }
              throw new IllegalArgumentException(
                  Quoted.of(text) + " is neither " + open + " nor " + decided);
            });
    return filter == null ? CaseFilter.ALL : filter;
  }

  /** From which date an aging counts days: the due date where nothing is said. */
  public static Basis basis(@Nullable String text) {
    Basis basis = read("basis", text, Query::basisOf);
    return basis == null ? Basis.DUE_DATE : basis;
  }

  private static Basis basisOf(String text) {
    return WireNames.find(Basis.values(), Basis::wireName, text)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    Quoted.of(text) + " is neither dueDate nor invoiceDate"));
  }

  /** The bounds of an aging's buckets. */
  public static BucketBounds buckets(@Nullable String text) {
    BucketBounds bounds = read("buckets", text, Query::bucketsOf);
    return bounds == null ? BucketBounds.DEFAULT : bounds;
  }

  private static BucketBounds bucketsOf(String text) {
    List<Integer> days = Arrays.stream(text.split(",", -1)).map(Query::wholeNumber).toList();
    return new BucketBounds(days);
  }

  /** How many items a page has: 1 to 200, and 50 where nothing is said. */
  public static int limit(@Nullable String text) {
    Integer limit = read("limit", text, Query::wholeNumber);
    if (limit != null && (limit < 1 || limit > MOST)) {
      throw fault("limit", "out-of-range", "limit is from 1 to " + MOST);
    }
    return limit == null ? DEFAULT_LIMIT : limit;
  }

  /** Which invoices are listed. */
  public static InvoiceFilter filter(@Nullable String status, @Nullable String number) {
    return new InvoiceFilter(
        read("status", status, Query::statusOf), read("number", number, InvoiceNumber::new));
  }

  private static InvoiceFilter.Status statusOf(String text) {
    return WireNames.find(InvoiceFilter.Status.values(), InvoiceFilter.Status::wireName, text)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    Quoted.of(text) + " is none of open, paid, pastDue and disputed"));
  }

  /** Whether only those credits are listed of which something is applied to no invoice. */
  public static boolean unapplied(@Nullable String status) {
    return read("status", status, Query::unappliedOf) != null;
  }

  private static String unappliedOf(String text) {
    if (!text.equals("unapplied")) {
      throw new IllegalArgumentException(
          Quoted.of(text) + " is not unapplied, the only one there is");
    }
    return text;
  }

  private static Integer wholeNumber(String text) {
    if (text.isEmpty()
        || text.length() > 9
        || !text.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
      throw new IllegalArgumentException(Quoted.of(text) + " is not a whole number");
    }
    return Integer.valueOf(text);
  }

  /** A parameter as {@code parse} takes it; null where it is left out. */
  public static <T> @Nullable T read(
      String name, @Nullable String text, Function<String, T> parse) {
    if (text == null) {
      return null;
    }
    try {
      return parse.apply(text);
    } catch (IllegalArgumentException wrong) {
      throw fault(name, UntakenValueException.codeOf(wrong), name + ": " + wrong.getMessage());
    }
  }

  static ProblemException fault(String name, String code, String detail) {
    Faults faults = new Faults();
    faults.add("query:" + name, code, detail);
    return faults.problem();
  }
}
