package tradecredit.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;

/** Who does what is done aside is said wherever it is begun, in the house and in its tests. */
class ThreadsTest {

  private static final Set<String> STAGES =
      Set.of("java.util.concurrent.CompletableFuture", "java.util.concurrent.CompletionStage");

  /** Of the JDK's common pool there is one thread on two processors, for whoever happens by. */
  @Test
  void nothing_is_left_to_the_common_pool() {
    List<JavaMethodCall> aside =
        Imported.ALL.stream()
            .flatMap(type -> type.getMethodCallsFromSelf().stream())
            .filter(ThreadsTest::isAside)
            .toList();
    assertThat(aside).hasSizeGreaterThan(5);
    assertThat(aside.stream().filter(call -> !isGivenThreads(call)))
        .extracting(JavaMethodCall::getDescription)
        .isEmpty();
  }

  private static boolean isAside(JavaMethodCall call) {
    return STAGES.contains(call.getTargetOwner().getFullName()) && call.getName().endsWith("Async");
  }

  private static boolean isGivenThreads(JavaMethodCall call) {
    List<JavaClass> parameters = call.getTarget().getRawParameterTypes();
    return parameters.getLast().isEquivalentTo(Executor.class);
  }
}
