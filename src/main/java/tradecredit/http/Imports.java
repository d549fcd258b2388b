package tradecredit.http;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Semaphore;
import tradecredit.agreement.TradingAccount;
import tradecredit.inquiry.Inquiries;
import tradecredit.posting.Lanes;

/** Runs imports, a bounded number at once. */
@Singleton
final class Imports {

  private final Addressed addressed;
  private final ImportGroupReader reader;
  private final Lanes lanes;
  private final Inquiries inquiries;
  private final ImportSettings settings;
  private final Semaphore running;

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
    this.running = new Semaphore(settings.bounds().imports());
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
          return HttpResponse.ok(answer).contentType(MediaType.APPLICATION_JSON_TYPE);
        });
  }

  /** Posts all of the file or nothing. */
  HttpResponse<?> atomic(TradingAccount account, ImportRun.RequestKey key, InputStream body)
      throws IOException, InterruptedException {
    return running(
        () -> {
          try (ImportFile file =
              new ImportFile(body, settings.bounds(), settings.bounds().batchItems())) {
            file.readHeader();
            return new AtomicImport(account, addressed, key, lanes, reader).run(file);
          }
        });
  }

  private HttpResponse<?> running(Running work) throws IOException, InterruptedException {
    if (!running.tryAcquire()) {
      throw new BusyException(
          "As many imports run as are taken at once; nothing of this one was posted.");
    }
    try {
      return work.run();
    } finally {
      running.release();
    }
  }
}
