package tradecredit.http.files;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import tradecredit.agreement.TradingAccount;
import tradecredit.http.posting.Submissions;
import tradecredit.http.wire.Addressed;
import tradecredit.http.wire.BodySizes;
import tradecredit.http.wire.HttpBounds;
import tradecredit.posting.Lanes;
import tradecredit.posting.PostingSettings;
import tradecredit.posting.Submission;

/** Runs imports, a bounded number of each account at once, until their answers are taken. */
@Singleton
final class Imports {

  private final Addressed addressed;
  private final ImportGroupReader reader;
  private final Lanes lanes;
  private final ImportAnswers answers;
  private final ImportSettings settings;
  private final ImportPlaces places;

  Imports(
      Addressed addressed,
      ImportGroupReader reader,
      Lanes lanes,
      ImportAnswers answers,
      ImportSettings settings) {
    this.addressed = addressed;
    this.reader = reader;
    this.lanes = lanes;
    this.answers = answers;
    this.settings = settings;
    this.places = new ImportPlaces(addressed.agreement().accounts(), settings.bounds().imports());
  }

  /** The bounds of a file, and the pace at which it is posted. */
  @Singleton
  record ImportSettings(HttpBounds bounds, BodySizes sizes, PostingSettings posting) {}

  /**
   * Posts group by group; the answer's results are streamed from the book. The answer, an {@link
   * ImportAnswers.AnswerStream}, holds the import's place until it is read to its end or closed.
   */
  HttpResponse<?> independent(TradingAccount account, ImportRun.RequestKey key, InputStream body)
      throws IOException, InterruptedException {
    ImportPlaces.Place place = places.take(account.id());
    boolean isAnswered = false;
    try {
      ImportOutcomes outcomes;
      try (ImportFile file = file(body, Submission.Mode.INDEPENDENT)) {
        file.readHeader();
        outcomes = new ImportRun(account, key, lanes, reader, settings.posting()).run(file);
      }
      InputStream answer = answers.of(account, key.path(), outcomes, place);
      isAnswered = true;
      return Submissions.marked(
          HttpResponse.ok(answer).contentType(MediaType.APPLICATION_JSON_TYPE),
          outcomes.isReplay());
    } finally {
      if (!isAnswered) {
        place.giveBack();
      }
    }
  }

  /** Posts all of the file or nothing. */
  HttpResponse<?> atomic(TradingAccount account, ImportRun.RequestKey key, InputStream body)
      throws IOException, InterruptedException {
    ImportPlaces.Place place = places.take(account.id());
    try (ImportFile file = file(body, Submission.Mode.ATOMIC)) {
      file.readHeader();
      return new AtomicImport(account, addressed, key, lanes, reader).run(file);
    } finally {
      place.giveBack();
    }
  }

  private ImportFile file(InputStream body, Submission.Mode mode) {
    return new ImportFile(body, mode, settings.bounds(), settings.sizes().file());
  }
}
