package tradecredit.access;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tradecredit.platform.WireNames;

/** What a principal does for its party. A principal may have several. */
public enum Role {
  /** Posts for its party as supplier. */
  CLERK,
  /** Reads. */
  FINANCE,
  /** Decides what needs judgment: holds, amendments, disputes, acknowledgements, webhooks. */
  CONTROLLER,
  /** Reads, audit records included. */
  AUDITOR,
  /** Keeps keys and turns the business date; posts nothing. */
  ADMIN;

  /** Its name on the wire, such as {@code clerk}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The role of that name; none where there is no such role. */
  public static Optional<Role> named(String wireName) {
    return WireNames.find(values(), Role::wireName, wireName);
  }

  /**
   * The role of that name.
   *
   * @throws IllegalArgumentException if there is no such role
   */
  public static Role of(String wireName) {
    return named(wireName)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "a role is one of " + names(EnumSet.allOf(Role.class))));
  }

  /** Their names, in the order of this list, separated by commas. */
  public static String names(Set<Role> roles) {
    return roles.stream().sorted().map(Role::wireName).collect(Collectors.joining(", "));
  }
}
