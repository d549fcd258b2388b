package tradecredit.agreement;

import java.util.HashMap;
import java.util.Map;

/** The ids of one kind that a file has declared so far, with the lines where it did. */
final class Declarations<I> {

  private final String noun;
  private final Map<I, Integer> lines = new HashMap<>();

  /** Begins empty; {@code noun} is what messages call such an id, as {@code an account}. */
  Declarations(String noun) {
    this.noun = noun;
  }

  /** These ids and those to come, under a wider noun; what is declared there is not known here. */
  Declarations<I> widened(String widerNoun) {
    Declarations<I> wider = new Declarations<>(widerNoun);
    wider.lines.putAll(lines);
    return wider;
  }

  /** Returns the id, which must not have been declared before. */
  I declare(YamlNode place, I id) {
    Integer first = lines.putIfAbsent(id, place.line());
    if (first != null) {
      throw place.fault("\"" + id + "\" is already " + noun + " in line " + first);
    }
    return id;
  }

  /** Returns the id, which must have been declared. */
  I resolve(YamlNode place, I id) {
    if (!lines.containsKey(id)) {
      throw place.fault("\"" + id + "\" is not " + noun + " of this file");
    }
    return id;
  }
}
