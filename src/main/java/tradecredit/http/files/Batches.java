package tradecredit.http.files;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import tradecredit.access.Credentials;
import tradecredit.agreement.TradingAccount;
import tradecredit.http.posting.InvoiceBody;
import tradecredit.http.posting.Submissions;
import tradecredit.http.wire.Addressed;
import tradecredit.http.wire.HttpBounds;
import tradecredit.http.wire.JsonBody;
import tradecredit.http.wire.Problem;
import tradecredit.http.wire.ProblemException;
import tradecredit.http.wire.ProblemResponses;
import tradecredit.http.wire.RefusalProblems;
import tradecredit.http.wire.Rendering;
import tradecredit.http.wire.Resending;
import tradecredit.ledger.Outcome;
import tradecredit.posting.Answer;
import tradecredit.posting.Submission;

/** Takes a batch through the account's lane and renders an outcome per item. */
@Singleton
final class Batches {

  private static final long LONGEST_WAIT_SECONDS = 10;

  private final Submissions submissions;
  private final Addressed addressed;
  private final BatchReader reader;
  private final Rendering rendering;
  private final int atOnce;
  private final Semaphore reading;

  Batches(
      Submissions submissions,
      Addressed addressed,
      BatchReader reader,
      HttpBounds bounds,
      Rendering rendering) {
    this.submissions = submissions;
    this.addressed = addressed;
    this.reader = reader;
    this.rendering = rendering;
    this.atOnce = bounds.batches();
    this.reading = new Semaphore(atOnce, true);
  }

  /** A batch as read, and its submission; where no item is well formed, that asks for its key. */
  private record Read(BatchReader.Batch batch, Submission submission) {}

  /** Reads a batch and takes it through the lane. */
  CompletionStage<HttpResponse<?>> post(
      HttpRequest<?> request, TradingAccount account, byte @Nullable [] body)
      throws InterruptedException {
    Read read = read(request, account, body);
    Sheet sheet = new Sheet(read.batch(), account, request.getPath());
    AtomicReference<@Nullable Prepared> prepared = new AtomicReference<>();
    return submissions
        .submit(
            request, read.submission().foreseenBy(answer -> prepared.set(prepare(answer, sheet))))
        .thenApplyAsync(answer -> response(answer, prepared.get(), sheet), rendering.threads());
  }

  /** Where outcomes are written down: of which batch, on which account, asked for by which path. */
  private record Sheet(BatchReader.Batch batch, TradingAccount account, String path) {}

  /** The body of an answer, made while the answer is written to the database. */
  private record Prepared(Answer answer, CompletableFuture<byte[]> body) {}

  private @Nullable Prepared prepare(Answer answer, Sheet sheet) {
    if (!(answer instanceof Answer.Outcomes outcomes)) {
      return null;
    }
    try {
      return new Prepared(
          answer, CompletableFuture.supplyAsync(() -> body(outcomes, sheet), rendering.threads()));
    } catch (RejectedExecutionException stopping) {
      // Then it is made by whoever answers: the batch itself must not fail for it.
      return null;
    }
  }

  private byte[] body(Answer.Outcomes outcomes, Sheet sheet) {
    return rendering.bytes(BatchBody.of(results(sheet, outcomes.outcomes())));
  }

  /**
   * A tree of a batch may take eighty megabytes, so only a few are read at once; one of a large
   * body may take two hundred, so it is read alone.
   */
  private Read read(HttpRequest<?> request, TradingAccount account, byte @Nullable [] body)
      throws InterruptedException {
    byte[] text = HttpBounds.whole(body);
    int weight = JsonBody.isLarge(text) ? atOnce : 1;
    if (!reading.tryAcquire(weight, LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
      throw ProblemException.busy(
          "As many batches are being read as are taken at once; "
              + Resending.WITH_ITS_KEY.afterRefusal());
    }
    try {
      return read(request, account, JsonBody.object(text));
    } finally {
      reading.release(weight);
    }
  }

  private Read read(HttpRequest<?> request, TradingAccount account, JsonNode tree) {
    CompletableFuture<String> digest =
        CompletableFuture.supplyAsync(() -> Submissions.digest(request, tree), rendering.threads());
    try {
      BatchReader.Batch batch = reader.read(tree);
      return new Read(
          batch,
          submissions.submission(request, account, digest.join(), batch.mode(), batch.invoices()));
    } finally {
      // The tree is in use for as long as that is.
      digest.exceptionally(fault -> "").join();
    }
  }

  @SuppressWarnings("ReferenceEquality") // the very answer that was prepared
  private HttpResponse<?> response(Answer answer, @Nullable Prepared prepared, Sheet sheet) {
    return switch (answer) {
      case Answer.KeyReused ignored -> throw Submissions.keyReused();
      case Answer.NotProved ignored -> throw Credentials.invalid();
      case Answer.BatchRefused refused ->
          Submissions.marked(
              ProblemResponses.of(refusal(refused, sheet.batch().items().size(), sheet.path())),
              refused.replayed());
      case Answer.Outcomes outcomes -> {
        // A batch that was tried again may have come to another answer.
        byte[] body =
            prepared != null && prepared.answer() == answer
                ? prepared.body().join()
                : body(outcomes, sheet);
        yield Submissions.marked(HttpResponse.ok(body), outcomes.replayed());
      }
    };
  }

  private List<BatchBody.ItemResult> results(Sheet sheet, List<Outcome> outcomes) {
    BatchReader.Batch batch = sheet.batch();
    List<BatchBody.ItemResult> results = new ArrayList<>(batch.items().size());
    Deque<Outcome> decided = new ArrayDeque<>(outcomes);
    boolean asAnswered = batch.isAsAnswered(outcomes);
    for (BatchReader.Item item : batch.items()) {
      int index = results.size();
      results.add(
          item.isDecidedBy(decided.peekFirst(), asAnswered)
              ? result(index, decided.removeFirst(), sheet.account(), sheet.path())
              : BatchBody.ItemResult.refused(index, item.fault().problem(sheet.path())));
    }
    return results;
  }

  /** The outcome of a decided item. */
  private BatchBody.ItemResult result(
      int index, Outcome outcome, TradingAccount account, String path) {
    return switch (outcome) {
      case Outcome.Refused refused ->
          BatchBody.ItemResult.refused(
              index,
              RefusalProblems.of(refused.refusal(), refused.decision(), path)
                  .ofPart("/invoices/" + index));
      case Outcome.Posted posted ->
          BatchBody.ItemResult.accepted(
              index, InvoiceBody.posted(account.id(), addressed.currency(), posted));
    };
  }

  /**
   * The problem of an atomic batch: each refused item with its own, its neighbours as not posted.
   */
  private static Problem refusal(Answer.BatchRefused refused, int items, String path) {
    Map<Integer, Problem> problems = RefusalProblems.ofItems(refused, path);
    List<BatchBody.ItemResult> results = new ArrayList<>(items);
    for (int index = 0; index < items; index++) {
      Problem problem = problems.get(index);
      results.add(
          problem == null
              ? BatchBody.ItemResult.notPosted(index)
              : BatchBody.ItemResult.refused(index, problem.ofPart("/invoices/" + index)));
    }
    return RefusalProblems.ofWhole(refused, results, problems.size(), path);
  }
}
