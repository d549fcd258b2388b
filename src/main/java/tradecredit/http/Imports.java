package tradecredit.http;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import tradecredit.agreement.AccountId;
import tradecredit.agreement.TradingAccount;
import tradecredit.inquiry.Inquiries;
import tradecredit.posting.Lanes;

/**
 * Runs imports, a bounded number of each account at once: one supplier's files never hold back
 * another's.
 */
@Singleton
final class Imports {

  private final Addressed addressed;
  private final ImportGroupReader reader;
  private final Lanes lanes;
  private final Inquiries inquiries;
  private final ImportSettings settings;
  private final Map<AccountId, Semaphore> running = new HashMap<>();

  Imports(
      Addressed addressed,
      ImportGroupReader reader,
      Lanes lanes,
      Inquiries inquiries,
      ImportSettings settings) {
    this.addressed = addressed;
    this.reader = reader;
    this.lanes = lanes;
    this.inquiries = inquiries;
    this.settings = settings;
    addressed
        .agreement()
        .accounts()
        .forEach(account -> running.put(account.id(), new Semaphore(settings.bounds().imports())));
  }

  /** What an import needs beside the book. */
  @Singleton
  record ImportSettings(HttpBounds bounds, JsonMapper json) {}

  /** What one import does while it may run. */
  @FunctionalInterface
  private interface Running {
    HttpResponse<?> run() throws IOException, InterruptedException;
  }

  /** Posts group by group; the answer's results are streamed from the book. */
  HttpResponse<?> independent(TradingAccount account, ImportRun.RequestKey key, InputStream body)
      throws IOException, InterruptedException {
    return running(
        account,
        () -> {
          ImportOutcomes outcomes;
          try (ImportFile file =
              new ImportFile(body, settings.bounds(), settings.bounds().importRows())) {
            file.readHeader();
            outcomes = new ImportRun(account, key, lanes, reader).run(file);
          }
          ImportAnswer.Where where =
              new ImportAnswer.Where(account, addressed.currency(), key.path());
          InputStream answer = new ImportAnswer(where, inquiries, settings.json(), outcomes);
          return Submissions.marked(
              HttpResponse.ok(answer).contentType(MediaType.APPLICATION_JSON_TYPE),
              outcomes.isReplay());
        });
  }

  /** Posts all of the file or nothing. */
  HttpResponse<?> atomic(TradingAccount account, ImportRun.RequestKey key, InputStream body)
      throws IOException, InterruptedException {
    return running(
        account,
        () -> {
          try (ImportFile file =
              new ImportFile(body, settings.bounds(), settings.bounds().batchItems())) {
            file.readHeader();
            return new AtomicImport(account, addressed, key, lanes, reader).run(file);
          }
        });
  }

  private HttpResponse<?> running(TradingAccount account, Running work)
      throws IOException, InterruptedException {
    Semaphore permits = Objects.requireNonNull(running.get(account.id()));
    if (!permits.tryAcquire()) {
      throw new BusyException(
          "As many imports of account %s run as are taken at once; nothing of this one was posted."
              .formatted(account.id()));
    }
    try {
      return work.run();
    } finally {
      permits.release();
    }
  }
}
