package tradecredit.build;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;

/**
 * The classes of this project as ArchUnit sees them, read once for all that ask. What they import
 * is known by name, and no framework is read for it.
 */
final class Imported {

  static final String ROOT = "tradecredit";

  /** The house and its tests. */
  static final JavaClasses ALL = all();

  private static final ImportOption NO_TESTS = new ImportOption.DoNotIncludeTests();

  private Imported() {}

  private static JavaClasses all() {
    ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
    return new ClassFileImporter().importPackages(ROOT);
  }

  /** The house alone. */
  static JavaClasses house() {
    return ALL.that(DescribedPredicate.describe("are no tests", Imported::isOfTheHouse));
  }

  private static boolean isOfTheHouse(JavaClass type) {
    return type.getSource()
        .map(source -> NO_TESTS.includes(Location.of(source.getUri())))
        .orElse(false);
  }
}
