package tradecredit.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A JDK 25 AOT cache of the service, trained as the image's is: with the same options of the JVM,
 * which are read from the Dockerfile, and the service's own rehearsal.
 */
final class AotCache {

  private static final Pattern OPTION = Pattern.compile("^\\s+(-XX:[+-]\\S+|-XX:\\w+=\\S+) \\\\$");

  /** After the rehearsal the cache is put together, which takes a while on a busy machine. */
  private static final Duration PATIENCE = Duration.ofMinutes(8);

  private final Path file;
  private final List<String> options;

  private AotCache(Path file, List<String> options) {
    this.file = file;
    this.options = options;
  }

  /** The options of the service's JVM in the image, without and with a cache alike. */
  static List<String> imageOptions(Path dockerfile) throws IOException {
    List<String> options =
        Files.readAllLines(dockerfile).stream()
            .map(OPTION::matcher)
            .filter(Matcher::matches)
            .map(line -> line.group(1))
            .filter(option -> !option.startsWith("-XX:AOT"))
            .toList();
    if (options.stream().noneMatch(option -> option.contains("UseSerialGC"))) {
      throw new IllegalStateException("the JVM options are not where they were in " + dockerfile);
    }
    return options;
  }

  /** Trains a cache; see {@link Desk#cache}. */
  static AotCache train(Desk desk) throws Exception {
    Settings settings = desk.settings();
    List<String> options = imageOptions(settings.dockerfile());
    Path folder = Folders.temporary("training");
    Path file = folder.resolve("ledger.aot");
    Path log = folder.resolve("rehearsal.log");
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElseThrow());
    command.addAll(options);
    command.addAll(
        List.of(
            "-Xlog:aot=error",
            "-XX:AOTCacheOutput=" + file,
            "-classpath",
            settings.jar().toString(),
            "tradecredit.Rehearsal",
            Long.toString(settings.training().toSeconds())));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("TRADECREDIT_AGREEMENT_FILE", settings.agreement().toString());
    Process rehearsal = builder.start();
    boolean ended = rehearsal.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    rehearsal.destroyForcibly();
    if (!ended || rehearsal.exitValue() != 0 || !Files.exists(file)) {
      throw new IllegalStateException("the training failed:\n" + Files.readString(log));
    }
    desk.report().say("trained a cache of %d MB".formatted(Files.size(file) / 1_000_000));
    return new AotCache(file, options);
  }

  /** The options of a start that must use it. */
  List<String> options() {
    List<String> all = new ArrayList<>(options);
    all.add("-XX:AOTCache=" + file);
    all.add("-XX:AOTMode=on");
    return all;
  }
}
