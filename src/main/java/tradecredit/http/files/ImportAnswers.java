package tradecredit.http.files;

import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import tradecredit.agreement.TradingAccount;
import tradecredit.http.wire.Addressed;
import tradecredit.inquiry.Inquiries;

/** Begins the answers to imports, with what each of them reads and renders by. */
@Singleton
final class ImportAnswers {

  private final Addressed addressed;
  private final Inquiries inquiries;
  private final JsonMapper json;

  ImportAnswers(Addressed addressed, Inquiries inquiries, JsonMapper json) {
    this.addressed = addressed;
    this.inquiries = inquiries;
    this.json = json;
  }

  /** The answer to the import that {@code place} is held for. */
  ImportAnswer of(
      TradingAccount account, String path, ImportOutcomes outcomes, ImportPlaces.Place place) {
    ImportAnswer.Where where = new ImportAnswer.Where(account, addressed.currency(), path);
    return new ImportAnswer(where, inquiries, json, outcomes, place);
  }
}
