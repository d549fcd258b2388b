package tradecredit.access;

import io.micronaut.context.annotation.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tradecredit.agreement.Agreement;
import tradecredit.agreement.Party;
import tradecredit.agreement.PartyGroup;
import tradecredit.agreement.PartyId;

/**
 * The keys of a book that has none: one for each role of each party that trades, and one for the
 * operator's admin, each in a file of its own, {@code <party>-<role>.key}, which only the service's
 * user can read. A well-formed key that lies there already for that user alone, from another book
 * in this folder for instance, is taken over rather than written over.
 *
 * <p>The parties that trade are those that are a side of an account by themselves, and all members
 * of a group that is a side while none of its members is one. Example: in the agreement of 2001
 * Auxer Telecom and Kattosko are sides, and Seller has Auxer Telecom among its members, so these
 * two get keys.
 */
@Context
class FirstKeys {

  private static final Logger LOG = LoggerFactory.getLogger(FirstKeys.class);

  private final Agreement agreement;
  private final Path folder;

  FirstKeys(ApiKeys keys, Agreement agreement, AccessSettings settings) {
    this.agreement = agreement;
    this.folder = Path.of(settings.keyFolder());
    if (settings.firstKeys()) {
      int made =
          keys.addFirst(
              this::write,
              AuditEvent.byService(
                  "make-first-keys",
                  "api-keys",
                  AuditEvent.Outcome.DONE,
                  "there was no key; written to files"));
      if (made > 0) {
        LOG.info(
            "There was no API key: {} first keys are in {}; hand them out and remove the files",
            made,
            folder);
      }
    }
  }

  private List<ApiKeys.NewKey> write() {
    try {
      Files.createDirectories(folder, OwnersAlone.folder(folder));
      List<ApiKeys.NewKey> keys = new ArrayList<>();
      for (PartyId party : tradingParties(agreement)) {
        for (Role role : Role.values()) {
          keys.add(write(party, role));
        }
      }
      keys.add(write(PartyId.OPERATOR, Role.ADMIN));
      return keys;
    } catch (IOException fault) {
      throw new UncheckedIOException(
          "tradecredit.access.key-folder: the first keys cannot be written to " + folder, fault);
    }
  }

  private ApiKeys.NewKey write(PartyId party, Role role) throws IOException {
    Path file = folder.resolve(party + "-" + role.wireName() + ".key");
    KeyText text = lyingIn(file).orElseGet(KeyText::generate);
    Path fresh = folder.resolve(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    Files.createFile(fresh, OwnersAlone.file(fresh));
    Files.writeString(fresh, text.reveal(), StandardCharsets.US_ASCII, StandardOpenOption.WRITE);
    Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    return new ApiKeys.NewKey(text, party, EnumSet.of(role), "first key", null);
  }

  private static Optional<KeyText> lyingIn(Path file) throws IOException {
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && OwnersAlone.is(file)
        ? KeyText.parse(Files.readString(file, StandardCharsets.ISO_8859_1).strip())
        : Optional.empty();
  }

  static Set<PartyId> tradingParties(Agreement agreement) {
    Set<PartyId> sides = new LinkedHashSet<>();
    agreement
        .accounts()
        .forEach(
            account -> {
              sides.add(account.supplier());
              sides.add(account.buyer());
            });
    Set<PartyId> trading = new LinkedHashSet<>();
    agreement.parties().stream().map(Party::id).filter(sides::contains).forEach(trading::add);
    agreement.groups().stream()
        .filter(group -> sides.contains(group.id()))
        .map(PartyGroup::members)
        .filter(members -> members.stream().noneMatch(sides::contains))
        .forEach(trading::addAll);
    return trading;
  }
}
