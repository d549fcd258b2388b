package tradecredit.build;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static tradecredit.build.Imported.ROOT;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The house of design section 3, in which imports run downward only. How it departs from the
 * drawing there, {@code src/README.md} says under "Walls".
 */
class ArchitectureTest {

  /** The arrows as drawn. A package may use whatever they lead to, directly or over others. */
  private static final Map<String, Set<String>> ARROWS =
      Map.ofEntries(
          entry("money", Set.of()),
          entry("agreement", Set.of("money")),
          entry("platform", Set.of()),
          entry("ledger", Set.of("agreement", "money", "platform")),
          entry("aging", Set.of("ledger")),
          entry("note", Set.of("ledger")),
          entry("covenant", Set.of("agreement", "money")),
          entry("settings", Set.of()),
          entry("upkeep", Set.of()),
          entry("posting", Set.of("ledger", "note", "access", "settings", "upkeep")),
          entry("metrics", Set.of("access")),
          entry("inquiry", Set.of("ledger", "aging", "note", "settings")),
          entry("webhook", Set.of("ledger", "access")),
          entry("store", Set.of()),
          entry("store.sql", Set.of("money", "platform", "settings", "upkeep")),
          entry("store.head", Set.of("store.sql", "posting", "inquiry")),
          entry("store.record", Set.of("store.head")),
          entry("store.figure", Set.of("store.head")),
          entry("store.posting", Set.of("store.head", "store.record", "webhook")),
          entry("store.inquiry", Set.of("store.figure", "store.record")),
          entry("store.note", Set.of("store.posting")),
          entry("store.webhook", Set.of("store.head", "store.record", "webhook")),
          entry("store.access", Set.of("store.figure")),
          entry("store.verification", Set.of("store.note")),
          entry("access", Set.of("agreement", "platform", "settings", "upkeep")),
          entry("http", Set.of()),
          entry("http.wire", Set.of("posting", "inquiry", "access")),
          entry("http.document", Set.of("http.wire")),
          entry("http.posting", Set.of("http.document")),
          entry("http.files", Set.of("http.posting")),
          entry("http.account", Set.of("http.posting")),
          entry("http.desk", Set.of("http.posting")),
          entry("http.setoff", Set.of("http.desk")),
          entry("http.note", Set.of("http.posting")),
          entry("http.problem", Set.of("http.note")),
          entry("http.agreement", Set.of("covenant", "http.document")),
          entry("http.keys", Set.of("http.document")),
          entry("http.webhook", Set.of("webhook", "http.document")),
          entry("http.door", Set.of("http.account")));

  private static final String[] PURE = {
    "tradecredit.money..",
    "tradecredit.agreement..",
    "tradecredit.ledger..",
    "tradecredit.aging..",
    "tradecredit.note..",
    "tradecredit.covenant.."
  };

  private static final JavaClasses HOUSE = Imported.house();

  @Test
  void every_package_imports_only_what_its_arrows_lead_to() {
    List<String> wrong =
        HOUSE.stream()
            .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
            .filter(dependency -> !isAllowed(dependency))
            .map(Dependency::getDescription)
            .distinct()
            .sorted()
            .toList();
    assertThat(wrong).isEmpty();
  }

  @Test
  void every_package_has_its_place_in_the_drawing() {
    assertThat(
            HOUSE.stream()
                .map(ArchitectureTest::floorOf)
                .filter(floor -> !floor.equals(ROOT))
                .distinct())
        .contains(
            "money",
            "agreement",
            "ledger",
            "aging",
            "posting",
            "inquiry",
            "metrics",
            "store.sql",
            "store.head",
            "store.record",
            "store.figure",
            "store.posting",
            "store.inquiry",
            "store.note",
            "store.webhook",
            "store.access",
            "store.verification",
            "webhook",
            "access",
            "http.wire",
            "http.posting",
            "http.door")
        .isSubsetOf(ARROWS.keySet());
  }

  @Test
  void the_drawing_has_no_cycle() {
    for (String floor : ARROWS.keySet()) {
      assertThat(reachedFrom(floor)).as("what %s reaches", floor).doesNotContain(floor);
    }
  }

  @Test
  void the_packages_have_no_cycle() {
    slices().matching("tradecredit.(*)..").should().beFreeOfCycles().check(HOUSE);
    slices().matching("tradecredit.http.(*)..").should().beFreeOfCycles().check(HOUSE);
    slices().matching("tradecredit.store.(*)..").should().beFreeOfCycles().check(HOUSE);
  }

  @Test
  void the_rules_know_no_framework_and_no_database() {
    noClasses()
        .that()
        .resideInAnyPackage(PURE)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.micronaut..", "jakarta..", "java.sql..", "javax.sql..", "org.slf4j..")
        .check(HOUSE);
  }

  @Test
  void money_knows_the_jdk_only() {
    noClasses()
        .that()
        .resideInAPackage("tradecredit.money..")
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages("java..", "tradecredit.money..", "org.jspecify..")
        .check(HOUSE);
  }

  @Test
  void the_rules_never_ask_for_now() {
    noClasses()
        .that()
        .resideInAnyPackage(PURE)
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.time.Clock")
        .orShould()
        .callMethodWhere(describe("it asks for now", ArchitectureTest::asksForNow))
        .check(HOUSE);
  }

  private static boolean asksForNow(JavaMethodCall call) {
    return switch (call.getTargetOwner().getPackageName()) {
      case "java.time" -> call.getName().equals("now");
      case "java.lang" -> Set.of("currentTimeMillis", "nanoTime").contains(call.getName());
      default -> false;
    };
  }

  private static boolean isAllowed(Dependency dependency) {
    String from = floorOf(dependency.getOriginClass());
    JavaClass target = dependency.getTargetClass().getBaseComponentType();
    boolean inTheHouse =
        target.getPackageName().equals(ROOT) || target.getPackageName().startsWith(ROOT + ".");
    return !inTheHouse
        || from.equals(ROOT)
        || from.equals(floorOf(target))
        || reachedFrom(from).contains(floorOf(target));
  }

  /** The name below the root, of the API's packages and the store's both names; or the root. */
  private static String floorOf(JavaClass type) {
    String name = type.getPackageName();
    return name.equals(ROOT) ? ROOT : name.substring(ROOT.length() + 1);
  }

  private static Set<String> reachedFrom(String floor) {
    Set<String> reached = new HashSet<>();
    for (String next : ARROWS.getOrDefault(floor, Set.of())) {
      reached.add(next);
      reached.addAll(reachedFrom(next));
    }
    return reached;
  }
}
