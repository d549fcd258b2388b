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
  void one_is_made_for_each_request_and_stays_with_it() {
    MutableHttpRequest<?> request = HttpRequest.GET("/");

    UUID made = UUID.fromString(RequestId.of(request));
    UUID next = UUID.fromString(RequestId.of(HttpRequest.GET("/")));

    assertThat(RequestId.of(request)).isEqualTo(made.toString());
    assertThat(next).isNotEqualTo(made);
  }

  /** Two companies watch each other: names that count would tell one how much the other asks. */
  @Test
  void what_is_made_tells_nothing_of_the_requests_before() {
    assertThat(UUID.fromString(RequestId.of(HttpRequest.GET("/"))).version()).isEqualTo(4);
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

    assertThat(UUID.fromString(id).version()).isEqualTo(4);
  }

  @Test
  void of_two_none_is_taken() {
    MutableHttpRequest<?> request = HttpRequest.GET("/");
    request.getHeaders().add(RequestId.HEADER, "a").add(RequestId.HEADER, "b");

    assertThat(UUID.fromString(RequestId.of(request)).version()).isEqualTo(4);
  }
}
