package tradecredit.posting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import tradecredit.agreement.Agreement;
import tradecredit.agreement.TradingAccount;
import tradecredit.ledger.BatchOutcome;
import tradecredit.ledger.Book;
import tradecredit.ledger.Decision;
import tradecredit.ledger.DueSchedule;
import tradecredit.ledger.OpenItems;
import tradecredit.ledger.Outcome;
import tradecredit.ledger.Posting.InvoicePosting;
import tradecredit.ledger.Rules;

/**
 * One batch under the account's lock, or as if it were ({@link BookStore#unasked}): decide each in
 * the order of arrival, write.
 */
final class BatchRun {

  private final BookSession session;
  private final Book book;
  private final Map<IdempotencyKey, KeyRecord> answeredBefore;
  private final Set<String> provedApiKeys;
  private final Proofs proofs;
  private final Set<IdempotencyKey> toldNow = new HashSet<>();
  private final Map<IdempotencyKey, KeyRecord> answeredHere = new HashMap<>();
  private final Map<IdempotencyKey, Answer> answersHere = new HashMap<>();
  private final List<KeyRecord> records = new ArrayList<>();
  private Map<Long, Outcome> recalled = Map.of();

  private BatchRun(
      BookSession session,
      Book book,
      Map<IdempotencyKey, KeyRecord> answeredBefore,
      Set<String> provedApiKeys,
      Proofs proofs) {
    this.provedApiKeys = provedApiKeys;
    this.proofs = proofs;
    this.session = session;
    this.book = book;
    this.answeredBefore = answeredBefore;
  }

  /**
   * Runs the batch; the answers are in the submissions' order and hold once the transaction is
   * committed.
   *
   * @param provedApiKeys the API keys that were found to hold since the submissions arrived
   * @param proofs of the batch's attempts; told what this one puts on record
   */
  static List<Answer> run(
      BookSession session,
      Agreement agreement,
      TradingAccount account,
      List<Submission> submissions,
      Set<String> provedApiKeys,
      Proofs proofs) {
    Book book = open(session, agreement, account);
    BatchRun run = new BatchRun(session, book, session.loaded().answered(), provedApiKeys, proofs);
    run.recallOutcomes(submissions);
    List<Answer> answers = submissions.stream().map(run::answer).toList();
    foretell(submissions, answers);
    if (!book.position().equals(session.position())) {
      proofs.wrote(run.records);
      session.write(book, run.records);
    }
    return answers;
  }

  private static void foretell(List<Submission> submissions, List<Answer> answers) {
    for (int i = 0; i < answers.size(); i++) {
      Consumer<Answer> preparation = submissions.get(i).foreseen();
      if (preparation != null) {
        preparation.accept(answers.get(i));
      }
    }
  }

  /** The book as the session sees it, on the book's today. */
  static Book open(BookSession session, Agreement agreement, TradingAccount account) {
    Loaded loaded = session.loaded();
    Book book =
        new Book(
            new Rules(agreement, account, session.terms()),
            session.position(),
            new Book.Contents(
                new OpenItems(loaded.items(), loaded.takenReferences()),
                loaded.desk(),
                new DueSchedule(loaded.dueOn())),
            loaded.now());
    book.advanceTo(loaded.businessDate(), loaded.falling());
    return book;
  }

  private Answer answer(Submission submission) {
    String unproved = submission.caller().unprovedKey();
    if (unproved != null && !provedApiKeys.contains(unproved)) {
      return new Answer.NotProved();
    }
    if (!belongsToItsFile(submission)) {
      return new Answer.KeyReused(true);
    }
    KeyRecord known = answeredBefore.get(submission.key());
    if (known != null) {
      return sameAs(known, submission)
          ? recall(known, wasTold(known, submission))
          : new Answer.KeyReused(false);
    }
    KeyRecord here = answeredHere.get(submission.key());
    if (here != null) {
      return sameAs(here, submission) ? repeated(submission.key()) : new Answer.KeyReused(false);
    }
    if (submission.onlyAsks()) {
      return new Answer.Outcomes(false, List.of());
    }
    Answer answer = decide(submission);
    answersHere.put(submission.key(), answer);
    return answer;
  }

  /**
   * Whether its caller may have been told this answer before. Nobody was told what an earlier
   * attempt of this same batch put on record, so the first answer from that is no repetition.
   */
  private boolean wasTold(KeyRecord known, Submission submission) {
    return submission.onlyAsks() || !proofs.isOwn(known) || !toldNow.add(known.key());
  }

