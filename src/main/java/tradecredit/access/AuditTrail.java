package tradecredit.access;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tradecredit.platform.UnavailableException;

/**
 * The audit records: append-only, in one chain per account and one for the rest, so that what is
 * denied on one account never waits for the other.
 */
public interface AuditTrail {

  /** The name of the chain of what concerns no account; no account can be named so. */
  String REST = "-";

  /**
   * Appends to the chains they belong to: all of them, or none.
   *
   * @throws UnavailableException if the store cannot be reached
   */
  void append(List<AuditEvent> events);

  /**
   * Records of some chains, merged in the order in which they were recorded.
   *
   * @param after for each chain that is wanted, the number after which to begin
   * @param parties in the chain of the rest, only what principals of these parties did and what
   *     concerns them; null for all
   * @param most at most so many
   */
  List<AuditRecord> page(Map<String, Long> after, @Nullable Set<String> parties, int most);
}
