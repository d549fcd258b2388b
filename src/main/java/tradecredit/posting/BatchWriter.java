package tradecredit.posting;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import tradecredit.agreement.Agreement;
import tradecredit.agreement.TradingAccount;
import tradecredit.platform.UnavailableException;

/**
 * Writes batches of submissions into one account's book, each in one transaction. A failed or
 * uncertain commit is retried as a batch, which is safe because the idempotency records are in the
 * same transaction. Where that is possible, a batch is written without reading anything first; see
 * {@link BookStore#unasked}.
 */
final class BatchWriter {

  private final Agreement agreement;
  private final TradingAccount account;
  private final BookStore store;
  private final Retries retries;

  BatchWriter(
      Agreement agreement, TradingAccount account, BookStore store, PostingSettings settings) {
    this.agreement = agreement;
    this.account = account;
    this.store = store;
    this.retries = new Retries("Account " + account.id(), settings);
  }

  /**
   * Writes a batch.
   *
   * @param batch the submissions as they are then: it may grow while the account is waited for
   * @param whileWaiting lets in who came while another replica held the account
   * @return the answers, in the order of the submissions, once they are committed
   * @throws UnavailableException where the database stays away
   */
  List<Answer> write(Supplier<List<Submission>> batch, Runnable whileWaiting)
      throws InterruptedException {
    Proofs proofs = new Proofs();
    return retries.run(
        retries.deadlineNanos(),
        attempt -> {
          // API keys are proved for the batch as it is then, so nobody joins a later attempt.
          Runnable lettingIn = attempt == 1 ? whileWaiting : () -> {};
          Supplier<Wanted> afterWaiting =
              () -> {
                lettingIn.run();
                return Wanted.by(batch.get());
              };
          Optional<List<Answer>> answers =
              attempt == 1 ? unasked(batch, afterWaiting, proofs) : Optional.empty();
          return answers.isPresent() ? answers.get() : asked(batch, afterWaiting, proofs);
        });
  }

  private List<Answer> asked(
      Supplier<List<Submission>> batch, Supplier<Wanted> afterWaiting, Proofs proofs) {
    return store.locked(
        account.id(),
        Wanted.by(batch.get()),
        afterWaiting,
        session -> run(session, batch, proofs.under(session), proofs));
  }

  /**
   * All groups of a file but the first find the file's key on record, so an unasked write would be
   * in vain.
   */
  private Optional<List<Answer>> unasked(
      Supplier<List<Submission>> batch, Supplier<Wanted> afterWaiting, Proofs proofs) {
    return batch.get().stream().anyMatch(one -> one.file() != null)
        ? Optional.empty()
        : store.unasked(
            account.id(),
            Wanted.by(batch.get()),
            afterWaiting,
            session -> run(session, batch, proofs.assumed(session), proofs));
  }

  private List<Answer> run(
      BookSession session,
      Supplier<List<Submission>> batch,
      Set<String> provedApiKeys,
      Proofs proofs) {
    return BatchRun.run(session, agreement, account, batch.get(), provedApiKeys, proofs);
  }
}
