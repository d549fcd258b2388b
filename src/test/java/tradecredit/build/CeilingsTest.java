package tradecredit.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** How long things may grow before they are two things. */
class CeilingsTest {

  private static final int FILE_LINES = 400;
  private static final int METHOD_LINES = 40;
  private static final int CONSTRUCTOR_PARAMETERS = 5;

  @Test
  void no_file_has_more_than_400_lines() throws IOException {
    List<String> offenders = new ArrayList<>();
    for (Path file : Sources.all()) {
      int lines = Files.readAllLines(file).size();
      if (lines > FILE_LINES) {
        offenders.add("%s has %d lines".formatted(file, lines));
      }
    }
    assertThat(offenders).isEmpty();
  }

  @Test
  void no_method_has_more_than_40_lines() throws IOException {
    List<Method> methods = methods();
    assertThat(methods).hasSizeGreaterThan(100);
    assertThat(methods.stream().filter(method -> method.lines() > METHOD_LINES).map(Method::length))
        .isEmpty();
  }

  @Test
  void no_constructor_but_a_records_has_more_than_5_parameters() throws IOException {
    List<Method> constructors = methods().stream().filter(Method::isConstructor).toList();
    assertThat(constructors).hasSizeGreaterThan(10);
    assertThat(
            constructors.stream()
                .filter(constructor -> constructor.parameters() > CONSTRUCTOR_PARAMETERS)
                .map(Method::width))
        .isEmpty();
  }

  /**
   * A method or constructor; of records, only the methods.
   *
   * @param place file and line
   * @param name its name, after its class
   * @param lines from its first annotation or modifier to its closing brace, its comment not
   *     counted
   */
  private record Method(
      String place, String name, long lines, int parameters, boolean isConstructor) {

    String length() {
      return "%s: %s has %d lines".formatted(place, name, lines);
    }

    String width() {
      return "%s: %s has %d parameters".formatted(place, name, parameters);
    }
  }

  private static List<Method> methods() throws IOException {
    JavaCompiler compiler =
        Objects.requireNonNull(
            ToolProvider.getSystemJavaCompiler(), "these tests need a JDK, not a JRE");
    List<Method> methods = new ArrayList<>();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, files, null, null, null, files.getJavaFileObjectsFromPaths(Sources.all()));
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      for (CompilationUnitTree unit : task.parse()) {
        new Measuring(unit, positions, methods).scan(unit, null);
      }
    }
    return methods;
  }

  /** Walks one file and measures each method in it, those of nested and local classes too. */
  private static final class Measuring extends TreeScanner<Void, ClassTree> {

    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final List<Method> methods;

    Measuring(CompilationUnitTree unit, SourcePositions positions, List<Method> methods) {
      this.unit = unit;
      this.positions = positions;
      this.methods = methods;
    }

    @Override
    public Void visitClass(ClassTree type, ClassTree around) {
      return super.visitClass(type, type);
    }

    @Override
    public Void visitMethod(MethodTree method, ClassTree type) {
      boolean isConstructor = method.getName().contentEquals("<init>");
      if (!isConstructor || type.getKind() != Tree.Kind.RECORD) {
        long first = unit.getLineMap().getLineNumber(positions.getStartPosition(unit, method));
        long last = unit.getLineMap().getLineNumber(positions.getEndPosition(unit, method));
        String name =
            isConstructor
                ? type.getSimpleName().toString()
                : type.getSimpleName() + "." + method.getName();
        methods.add(
            new Method(
                Path.of(unit.getSourceFile().toUri()).getFileName() + ":" + first,
                name,
                last - first + 1,
                method.getParameters().size(),
                isConstructor));
      }
      return super.visitMethod(method, type);
    }
  }
}
