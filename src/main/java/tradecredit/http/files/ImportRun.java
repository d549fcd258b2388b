package tradecredit.http.files;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import tradecredit.access.TurnedAwayException;
import tradecredit.agreement.TradingAccount;
import tradecredit.http.posting.Submissions;
import tradecredit.http.wire.Fault;
import tradecredit.http.wire.Faults;
import tradecredit.http.wire.PayloadDigest;
import tradecredit.http.wire.ProblemException;
import tradecredit.ledger.Posting.InvoicePosting;
import tradecredit.platform.Stages;
import tradecredit.posting.Answer;
import tradecredit.posting.Caller;
import tradecredit.posting.IdempotencyKey;
import tradecredit.posting.LaneFullException;
import tradecredit.posting.Lanes;
import tradecredit.posting.PostingSettings;
import tradecredit.posting.Submission;

/**
 * Posts the groups of a file one by one while it comes in, with a bounded weight on their way. Each
 * group is a submission of its own under the file's key and its number (and how often the number
 * came before in this file, well formed or not), so a broken or corrected upload that is sent again
 * posts what is missing and repeats nothing. One that is not well formed asks whether its key was
 * answered before, as rows that changed do.
 */
final class ImportRun {

  /** How many full batches are on their way: one is being written while the next one waits. */
  private static final int BATCHES_ON_THEIR_WAY = 2;

  /** The item of groups that have no number; no posted group has this name. */
  private static final String NO_NUMBER = "0:";

  private static final Duration FULL_LANE_PAUSE = Duration.ofMillis(20);

  private final TradingAccount account;
  private final Caller caller;
  private final Runnable confirm;
  private final String key;
  private final String path;
  private final Submission.FileKey file;
  private final Lanes lanes;
  private final ImportGroupReader reader;
  private final long mostOnTheirWay;
  private final long patienceNanos;
  private final ImportOutcomes outcomes = new ImportOutcomes();
  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private final Map<String, Integer> seen = new HashMap<>();
  private long onTheirWay;

  ImportRun(
      TradingAccount account,
      RequestKey requestKey,
      Lanes lanes,
      ImportGroupReader reader,
      PostingSettings settings) {
    this.account = account;
    this.caller = requestKey.caller();
    this.confirm = requestKey.confirm();
    this.key = requestKey.key();
    this.path = requestKey.path();
    this.file =
        new Submission.FileKey(
            new IdempotencyKey(caller.party(), key, ""), PayloadDigest.ofFile(path));
    this.lanes = lanes;
    this.reader = reader;
    this.mostOnTheirWay = (long) BATCHES_ON_THEIR_WAY * settings.maximumBatch();
    this.patienceNanos = settings.answerTimeout().toNanos();
  }

  /**
   * The request's key and path, who sent it, and what throws once they may no longer: a file may
   * take its time.
   */
  record RequestKey(String key, String path, Caller caller, Runnable confirm) {}

  /**
   * A group whose outcome is not in yet; with the faults of one that is not well formed, and only
   * asks whether its key was answered before.
   */
  private record Waiting(
      List<Long> lines, long weight, CompletionStage<Answer> answer, List<Fault> faults) {}

  /**
   * Posts all of the file and tells what became of each row.
   *
   * @throws ProblemException if the lane stays full for as long as a caller waits for an answer, or
   *     takes no more, or if in mid-file nobody can tell whether the caller still may; some of the
   *     file may then be posted. Also if the file's key has answered another request: nothing of
   *     the file is posted then
   * @throws TurnedAwayException if the caller may no longer, or nobody can tell at the beginning
   */
  ImportOutcomes run(ImportFile csv) throws InterruptedException {
    for (ImportGroup group = next(csv); group != null; group = next(csv)) {
      makeRoom(group.weight());
      post(group);
    }
    settleAll();
    if (outcomes.size() == 0) {
      askForFile();
    }
    Fault broken = csv.broken();
    if (broken != null) {
      outcomes.brokenOff(csv.unfinished(), broken);
    }
    return outcomes;
  }

  /**
   * A file that is too long, or breaks off, is reported once all groups before that are decided. If
   * one of them cannot be decided now, that is reported instead.
   */
  private @Nullable ImportGroup next(ImportFile csv) {
    try {
      return csv.nextGroup();
    } catch (ProblemException ended) {
      settleAll();
      throw ended;
    }
  }

