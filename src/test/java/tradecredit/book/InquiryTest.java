package tradecredit.book;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradecredit.support.Client;
import tradecredit.support.Client.Answer;
import tradecredit.support.Invariants;
import tradecredit.support.Json;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/**
 * What is asked of the book: agreements, accounts, balances, agings, invoices, entries and
 * decisions.
 */
class InquiryTest {

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_balance_is_answered_304_until_something_that_it_depends_on_changes(TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      Client client = service.client();
      String balance = Client.AUXER + "/balance";
      String empty = client.get(balance).header("ETag").orElseThrow();
      assertThat(client.get(balance, "If-None-Match", empty).status()).isEqualTo(304);
      assertThat(client.get(balance, "If-None-Match", "W/" + empty + ", \"other\"").status())
          .isEqualTo(304);
      assertThat(client.get(balance, "If-None-Match", empty).bytes()).isEmpty();

      client.post(Client.AUXER + "/invoices", Json.auxerInvoice("A-1", "2001-05-16", "100.00"));
      Answer posted = client.get(balance, "If-None-Match", empty);
      assertThat(posted.status()).isEqualTo(200);

      client.businessDate("2001-06-07");
      Answer nextDay = client.get(balance, "If-None-Match", posted.header("ETag").orElseThrow());
      assertThat(nextDay.status()).as("the same sequence, but another day").isEqualTo(200);
      assertThat(nextDay.json().get("pastDue").asText()).isEqualTo("100.00");
      assertThat(client.get(balance + "?asOf=2001-06-06").json().get("pastDue").asText())
          .isEqualTo("0.00");
      assertThat(client.get(balance + "?asOf=2001-05-15").json().get("balance").asText())
          .isEqualTo("0.00");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void standing_is_recorded_day_by_day_and_asked_as_of_any_day(TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      Client client = service.client();
      client.post(
          Client.KATTOSKO + "/invoices", Json.kattoskoInvoice("K-1", "2001-05-16", "100.00"));
      client.businessDate("2001-06-20");
      assertThat(client.get(Client.KATTOSKO + "/balance").json().get("standing").asText())
          .as("before the account has seen the day")
          .isEqualTo("notGood");

      Answer refused =
          client.post(
              Client.KATTOSKO + "/invoices", Json.kattoskoInvoice("K-2", "2001-06-20", "1.00"));
      assertThat(refused.code()).isEqualTo("account-not-in-good-standing");
      assertThat(refused.json().get("clause").asInt()).isEqualTo(6);
      assertThat(refused.json().at("/reasons/0/code").asText()).isEqualTo("past-due");
      assertThat(refused.json().at("/reasons/0/amount").asText()).isEqualTo("100.00");

      client.post(Client.KATTOSKO + "/payments", Json.payment("P-1", "2001-06-20", "100.00"));
      assertThat(
              client
                  .post(
                      Client.KATTOSKO + "/invoices",
                      Json.kattoskoInvoice("K-2", "2001-06-20", "1.00"))
                  .status())
          .isEqualTo(201);
      client.businessDate("2001-06-25");
      assertThat(standing(client, "2001-06-06")).as("due that day").isEqualTo("good");
      assertThat(standing(client, "2001-06-07")).as("the day after").isEqualTo("notGood");
      assertThat(standing(client, "2001-06-19")).isEqualTo("notGood");
      assertThat(standing(client, "2001-06-20")).as("paid").isEqualTo("good");
      Invariants.hold(service.database());
    }
  }