  /** A group of a file belongs to the file that its key answered first. */
  private boolean belongsToItsFile(Submission submission) {
    Submission.FileKey file = submission.file();
    KeyRecord known = file == null ? null : known(file.key());
    return file == null || known == null || known.digest().equals(file.digest());
  }

  private @Nullable KeyRecord known(IdempotencyKey key) {
    KeyRecord before = answeredBefore.get(key);
    return before == null ? answeredHere.get(key) : before;
  }

  /** Puts a submission's key on record, and with a file's first group the file's. */
  private void remember(Submission submission, long firstDecision, int decisions) {
    Instant at = book.position().recordedAt();
    Submission.FileKey file = submission.file();
    if (file != null && known(file.key()) == null) {
      remember(new KeyRecord(file.key(), file.digest(), 0, 0, at));
    }
    remember(new KeyRecord(submission.key(), submission.digest(), firstDecision, decisions, at));
  }

  private void remember(KeyRecord key) {
    answeredHere.put(key.key(), key);
    records.add(key);
  }

  private static boolean sameAs(KeyRecord known, Submission submission) {
    return known.digest().equals(submission.digest());
  }

  private Answer decide(Submission submission) {
    long firstDecision = book.position().decisions() + 1;
    Answer answer =
        switch (submission.mode()) {
          case INDEPENDENT -> independently(submission);
          case ATOMIC -> atomically(submission);
        };
    int decisions = Math.toIntExact(book.position().decisions() - firstDecision + 1);
    remember(submission, firstDecision, decisions);
    return answer;
  }

  private Answer independently(Submission submission) {
    List<Outcome> outcomes = new ArrayList<>(submission.postings().size());
    submission
        .postings()
        .forEach(posting -> outcomes.add(book.post(posting, submission.caller().principal())));
    return new Answer.Outcomes(false, outcomes);
  }

  private Answer atomically(Submission submission) {
    List<InvoicePosting> invoices =
        submission.postings().stream().map(InvoicePosting.class::cast).toList();
    return switch (book.postAtomically(invoices, submission.caller().principal())) {
      case BatchOutcome.AllPosted all -> new Answer.Outcomes(false, all.outcomes());
      case BatchOutcome.NonePosted none ->
          new Answer.BatchRefused(false, none.decision(), none.refused());
    };
  }

  /** The same key twice in one batch: the second is a replay of the first. */
  private Answer repeated(IdempotencyKey key) {
    return switch (answersHere.get(key)) {
      case Answer.Outcomes first -> new Answer.Outcomes(true, first.outcomes());
      case Answer.BatchRefused first ->
          new Answer.BatchRefused(true, first.decision(), first.refused());
      case Answer.KeyReused reused -> reused;
      case Answer.NotProved not -> not;
      case null -> throw new IllegalStateException("key " + key + " was answered a moment ago");
    };
  }

  /**
   * All that the batch repeats, in a fixed number of queries however many submissions repeat it.
   */
  private void recallOutcomes(List<Submission> submissions) {
    List<Long> numbers = new ArrayList<>();
    for (Submission submission : submissions) {
      KeyRecord known = answeredBefore.get(submission.key());
      if (known != null && sameAs(known, submission)) {
        numbers.addAll(numbers(known));
      }
    }
    if (!numbers.isEmpty()) {
      recalled = session.outcomes(numbers.stream().distinct().toList());
    }
  }

  private static List<Long> numbers(KeyRecord known) {
    return LongStream.range(known.firstDecision(), known.firstDecision() + known.decisions())
        .boxed()
        .toList();
  }

  private Answer recall(KeyRecord known, boolean replayed) {
    List<Outcome> inOrder = numbers(known).stream().map(this::found).toList();
    Decision first = inOrder.getFirst().decision();
    return switch (first.act()) {
      case INVOICE_BATCH ->
          new Answer.BatchRefused(replayed, first, session.refusedItems(first.number()));
      default -> new Answer.Outcomes(replayed, inOrder);
    };
  }

  private Outcome found(Long number) {
    Outcome outcome = recalled.get(number);
    if (outcome == null) {
      throw new IllegalStateException(
          "decision " + number + " is missing, though its key is on record");
    }
    return outcome;
  }
}