  /** One group is on its way whatever it weighs; further ones only as far as the bound goes. */
  private void makeRoom(long weight) {
    while (!waiting.isEmpty() && onTheirWay + weight > mostOnTheirWay) {
      settleOne();
    }
  }

  private void settleAll() {
    while (!waiting.isEmpty()) {
      settleOne();
    }
  }

  /** A file without any whole group belongs to its key, too. */
  private void askForFile() throws InterruptedException {
    confirm();
    CompletionStage<Answer> answer = submit(submission(NO_NUMBER, file.digest(), List.of()));
    waiting.addLast(new Waiting(List.of(), 0, answer, List.of()));
    settleOne();
  }

  /** A busy look-up says that nothing was done, which is true only of a file that has not begun. */
  private void confirm() {
    try {
      confirm.run();
    } catch (TurnedAwayException away) {
      boolean hasBegun = !waiting.isEmpty() || outcomes.size() > 0;
      throw hasBegun && away.reason() == TurnedAwayException.Reason.BUSY
          ? busy("Whether the caller may still post cannot be found out now")
          : away;
    }
  }

  private void post(ImportGroup group) throws InterruptedException {
    confirm();
    // A malformed group counts, too: once it is corrected, it must not be taken for the next one.
    int occurrence = group.isNumbered() ? seen.merge(group.number(), 1, Integer::sum) : 0;
    Faults faults = new Faults();
    InvoicePosting invoice = reader.read(group, faults);
    String item = group.isNumbered() ? occurrence + ":" + group.number() : NO_NUMBER;
    List<InvoicePosting> invoices = invoice == null ? List.of() : List.of(invoice);
    CompletionStage<Answer> answer = submit(submission(item, group.digest(path), invoices));
    waiting.addLast(new Waiting(group.lines(), group.weight(), answer, faults.list()));
    onTheirWay += group.weight();
  }

  private Submission submission(String item, String digest, List<InvoicePosting> invoices) {
    return new Submission(
            account.id(),
            caller,
            new IdempotencyKey(caller.party(), key, item),
            digest,
            Submission.Mode.INDEPENDENT,
            invoices)
        .inFile(file);
  }

  /** Waits while the lane is full: a file goes no faster than its lane. */
  private CompletionStage<Answer> submit(Submission submission) throws InterruptedException {
    long began = System.nanoTime();
    CompletionStage<Answer> answer = lanes.submit(submission);
    for (LaneFullException full = turnedAway(answer); full != null; full = turnedAway(answer)) {
      if (full.isStopping() || System.nanoTime() - began >= patienceNanos) {
        throw busy(full);
      }
      Thread.sleep(FULL_LANE_PAUSE);
      answer = lanes.submit(submission);
    }
    return answer;
  }

  private static @Nullable LaneFullException turnedAway(CompletionStage<Answer> answer) {
    return answer.toCompletableFuture().isCompletedExceptionally()
            && answer.toCompletableFuture().exceptionNow() instanceof LaneFullException full
        ? full
        : null;
  }

  private static ProblemException busy(LaneFullException full) {
    return busy(
        full.isStopping()
            ? "The service is stopping"
            : "Too many postings wait on account %s".formatted(full.account()));
  }

  private static ProblemException busy(String why) {
    return ProblemException.busy(
        why + "; some of the file may be posted. Send it again with the same key.");
  }

  private void settleOne() {
    Waiting group = waiting.removeFirst();
    onTheirWay -= group.weight();
    switch (join(group.answer())) {
      case Answer.Outcomes none when none.outcomes().isEmpty() ->
          outcomes.malformed(group.lines(), group.faults());
      case Answer.Outcomes decided ->
          outcomes.decided(
              group.lines(), decided.outcomes().getFirst().decision().number(), decided.replayed());
      case Answer.KeyReused reused when reused.ofFile() -> throw Submissions.keyReused();
      case Answer.KeyReused ignored -> outcomes.changed(group.lines());
      case Answer.NotProved ignored ->
          throw new IllegalStateException("a file is not taken on trust");
      case Answer.BatchRefused refused ->
          throw new IllegalStateException("one group was answered as a batch: " + refused);
    }
  }

  private Answer join(CompletionStage<Answer> answer) {
    try {
      return Stages.join(answer);
    } catch (LaneFullException full) {
      throw busy(full);
    }
  }
}
