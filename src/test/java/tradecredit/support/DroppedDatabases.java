package tradecredit.support;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Drops the databases of a test class behind it. JUnit finds it by itself, for every class; the
 * tests of a class run on one thread.
 */
public final class DroppedDatabases implements AfterAllCallback {

  @Override
  public void afterAll(ExtensionContext context) {
    TestDatabase.dropMade();
  }
}
