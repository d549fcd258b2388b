package tradecredit.agreement;

import java.util.List;

/**
 * Somebody whom the covenants name and who is no party: a company, or a kind of customer.
 *
 * @param id its name in covenant checks; no party or group has it
 * @param name its name for readers
 * @param customerOf the parties, groups and companies whose customer it is; maybe none
 */
public record Company(PartyId id, String name, List<PartyId> customerOf) {

  /**
   * Holds the company with its own copy of the list.
   *
   * @throws IllegalArgumentException if the name is blank
   */
  public Company {
    Required.text("a company's name", name);
    customerOf = List.copyOf(customerOf);
  }
}
