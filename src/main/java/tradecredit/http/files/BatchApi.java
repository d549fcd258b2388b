package tradecredit.http.files;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import tradecredit.http.document.ApiAccess;
import tradecredit.http.document.ApiDocument;
import tradecredit.http.document.ApiErrors;
import tradecredit.http.document.ApiParameters;
import tradecredit.http.wire.Problem;

/** How batches and imports are described in the OpenAPI document. */
final class BatchApi {

  private BatchApi() {}

  /** {@code POST /v1/accounts/{accountId}/invoices/batch}. */
  @Retention(RetentionPolicy.SOURCE)
  @Operation(
      summary = "Post many invoices",
      description =
          """
      To 10,000 invoices, in at most 16 MiB, in one transaction. `atomic`: all or nothing; a malformed item is a 400 for all.
      `independent`: each for itself, and a malformed item is its own problem; if all are, nothing
      is decided, and the key is not used up. The outcomes stand in the order of the items.
      Cards that are delivered already are posted one invoice at a time: an item's `alreadyDelivered` is null or left out.""",
      tags = ApiDocument.INVOICES,
      requestBody =
          @RequestBody(
              required = true,
              description = "The invoices and how they hang together",
              content =
                  @Content(
                      schema = @Schema(implementation = BatchRequest.class),
                      examples = {
                        @ExampleObject(name = "atomic", ref = "batch"),
                        @ExampleObject(name = "independent", ref = "batchIndependent")
                      })),
      responses = {
        @ApiResponse(
            responseCode = "200",
            description = "An outcome per invoice",
            headers =
                @Header(
                    name = ApiDocument.REPLAYED,
                    description = ApiDocument.ABOUT_REPLAYED,
                    schema = @Schema(type = "string", allowableValues = "true")),
            content =
                @Content(
                    schema = @Schema(implementation = BatchBody.class),
                    examples = @ExampleObject(name = "independent", ref = "batchOutcomes"))),
        @ApiResponse(
            responseCode = "400",
            description = "The request is not valid",
            content =
                @Content(
                    mediaType = Problem.MEDIA_TYPE,
                    schema = @Schema(implementation = Problem.class),
                    examples = {
                      @ExampleObject(name = "malformed", ref = "batchMalformed"),
                      @ExampleObject(name = "keyMissing", ref = "keyMissing")
                    })),
        @ApiResponse(
            responseCode = "413",
            description = "The batch has too many bytes",
            content =
                @Content(
                    mediaType = Problem.MEDIA_TYPE,
                    schema = @Schema(implementation = Problem.class),
                    examples = @ExampleObject(name = "tooLarge", ref = "batchTooLarge"))),
        @ApiResponse(
            responseCode = "422",
            description =
                "The atomic batch is refused as a whole, or the key has answered another request",
            headers =
                @Header(
                    name = ApiDocument.REPLAYED,
                    description = ApiDocument.ABOUT_REPLAYED,
                    schema = @Schema(type = "string", allowableValues = "true")),
            content =
                @Content(
                    mediaType = Problem.MEDIA_TYPE,
                    schema = @Schema(implementation = Problem.class),
                    examples = {
                      @ExampleObject(name = "batchRefused", ref = "batchRefused"),
                      @ExampleObject(name = "keyReused", ref = "batchKeyReused")
                    }))
      })
  @ApiParameters.Keyed
  @ApiErrors.NoAccount
  @ApiErrors.NotAcceptable
  @ApiErrors.NotJson
  @ApiErrors.Busy
  @ApiAccess.Clerks
  @interface PostBatch {}

