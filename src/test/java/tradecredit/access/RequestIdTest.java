package tradecredit.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpRequest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdTest {

  @Test
  void what_is_made_is_a_uuid_of_version_8_that_counts_on_and_stays_with_its_request() {
    MutableHttpRequest<?> request = HttpRequest.GET("/");

    UUID made = UUID.fromString(RequestId.of(request));
    UUID next = UUID.fromString(RequestId.of(HttpRequest.GET("/")));

    assertThat(RequestId.of(request)).isEqualTo(made.toString());
    assertThat(made.version()).isEqualTo(8);
    assertThat(made.variant()).isEqualTo(2);
    assertThat(next.getMostSignificantBits()).isEqualTo(made.getMostSignificantBits());
    assertThat(next.getLeastSignificantBits()).isGreaterThan(made.getLeastSignificantBits());
  }

  @Test
  void a_given_one_stays() {
    assertThat(RequestId.of(HttpRequest.GET("/").header(RequestId.HEADER, "trace-7._A")))
        .isEqualTo("trace-7._A");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a b",
        "ü",
        "a/b",
        "0123456789012345678901234567890123456789012345678901234567890123-"
      })
  void one_that_is_none_is_made_anew(String odd) {
    String id = RequestId.of(HttpRequest.GET("/").header(RequestId.HEADER, odd));

    assertThat(UUID.fromString(id).version()).isEqualTo(8);
  }

  @Test
  void of_two_none_is_taken() {
    MutableHttpRequest<?> request = HttpRequest.GET("/");
    request.getHeaders().add(RequestId.HEADER, "a").add(RequestId.HEADER, "b");

    assertThat(UUID.fromString(RequestId.of(request)).version()).isEqualTo(8);
  }
}