  private static String standing(Client client, String asOf) {
    return client.get(Client.KATTOSKO + "/balance?asOf=" + asOf).json().get("standing").asText();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void an_aging_counts_open_invoices_and_adds_up_on_every_day(TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      Client client = service.client();
      client.businessDate("2001-07-15");
      client.post(Client.AUXER + "/invoices", Json.auxerInvoice("A-1", "2001-05-20", "100.00"));
      client.post(Client.AUXER + "/invoices", Json.auxerInvoice("A-2", "2001-06-20", "200.00"));
      client.post(Client.AUXER + "/invoices", Json.auxerInvoice("A-3", "2001-07-10", "300.00"));
      client.post(Client.AUXER + "/payments", Json.payment("P-1", "2001-07-01", "100.00"));
      client.post(Client.AUXER + "/payments", Json.payment("P-2", "2001-07-12", "50.00", "[]"));

      JsonNode today = client.get(Client.AUXER + "/aging?buckets=2,30").json();
      assertThat(today.get("notDue").asText()).isEqualTo("300.00");
      assertThat(today.get("buckets").toString())
          .isEqualTo(
              "[{\"from\":1,\"to\":2,\"amount\":\"0.00\",\"count\":0},{\"from\":3,\"to\":30,\"amount\":\"200.00\",\"count\":1},"
                  + "{\"from\":31,\"to\":null,\"amount\":\"0.00\",\"count\":0}]");
      assertThat(today.get("openItems").asText()).isEqualTo("500.00");
      assertThat(today.get("unappliedCredit").asText()).isEqualTo("50.00");
      assertThat(today.get("balance").asText()).isEqualTo("450.00");

      JsonNode june = client.get(Client.AUXER + "/aging?asOf=2001-06-30&basis=invoiceDate").json();
      assertThat(june.at("/buckets/0/amount").asText()).isEqualTo("200.00");
      assertThat(june.at("/buckets/1/amount").asText()).isEqualTo("100.00");
      assertThat(june.at("/buckets/1/count").asLong()).isEqualTo(1);
      Invariants.hold(service.database());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void lists_are_paged_by_opaque_cursors_and_filtered(TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      Client client = service.client();
      for (int i = 1; i <= 7; i++) {
        client.post(Client.AUXER + "/invoices", Json.auxerInvoice("A-" + i, "2001-05-16", "1.00"));
      }
      client.post(Client.AUXER + "/payments", Json.payment("P-1", "2001-05-16", "2.50"));
      client.businessDate("2001-06-10");

      assertThat(allPages(client, Client.AUXER + "/invoices?limit=3", "number"))
          .containsExactly("A-1", "A-2", "A-3", "A-4", "A-5", "A-6", "A-7");
      assertThat(allPages(client, Client.AUXER + "/invoices?status=paid", "number"))
          .containsExactly("A-1", "A-2");
      assertThat(allPages(client, Client.AUXER + "/invoices?status=open&limit=2", "number"))
          .containsExactly("A-3", "A-4", "A-5", "A-6", "A-7");
      assertThat(allPages(client, Client.AUXER + "/invoices?status=pastDue&limit=4", "number"))
          .containsExactly("A-3", "A-4", "A-5", "A-6", "A-7");
      assertThat(allPages(client, Client.AUXER + "/invoices?status=disputed", "number")).isEmpty();
      assertThat(allPages(client, Client.AUXER + "/invoices?number=A-3&status=open", "number"))
          .containsExactly("A-3");
      assertThat(allPages(client, Client.AUXER + "/invoices?number=A-3&status=paid", "number"))
          .isEmpty();
      assertThat(allPages(client, Client.AUXER + "/entries?limit=3", "sequence"))
          .containsExactly("1", "2", "3", "4", "5", "6", "7", "8");
      assertThat(allPages(client, Client.AUXER + "/decisions?limit=8", "number"))
          .containsExactly("1", "2", "3", "4", "5", "6", "7", "8");

      JsonNode third = client.get(Client.AUXER + "/invoices?number=A-3").json().at("/items/0");
      assertThat(third.get("openAmount").asText()).isEqualTo("0.50");
      assertThat(third.get("daysPastDue").asLong()).isEqualTo(4);
      assertThat(third.at("/allocations/0/reference").asText()).isEqualTo("P-1");
      assertThat(client.get(Client.AUXER + "/invoices/" + third.get("id").asText()).json())
          .isEqualTo(third);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void the_longest_overdue_come_first_and_no_page_leaves_one_out(TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      Client client = service.client();
      client.businessDate("2001-05-20");
      for (int i = 1; i <= 12; i++) {
        String date = "2001-05-" + (20 - i % 3);
        client.post(Client.AUXER + "/invoices", Json.auxerInvoice("A-" + i, date, "1.00"));
      }
      client.businessDate("2001-06-10");
      String pastDue = Client.AUXER + "/invoices?status=pastDue";
      for (int limit : new int[] {1, 2, 3, 4, 50}) {
        assertThat(allPages(client, pastDue + "&limit=" + limit, "number"))
            .containsExactly("A-2", "A-5", "A-8", "A-11", "A-1", "A-4", "A-7", "A-10");
      }
      client.post(
          Client.AUXER + "/payments",
          Json.payment(
              "P-1", "2001-06-10", "1.00", "[{\"invoiceNumber\":\"A-8\",\"amount\":\"1.00\"}]"));
      Answer first = client.get(pastDue + "&limit=2");
      String cursor = first.json().get("nextCursor").asText();
      assertThat(allPages(client, pastDue + "&limit=2&cursor=" + cursor, "number"))
          .as("after a page whose last item was followed by one that is paid now")
          .containsExactly("A-11", "A-1", "A-4", "A-7", "A-10");
      assertThat(allPages(client, Client.AUXER + "/invoices?status=paid", "number"))
          .containsExactly("A-8");
      Invariants.hold(service.database());
    }
  }

  /** Follows the Link headers to the end. */
  private static List<String> allPages(Client client, String first, String field) {
    List<String> values = new ArrayList<>();
    String path = first;
    while (path != null) {
      Answer page = client.get(path);
      assertThat(page.status()).as("%s", page).isEqualTo(200);
      page.json().get("items").forEach(item -> values.add(item.get(field).asText()));
      Matcher link =
          Pattern.compile("<(.*)>; rel=\"next\"").matcher(page.header("Link").orElse(""));
      assertThat(link.matches()).isEqualTo(!page.json().get("nextCursor").isNull());
      path = link.matches() ? link.group(1) : null;
    }
    return values;
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void entries_carry_their_chain_and_decisions_what_they_were_taken_on(TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      Client client = service.client();
      client.post(Client.AUXER + "/invoices", Json.auxerInvoice("A-1", "2001-05-16", "100.00"));
      client.post(Client.AUXER + "/payments", Json.payment("P-1", "2001-05-16", "40.00"));
      client.post(Client.AUXER + "/invoices", Json.auxerInvoice("A-2", "2001-05-16", "50000.00"));

      JsonNode entries = client.get(Client.AUXER + "/entries").json().get("items");
      assertThat(entries.get(0).get("previousHash").asText()).isEqualTo("0".repeat(64));
      assertThat(entries.get(1).get("previousHash")).isEqualTo(entries.get(0).get("hash"));
      assertThat(entries.get(1).get("amount").asText()).isEqualTo("-40.00");
      assertThat(entries.get(1).get("balanceBefore").asText()).isEqualTo("100.00");
      assertThat(entries.get(1).get("balanceAfter").asText()).isEqualTo("60.00");
      assertThat(entries.get(1).at("/document/type").asText()).isEqualTo("payment");
      JsonNode refused = client.get(Client.AUXER + "/decisions").json().at("/items/2");
      assertThat(refused.get("sequence").isNull()).isTrue();
      assertThat(refused.get("outcome").asText()).isEqualTo("refused");
      assertThat(refused.get("code").asText()).isEqualTo("credit-limit-exceeded");
      assertThat(refused.get("requested").asText()).isEqualTo("50000.00");
      assertThat(refused.get("balance").asText()).isEqualTo("60.00");
      assertThat(refused.get("creditLimit").asText()).isEqualTo("50000.00");
      assertThat(refused.get("termsVersion").asInt()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_credit_check_tells_the_decision_with_its_remedies_and_leaves_no_trace(TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      Client client = service.client();
      client.post(Client.AUXER + "/invoices", Json.auxerInvoice("A-1", "2001-05-16", "49000.00"));
      Answer fits =
          client.post(
              Client.AUXER + "/credit-checks",
              null,
              Json.auxerInvoice("A-2", "2001-05-16", "1000.00"));
      Answer over =
          client.post(
              Client.AUXER + "/credit-checks",
              null,
              Json.auxerInvoice("A-2", "2001-05-16", "1000.01"));

      assertThat(fits.status()).isEqualTo(200);
      assertThat(fits.json().get("outcome").asText()).isEqualTo("accepted");
      assertThat(fits.json().get("problem").isNull()).isTrue();
      assertThat(over.status()).isEqualTo(200);
      assertThat(over.json().get("code").asText()).isEqualTo("credit-limit-exceeded");
      assertThat(over.json().at("/problem/excess").asText()).isEqualTo("0.01");
      assertThat(over.json().at("/problem/detail").asText())
          .as("a check needs no key")
          .endsWith("by 0.01.");
      assertThat(over.json().at("/problem/remedies").toString())
          .isEqualTo(
              "{\"largestInvoice\":\"1000.00\",\"smallestPayment\":\"0.01\",\"firstDateWithRoom\":\"2001-06-06\"}");
      assertThat(client.get(Client.AUXER + "/decisions").json().get("items")).hasSize(1);
      assertThat(
              client
                  .post(
                      Client.AUXER + "/invoices", Json.auxerInvoice("A-2", "2001-05-16", "1000.00"))
                  .status())
          .isEqualTo(201);
      Invariants.hold(service.database());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void the_agreement_is_told_with_all_its_clauses_and_accounts(TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      JsonNode agreement = service.client().get("/v1/agreements").json().at("/items/0");
      assertThat(agreement.get("clauses")).hasSize(17);
      assertThat(agreement.get("businessDate").asText()).isEqualTo("2001-05-16");
      assertThat(service.client().get("/v1/agreements/" + agreement.get("id").asText()).json())
          .isEqualTo(agreement);
      JsonNode accounts = service.client().get("/v1/accounts").json().get("items");
      assertThat(accounts.findValuesAsText("id"))
          .containsExactly("auxer-to-kattosko", "kattosko-to-seller");
      assertThat(
              service
                  .client()
                  .get(Client.KATTOSKO)
                  .json()
                  .at("/terms/requiresGoodStanding")
                  .asBoolean())
          .isTrue();
      assertThat(service.client().get(Client.KATTOSKO).json()).isEqualTo(accounts.get(1));
    }
  }

  @Test
  void agreements_and_accounts_are_listed_in_pages_as_all_else_is() {
    try (Service service = Service.on(TestDatabase.H2)) {
      Client client = service.client();
      Client.Answer first = client.get("/v1/accounts?limit=1");
      assertThat(first.json().get("items").findValuesAsText("id"))
          .containsExactly("auxer-to-kattosko");
      String cursor = first.json().get("nextCursor").textValue();
      assertThat(first.header("Link"))
          .contains("</v1/accounts?limit=1&cursor=" + cursor + ">; rel=\"next\"");
      Client.Answer last = client.get("/v1/accounts?limit=1&cursor=" + cursor);
      assertThat(last.json().get("items").findValuesAsText("id"))
          .containsExactly("kattosko-to-seller");
      assertThat(last.json().get("nextCursor").isNull()).isTrue();
      assertThat(client.get("/v1/agreements?limit=200").json().get("items")).hasSize(1);
      assertThat(client.get("/v1/agreements?cursor=" + cursor).code())
          .as("another list's cursor")
          .isEqualTo("invalid-request");
      assertThat(client.get("/v1/accounts?limit=201").code()).isEqualTo("invalid-request");
    }
  }
}