  /** {@code POST /v1/accounts/{accountId}/invoices/import}. */
  @Retention(RetentionPolicy.SOURCE)
  @Operation(
      summary = "Post invoices from a CSV file",
      description =
          """
      RFC 4180, UTF-8, header `number,invoiceDate,product,faceValue,quantity,discount,memo`; consecutive rows of one number are
      the lines of one invoice. The file is read as a stream and posted group by group; the last group only after a clean end.
      A broken or corrected file is sent again with the same key: what is missing is posted, nothing is posted twice, and a row
      of a posted or refused invoice that changed is that row's `idempotency-key-reused`. A row that is not UTF-8, or has a quote
      in a field that is not quoted, is `malformed-csv` (in the `errors` of its `problem`), and the file goes on. Where nobody can
      tell where a row ends (text behind a closing quote, or a quote that is not closed), or a row has more than 16,384
      characters, it is read no further, and the invoice that was being read is not posted. `atomic` takes at most 10,000 rows,
      `independent` 200,000, and either of them 512 MiB.""",
      tags = ApiDocument.INVOICES,
      parameters = {
        @Parameter(
            name = ApiDocument.KEY,
            in = ParameterIn.HEADER,
            description = ApiDocument.ABOUT_KEY,
            required = true,
            schema =
                @Schema(
                    type = "string",
                    pattern = ApiDocument.KEY_PATTERN,
                    minLength = 1,
                    maxLength = 255),
            example = ApiDocument.KEY_SAMPLE),
        @Parameter(
            name = "mode",
            in = ParameterIn.QUERY,
            description = "atomic: all or nothing. independent: each invoice for itself.",
            schema =
                @Schema(
                    type = "string",
                    allowableValues = {"atomic", "independent"},
                    defaultValue = "independent"))
      },
      requestBody =
          @RequestBody(
              required = true,
              description = "The file",
              content =
                  @Content(
                      mediaType = ApiDocument.CSV,
                      schema = @Schema(implementation = String.class),
                      examples = @ExampleObject(name = "file", ref = "file"))),
      responses = {
        @ApiResponse(
            responseCode = "200",
            description = "An outcome per row",
            headers =
                @Header(
                    name = ApiDocument.REPLAYED,
                    description =
                        "true where every invoice of the file was answered before, under this key; else left out",
                    schema = @Schema(type = "string", allowableValues = "true")),
            content =
                @Content(
                    schema = @Schema(implementation = ImportBody.class),
                    examples = @ExampleObject(name = "independent", ref = "fileOutcomes"))),
        @ApiResponse(
            responseCode = "400",
            description = "The request or the file is not valid; in an atomic import, also any row",
            content =
                @Content(
                    mediaType = Problem.MEDIA_TYPE,
                    schema = @Schema(implementation = Problem.class),
                    examples = {
                      @ExampleObject(name = "header", ref = "fileHeader"),
                      @ExampleObject(name = "malformed", ref = "fileMalformed"),
                      @ExampleObject(name = "keyMissing", ref = "keyMissing")
                    })),
        @ApiResponse(
            responseCode = "413",
            description = "The file has too many rows or bytes",
            content =
                @Content(
                    mediaType = Problem.MEDIA_TYPE,
                    schema = @Schema(implementation = Problem.class),
                    examples = {
                      @ExampleObject(name = "tooManyRows", ref = "fileTooManyRows"),
                      @ExampleObject(name = "tooManyRowsOneByOne", ref = "fileTooManyRowsOneByOne"),
                      @ExampleObject(name = "tooLarge", ref = "fileTooLarge")
                    })),
        @ApiResponse(
            responseCode = "415",
            description = "The body is not text/csv, or it is compressed",
            content =
                @Content(
                    mediaType = Problem.MEDIA_TYPE,
                    schema = @Schema(implementation = Problem.class),
                    examples = @ExampleObject(name = "notCsv", ref = "notCsv"))),
        @ApiResponse(
            responseCode = "422",
            description =
                "The atomic import is refused as a whole, or the key has answered another request: in atomic mode "
                    + "another file, too",
            headers =
                @Header(
                    name = ApiDocument.REPLAYED,
                    description = ApiDocument.ABOUT_REPLAYED,
                    schema = @Schema(type = "string", allowableValues = "true")),
            content =
                @Content(
                    mediaType = Problem.MEDIA_TYPE,
                    schema = @Schema(implementation = Problem.class),
                    examples = {
                      @ExampleObject(name = "batchRefused", ref = "fileRefused"),
                      @ExampleObject(name = "keyReused", ref = "fileKeyReused")
                    })),
        @ApiResponse(
            responseCode = "503",
            description =
                "Too many imports run or postings wait, or the book cannot be reached; the same key may be sent again",
            headers =
                @Header(
                    name = "Retry-After",
                    description = "Seconds to wait",
                    schema = @Schema(type = "integer")),
            content =
                @Content(
                    mediaType = Problem.MEDIA_TYPE,
                    schema = @Schema(implementation = Problem.class),
                    examples = {
                      @ExampleObject(name = "importsFull", ref = "importsFull"),
                      @ExampleObject(name = "heldUp", ref = "importHeldUp"),
                      @ExampleObject(name = "bookAway", ref = "bookAwayFromImport")
                    }))
      })
  @ApiErrors.NoAccount
  @ApiErrors.NotAcceptable
  @ApiAccess.Clerks
  @interface ImportInvoices {}
}
