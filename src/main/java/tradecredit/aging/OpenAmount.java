package tradecredit.aging;

import java.time.LocalDate;
import tradecredit.money.Money;

/**
 * What is open of all invoices that share a day.
 *
 * @param day the due date or the invoice date, as the aging's basis asks
 * @param amount what is open, disputed parts included
 * @param disputed the disputed part of it
 * @param invoices how many invoices are open
 */
public record OpenAmount(LocalDate day, Money amount, Money disputed, long invoices) {}
