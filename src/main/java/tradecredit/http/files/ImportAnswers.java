package tradecredit.http.files;

import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tradecredit.agreement.TradingAccount;
import tradecredit.http.files.ImportOutcomes.RowOutcome;
import tradecredit.http.posting.Submissions;
import tradecredit.http.wire.Addressed;
import tradecredit.http.wire.Codes;
import tradecredit.http.wire.Fault;
import tradecredit.http.wire.Problem;
import tradecredit.http.wire.RefusalProblems;
import tradecredit.http.wire.Rendering;
import tradecredit.inquiry.DecidedInvoice;
import tradecredit.inquiry.Inquiries;
import tradecredit.ledger.Decision;
import tradecredit.ledger.Refusal;

/** Renders the answers to imports from the book. */
@Singleton
final class ImportAnswers {

  private static final int ROWS_A_PAGE = 500;

  private static final String OTHER_ROWS =
      "This Idempotency-Key has answered other rows of this invoice; if it was refused, send the corrected rows with a new key.";

  private final Addressed addressed;
  private final Inquiries inquiries;
  private final Rendering rendering;

  ImportAnswers(Addressed addressed, Inquiries inquiries, Rendering rendering) {
    this.addressed = addressed;
    this.inquiries = inquiries;
    this.rendering = rendering;
  }

  /** The answer to the import that {@code place} is held for. */
  AnswerStream of(
      TradingAccount account, String path, ImportOutcomes outcomes, ImportPlaces.Place place) {
    return new AnswerStream(account, path, outcomes, place);
  }

  /**
   * The answer to an import, rendered page by page from the book while it is sent, so that its size
   * needs no memory. What became of the rows does, so it holds the import's place until it is read
   * to its end, fails or is closed.
   */
  final class AnswerStream extends InputStream {

    private final TradingAccount account;
    private final String path;
    private final ImportOutcomes outcomes;
    private final ImportPlaces.Place place;
    private int next;
    private int accepted;
    private boolean complete;
    private ByteArrayInputStream page = new ByteArrayInputStream(new byte[0]);

    private AnswerStream(
        TradingAccount account, String path, ImportOutcomes outcomes, ImportPlaces.Place place) {
      this.account = account;
      this.path = path;
      this.outcomes = outcomes;
      this.place = place;
    }

    /** What it holds. */
    ImportPlaces.Place place() {
      return place;
    }

    @Override
    public int read() throws IOException {
      return hasMore() ? page.read() : -1;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      return hasMore() ? page.read(buffer, offset, length) : -1;
    }

    @Override
    public void close() {
      place.giveBack();
    }

    private boolean hasMore() throws IOException {
      while (page.available() == 0 && !complete) {
        boolean isRendered = false;
        try {
          page = new ByteArrayInputStream(nextPage());
          isRendered = true;
        } finally {
          if (complete || !isRendered) {
            close();
          }
        }
      }
      return page.available() > 0;
    }

    private byte[] nextPage() throws IOException {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      if (next == 0) {
        bytes.writeBytes("{\"results\":[".getBytes(StandardCharsets.UTF_8));
      }
      writeRows(bytes);
      if (next >= outcomes.size()) {
        int refused = outcomes.size() - accepted;
        String end = "],\"accepted\":%d,\"refused\":%d}".formatted(accepted, refused);
        bytes.writeBytes(end.getBytes(StandardCharsets.UTF_8));
        complete = true;
      }
      return bytes.toByteArray();
    }

    private void writeRows(ByteArrayOutputStream bytes) throws IOException {
      List<RowOutcome> rows = outcomes.from(next, ROWS_A_PAGE);
      Map<Long, DecidedInvoice> decided = decided(rows);
      for (RowOutcome row : rows) {
        if (next > 0) {
          bytes.write(',');
        }
        ImportBody.RowResult result = result(next++, row, decided);
        accepted += result.invoice() == null ? 0 : 1;
        bytes.writeBytes(rendering.bytes(result));
      }
    }

    private Map<Long, DecidedInvoice> decided(List<RowOutcome> rows) {
      List<Long> numbers =
          rows.stream()
              .filter(ImportOutcomes.Decided.class::isInstance)
              .map(row -> ((ImportOutcomes.Decided) row).decision())
              .distinct()
              .toList();
      return inquiries.decidedInvoices(account.id(), numbers);
    }

    private ImportBody.RowResult result(
        int index, RowOutcome row, Map<Long, DecidedInvoice> decided) {
      return switch (row) {
        case ImportOutcomes.Changed changed ->
            new ImportBody.RowResult(
                index,
                changed.line(),
                "refused",
                null,
                Submissions.keyReused(OTHER_ROWS).problem(path));
        case ImportOutcomes.Malformed malformed ->
            new ImportBody.RowResult(
                index, malformed.line(), "refused", null, problem(malformed, path));
        case ImportOutcomes.Decided one ->
            result(index, one.line(), Objects.requireNonNull(decided.get(one.decision())));
      };
    }

    private ImportBody.RowResult result(int index, long line, DecidedInvoice invoice) {
      Decision decision = invoice.decision();
      Refusal refusal = decision.refusal();
      if (refusal != null) {
        return new ImportBody.RowResult(
            index,
            line,
            "refused",
            null,
            RefusalProblems.of(refusal, decision, path).ofRows(row -> outcomes.lineOf(index, row)));
      }
      return new ImportBody.RowResult(
          index,
          line,
          "accepted",
          ImportedInvoiceBody.of(
              account.id(),
              addressed.currency(),
              decision,
              Objects.requireNonNull(invoice.dates())),
          null);
    }
  }

  /**
   * The problem of a row that is not well formed itself, or shares its invoice with one that is
   * not.
   */
  private static Problem problem(ImportOutcomes.Malformed row, String path) {
    String detail =
        row.faulty() == row.line()
            ? row.detail()
            : "its invoice is not posted because of %s: %s"
                .formatted(ImportRow.pointerTo(row.faulty()), row.detail());
    String code = row.code().equals(Codes.UNKNOWN_PRODUCT) ? row.code() : Codes.INVALID_REQUEST;
    Fault own = new Fault(ImportRow.pointerTo(row.line()), row.code(), detail);
    return Problem.of(400, code, Codes.INVALID_REQUEST_TITLE, detail, path)
        .withErrors(List.of(own));
  }
}
