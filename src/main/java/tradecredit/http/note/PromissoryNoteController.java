package tradecredit.http.note;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import tradecredit.access.Needs;
import tradecredit.access.Permission;
import tradecredit.agreement.Agreement;
import tradecredit.agreement.PromissoryNoteTerms;
import tradecredit.http.wire.Addressed;
import tradecredit.http.wire.ApiSchemas;
import tradecredit.http.wire.Cursor;
import tradecredit.http.wire.Page;
import tradecredit.http.wire.ProblemException;
import tradecredit.http.wire.Query;
import tradecredit.inquiry.NoteInquiries;
import tradecredit.inquiry.NoteRecord;
import tradecredit.inquiry.Slice;
import tradecredit.money.Quoted;
import tradecredit.note.NotePayment;
import tradecredit.note.NoteRequest;

/** The promissory note. */
@Controller("/v1/agreements/{agreementId}/promissory-note")
@ExecuteOn(TaskExecutors.BLOCKING)
class PromissoryNoteController {

  private static final String LIST = "noteEntries";

  private final Addressed addressed;
  private final NoteReader reader;
  private final NoteSubmissions submissions;
  private final NoteInquiries inquiries;

  PromissoryNoteController(
      Addressed addressed,
      NoteReader reader,
      NoteSubmissions submissions,
      NoteInquiries inquiries) {
    this.addressed = addressed;
    this.reader = reader;
    this.submissions = submissions;
    this.inquiries = inquiries;
  }

  @NoteApi.RecordNote
  @Needs(Permission.RECORD_NOTE)
  @Post
  CompletionStage<HttpResponse<?>> recordPromissoryNote(
      HttpRequest<?> request,
      @ApiSchemas.AgreementPath @PathVariable String agreementId,
      @Body byte @Nullable [] body) {
    PromissoryNoteTerms terms = terms(agreementId);
    Addressed.requireKey(request);
    JsonNode json = addressed.json(body);
    return submissions.submit(request, terms, json, reader.note(json, terms));
  }

  @NoteApi.GetNote
  @Needs(Permission.READ_NOTE)
  @Get
  PromissoryNoteBody getPromissoryNote(
      @ApiSchemas.AgreementPath @PathVariable String agreementId,
      @Nullable @QueryValue String asOf) {
    PromissoryNoteTerms terms = terms(agreementId);
    return inquiries
        .note(Query.asOf(asOf))
        .map(reading -> PromissoryNoteBody.of(addressed.agreement(), terms, reading))
        .orElseThrow(() -> NoteProblems.notRecorded(terms.clause()));
  }

  @NotePaymentApi.PostPayment
  @Needs(Permission.POST_NOTE_PAYMENTS)
  @Post("/payments")
  CompletionStage<HttpResponse<?>> postPromissoryNotePayment(
      HttpRequest<?> request,
      @ApiSchemas.AgreementPath @PathVariable String agreementId,
      @Body byte @Nullable [] body) {
    PromissoryNoteTerms terms = terms(agreementId);
    Addressed.requireKey(request);
    JsonNode json = addressed.json(body);
    return submissions.submit(request, terms, json, reader.payment(json));
  }

  @NoteReturnApi.ReturnPayment
  @Needs(Permission.POST_NOTE_PAYMENTS)
  @Post("/payments/{paymentId}/return")
  CompletionStage<HttpResponse<?>> returnPromissoryNotePayment(
      HttpRequest<?> request,
      @ApiSchemas.AgreementPath @PathVariable String agreementId,
      @ApiSchemas.NotePaymentPath @PathVariable String paymentId,
      @Body byte @Nullable [] body) {
    PromissoryNoteTerms terms = terms(agreementId);
    Addressed.requireKey(request);
    JsonNode json = addressed.json(body);
    return submissions.submit(request, terms, json, returned(json, paymentId));
  }

  /** A payment never changes and never goes away, so it may be found before the desk decides. */
  private NoteRequest.Return returned(JsonNode json, String paymentId) {
    if (!paymentId.matches("[1-9][0-9]{0,17}")) {
      throw ProblemException.notFound(
          "%s is no payment id, as 2; GET …/promissory-note/entries lists the payments."
              .formatted(Quoted.of(paymentId)));
    }
    NoteRecord found = inquiries.payment(Long.parseLong(paymentId)).orElse(null);
    if (found != null && found.document() instanceof NotePayment payment) {
      return NoteReader.paymentReturn(json, found.entry(), payment);
    }
    throw ProblemException.notFound("The promissory note has no payment %s.".formatted(paymentId));
  }

  @NotePaymentApi.ListEntries
  @Needs(Permission.READ_NOTE)
  @Get("/entries")
  HttpResponse<Page<NoteEntryBody>> listPromissoryNoteEntries(
      HttpRequest<?> request,
      @ApiSchemas.AgreementPath @PathVariable String agreementId,
      @Nullable @QueryValue String cursor,
      @Nullable @QueryValue String limit) {
    terms(agreementId);
    Slice<NoteRecord> slice = inquiries.entries(Cursor.number(cursor, LIST), Query.limit(limit));
    return Page.of(request, LIST, slice, reading -> reading.entry().sequence(), NoteEntryBody::of);
  }

  private PromissoryNoteTerms terms(String agreementId) {
    Agreement agreement = addressed.agreement(agreementId);
    PromissoryNoteTerms terms = agreement.promissoryNote();
    if (terms == null) {
      throw ProblemException.notFound("The agreement has no promissory note.");
    }
    return terms;
  }
}
