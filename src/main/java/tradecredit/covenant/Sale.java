package tradecredit.covenant;

import java.time.LocalDate;
import tradecredit.agreement.PartyId;
import tradecredit.agreement.ProductId;
import tradecredit.money.Discount;

/**
 * A sale that somebody asks about.
 *
 * @param seller who sells: a party, a group or a company
 * @param product which cards
 * @param customer who buys: a party, a group or a company
 * @param discount at what discount on the face value
 * @param date on which day
 */
public record Sale(
    PartyId seller, ProductId product, PartyId customer, Discount discount, LocalDate date) {}
