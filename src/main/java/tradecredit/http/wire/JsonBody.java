package tradecredit.http.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A request body as a JSON tree: exactly one value, no duplicate names, bounded depth and lengths.
 */
public final class JsonBody {

  private static final int MAXIMUM_DEPTH = 16;
  private static final int MAXIMUM_TEXT = 10_000;
  private static final int MAXIMUM_NUMBER = 40;

  private static final int CHARACTERS_AT_ONCE = 8192;

  private static final int LARGE_BYTES = 6_000_000;

  /** More than a batch of up to {@link #LARGE_BYTES} can have: a line's ten take 62 bytes. */
  private static final int MAXIMUM_TOKENS = 1_000_000;

  /** More than a batch of 16 MB can have, whose tree may take hundreds of megabytes. */
  private static final int MAXIMUM_TOKENS_OF_LARGE = 2_800_000;

  /** Where Jackson has a bound from, behind the bound: nothing to a caller. */
  private static final Pattern SETTER = Pattern.compile(", from `[^`]*`");

  /** What Jackson would have its programmer do: nothing to a caller, either. */
  private static final Pattern PROGRAMMING =
      Pattern.compile("(: enable| \\(bound as| \\(start marker at) .*");

  private static final JsonMapper MAPPER = mapper(MAXIMUM_TOKENS);
  private static final JsonMapper MAPPER_OF_LARGE = mapper(MAXIMUM_TOKENS_OF_LARGE);

  private JsonBody() {}

  private static JsonMapper mapper(int tokens) {
    return JsonMapper.builder(
            JsonFactory.builder()
                .streamReadConstraints(
                    StreamReadConstraints.builder()
                        .maxNestingDepth(MAXIMUM_DEPTH)
                        .maxStringLength(MAXIMUM_TEXT)
                        .maxNameLength(MAXIMUM_TEXT)
                        .maxNumberLength(MAXIMUM_NUMBER)
                        .maxTokenCount(tokens)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                // JSON between systems is UTF-8 (RFC 8259, section 8.1): nothing else is guessed.
                .disable(JsonFactory.Feature.CHARSET_DETECTION)
                .build())
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .build();
  }

  /** Parses {@code bytes} as one JSON object. */
  public static JsonNode object(byte[] bytes) {
    JsonNode tree = parse(bytes);
    if (!tree.isObject()) {
      throw malformed("The body must be a JSON object, not " + JsonFields.kindOf(tree));
    }
    return tree;
  }

  /** Whether its tree may take hundreds of megabytes. */
  public static boolean isLarge(byte[] bytes) {
    return bytes.length > LARGE_BYTES;
  }

  private static JsonNode parse(byte[] bytes) {
    refuseUnlessUtf8(bytes);
    try {
      JsonMapper mapper = isLarge(bytes) ? MAPPER_OF_LARGE : MAPPER;
      JsonNode tree = mapper.readTree(bytes);
      if (tree.isMissingNode()) {
        throw malformed("The body is empty; it must be a JSON object");
      }
      return tree;
    } catch (StreamConstraintsException beyond) {
      throw malformed(
          "The body is more than is read"
              + where(beyond)
              + ": "
              + SETTER.matcher(firstLine(beyond.getOriginalMessage())).replaceFirst(""));
    } catch (JsonProcessingException fault) {
      throw malformed(
          "The body is not well-formed JSON"
              + where(fault)
              + ": "
              + PROGRAMMING.matcher(firstLine(fault.getOriginalMessage())).replaceFirst(""));
    } catch (IOException fault) {
      throw malformed("The body cannot be read as UTF-8 JSON");
    }
  }

  /** Jackson reads what is longer than it may be, as {@code C0 AF} for a slash (RFC 3629). */
  private static void refuseUnlessUtf8(byte[] bytes) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer text = ByteBuffer.wrap(bytes);
    CharBuffer some = CharBuffer.allocate(Math.min(bytes.length, CHARACTERS_AT_ONCE));
    CoderResult result;
    do {
      result = decoder.decode(text, some.clear(), true);
    } while (result.isOverflow());
    if (result.isError()) {
      throw malformed("The body is not UTF-8 from byte %d on".formatted(text.position()));
    }
  }

  private static String where(JsonProcessingException fault) {
    JsonLocation at = fault.getLocation();
    return at == null ? "" : " at line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("");
  }

  private static ProblemException malformed(String detail) {
    return new ProblemException(
        400,
        Codes.MALFORMED_JSON,
        "The body is not the JSON that is expected",
        detail,
        List.of(new Fault("", Codes.MALFORMED_JSON, detail)));
  }
}
