package tradecredit.http.files;

import io.micronaut.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tradecredit.agreement.TradingAccount;
import tradecredit.http.posting.Submissions;
import tradecredit.http.wire.Addressed;
import tradecredit.http.wire.Fault;
import tradecredit.http.wire.Faults;
import tradecredit.http.wire.PayloadDigest;
import tradecredit.http.wire.Problem;
import tradecredit.http.wire.ProblemResponses;
import tradecredit.http.wire.RefusalProblems;
import tradecredit.inquiry.DecidedInvoice;
import tradecredit.ledger.Document;
import tradecredit.ledger.Outcome;
import tradecredit.ledger.Posting.InvoicePosting;
import tradecredit.platform.Stages;
import tradecredit.posting.Answer;
import tradecredit.posting.IdempotencyKey;
import tradecredit.posting.Lanes;
import tradecredit.posting.Submission;

/**
 * A file that is posted whole or not at all: one submission, one transaction. A malformed row is a
 * 400 for all, and what came before it is kept no longer.
 */
final class AtomicImport {

  private final TradingAccount account;
  private final Addressed addressed;
  private final ImportRun.RequestKey key;
  private final Lanes lanes;
  private final ImportGroupReader reader;
  private final List<ImportGroup> groups = new ArrayList<>();

  AtomicImport(
      TradingAccount account,
      Addressed addressed,
      ImportRun.RequestKey key,
      Lanes lanes,
      ImportGroupReader reader) {
    this.account = account;
    this.addressed = addressed;
    this.key = key;
    this.lanes = lanes;
    this.reader = reader;
  }

  HttpResponse<?> run(ImportFile file) {
    Faults faults = new Faults();
    List<InvoicePosting> invoices = new ArrayList<>();
    for (ImportGroup group = file.nextGroup(); group != null; group = file.nextGroup()) {
      InvoicePosting invoice = reader.read(group, faults);
      if (invoice == null) {
        // From now on only faults are collected; rows that are not well formed may be long.
        groups.clear();
        invoices.clear();
      } else {
        groups.add(group);
        invoices.add(invoice);
      }
    }
    Fault broken = file.broken();
    if (broken != null) {
      faults.add(broken.pointer(), broken.code(), broken.detail());
    }
    faults.throwIfAny();
    return response(answer(invoices));
  }

  private Answer answer(List<InvoicePosting> invoices) {
    key.confirm().run();
    String content =
        groups.stream().map(ImportGroup::canonical).collect(Collectors.joining("\n\n"));
    String digest = PayloadDigest.ofFile(key.path(), "atomic", content);
    IdempotencyKey whole = new IdempotencyKey(key.caller().party(), key.key(), "");
    Submission submission =
        new Submission(account.id(), key.caller(), whole, digest, Submission.Mode.ATOMIC, invoices);
    return Stages.join(lanes.submit(submission));
  }

  private HttpResponse<?> response(Answer answer) {
    return switch (answer) {
      case Answer.KeyReused ignored -> throw Submissions.keyReused();
      case Answer.NotProved ignored ->
          throw new IllegalStateException("a file is not taken on trust");
      case Answer.Outcomes posted ->
          Submissions.marked(HttpResponse.ok(body(posted.outcomes())), posted.replayed());
      case Answer.BatchRefused refused ->
          Submissions.marked(ProblemResponses.of(problem(refused)), refused.replayed());
    };
  }

  private ImportBody body(List<Outcome> outcomes) {
    List<ImportBody.RowResult> results = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      ImportedInvoiceBody invoice = invoice(outcomes.get(i));
      for (ImportRow row : groups.get(i).rows()) {
        results.add(
            new ImportBody.RowResult(results.size(), row.line(), "accepted", invoice, null));
      }
    }
    return new ImportBody(results, results.size(), 0);
  }

  private ImportedInvoiceBody invoice(Outcome outcome) {
    if (outcome instanceof Outcome.Posted posted
        && posted.document() instanceof Document.Invoice invoice) {
      return ImportedInvoiceBody.of(
          account.id(),
          addressed.currency(),
          posted.decision(),
          new DecidedInvoice.Dates(invoice.invoiceDate(), invoice.dueDate()));
    }
    throw new IllegalStateException("an accepted atomic import has only invoices: " + outcome);
  }

  private Problem problem(Answer.BatchRefused refused) {
    Map<Integer, Problem> problems = RefusalProblems.ofItems(refused, key.path());
    List<ImportBody.RowResult> results = new ArrayList<>();
    long rowsRefused = 0;
    for (int i = 0; i < groups.size(); i++) {
      List<Long> lines = groups.get(i).lines();
      Problem whole = problems.get(i);
      Problem problem = whole == null ? null : whole.ofRows(lines::get);
      String status = problem == null ? "notPosted" : "refused";
      for (long line : lines) {
        results.add(new ImportBody.RowResult(results.size(), line, status, null, problem));
      }
      rowsRefused += problem == null ? 0 : lines.size();
    }
    return RefusalProblems.ofWhole(refused, results, rowsRefused, key.path());
  }
}
