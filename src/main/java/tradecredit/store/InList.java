package tradecredit.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A query over a handful of texts, each a parameter of its own, worded for every power of two: what
 * is missing to the next one is filled up with the last text, so three are asked for as {@code IN
 * (a, b, c, c)}.
 *
 * <p>PostgreSQL plans such a list once for all values. An array it plans anew each time, because a
 * plan for an array of known length looks cheaper than one for any array (measured: planning was
 * half of what a poll cost it). For more than a few hundred texts an array is better.
 */
final class InList {

  private final String template;
  private final Map<Integer, String> wordings = new ConcurrentHashMap<>();

  /**
   * A query.
   *
   * @param template with <code>{list}</code> where the parameters stand
   */
  InList(String template) {
    this.template = template;
  }

  /** The wording for so many texts, one at least. */
  String sql(int texts) {
    return wordings.computeIfAbsent(
        filled(texts),
        filled -> template.replace("{list}", String.join(", ", Collections.nCopies(filled, "?"))));
  }

  /** The parameters of the list, and the others after them. */
  static @Nullable Object[] parameters(Collection<String> texts, @Nullable Object... others) {
    List<@Nullable Object> all = new ArrayList<>(texts);
    Object last = all.getLast();
    while (all.size() < filled(texts.size())) {
      all.add(last);
    }
    Collections.addAll(all, others);
    return all.toArray();
  }

  private static int filled(int texts) {
    int below = Integer.highestOneBit(texts);
    return below == texts ? texts : 2 * below;
  }
}
