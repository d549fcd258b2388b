package tradecredit.http;

import java.util.List;
import org.junit.jupiter.api.Test;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

class PrintExamplesTest {
  @Test
  void print() {
    try (Service service = Service.on(TestDatabase.H2)) {
      List<DeskExamplesTest.Step> all = new DeskExamplesTest().steps();
      for (int i = 0; i < all.size(); i++) {
        var answer = all.get(i).play(service.client(), i);
        if ("{}".equals(String.valueOf(all.get(i).example()).strip())) {
          System.out.println(
              "EXAMPLE " + all.get(i).path() + " " + answer.status() + " " + answer.text());
        }
      }
    }
  }
}
