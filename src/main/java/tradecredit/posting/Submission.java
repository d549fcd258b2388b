package tradecredit.posting;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tradecredit.agreement.AccountId;
import tradecredit.ledger.DeskPosting;
import tradecredit.ledger.Posting;

/**
 * One request to an account's lane: one posting, or a batch under one key.
 *
 * @param account which lane
 * @param caller who submits it
 * @param key its idempotency key
 * @param digest of method, path, content type and canonical payload
 * @param mode whether its postings stand or fall together
 * @param postings what to post, in order; none where nothing in the payload is well formed: then
 *     nothing is decided and no key is taken, and the answer is what the key was answered with
 *     before, or no outcome
 * @param file the file it is a group of; null for a whole request
 * @param foreseen told the answer once it is decided, before it is written: to prepare it, and to
 *     tell nobody before the lane gives that same answer; must not wait. Null where nothing is to
 *     be prepared
 */
public record Submission(
    AccountId account,
    Caller caller,
    IdempotencyKey key,
    String digest,
    Mode mode,
    List<? extends Posting> postings,
    @Nullable FileKey file,
    @Nullable Consumer<Answer> foreseen) {

  /** Whether its postings stand or fall together. */
  public enum Mode {
    /** Each posting has its own outcome. */
    INDEPENDENT,
    /** All are posted, or none. Only for invoices. */
    ATOMIC
  }

  /**
   * The first answer of a file: an import's groups have keys of their own, and all belong to one
   * file.
   */
  public record FileKey(IdempotencyKey key, String digest) {}

  /** A submission that is no part of a file. */
  public Submission(
      AccountId account,
      Caller caller,
      IdempotencyKey key,
      String digest,
      Mode mode,
      List<? extends Posting> postings) {
    this(account, caller, key, digest, mode, postings, null, null);
  }

  /** The same as a group of {@code whole}. */
  public Submission inFile(FileKey whole) {
    return new Submission(account, caller, key, digest, mode, postings, whole, foreseen);
  }

  /** The same, whose answer is prepared by {@code preparation} while it is written. */
  public Submission foreseenBy(Consumer<Answer> preparation) {
    return new Submission(account, caller, key, digest, mode, postings, file, preparation);
  }

  /** How much it is: its postings and their lines; what only asks for its key is one. */
  public int weight() {
    return onlyAsks() ? 1 : postings.stream().mapToInt(posting -> 1 + posting.size()).sum();
  }

  /** Whether it has nothing to post, and only asks what its key was answered with. */
  boolean onlyAsks() {
    return postings.isEmpty();
  }

  /**
   * Whether it is a batch of its own: an act of the credit desk needs more to be loaded, which
   * batches of invoices and payments are not to pay for.
   */
  boolean goesAlone() {
    return !onlyAsks() && postings.getFirst() instanceof DeskPosting;
  }

  /** Refuses an act of the credit desk in company. */
  public Submission {
    postings = List.copyOf(postings);
    if (postings.size() > 1 && postings.stream().anyMatch(DeskPosting.class::isInstance)) {
      throw new IllegalArgumentException("an act of the credit desk is a submission of its own");
    }
  }
}
