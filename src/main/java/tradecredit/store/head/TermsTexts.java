package tradecredit.store.head;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tradecredit.agreement.ProductId;
import tradecredit.money.Discount;

/** Thresholds and discounts as one text: {@code 80,95,100} and {@code original:3000}. */
public final class TermsTexts {

  private TermsTexts() {}

  /** Thresholds as a text; null as null. */
  public static @Nullable String thresholds(@Nullable List<Integer> thresholds) {
    return thresholds == null
        ? null
        : thresholds.stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  /** Reads {@link #thresholds(List)}; null as null. */
  public static @Nullable List<Integer> thresholds(@Nullable String text) {
    return text == null ? null : thresholdsOf(text);
  }

  static List<Integer> thresholdsOf(String text) {
    return Arrays.stream(text.split(",", -1)).map(Integer::valueOf).toList();
  }

  /** Discounts, each in basis points, as a text; null as null. */
  public static @Nullable String discounts(@Nullable Map<ProductId, Discount> discounts) {
    return discounts == null
        ? null
        : discounts.entrySet().stream()
            .map(pinned -> pinned.getKey().value() + ":" + pinned.getValue().basisPoints())
            .collect(Collectors.joining(","));
  }

  /** Reads {@link #discounts(Map)}; null as null. */
  public static @Nullable Map<ProductId, Discount> discounts(@Nullable String text) {
    if (text == null) {
      return null;
    }
    Map<ProductId, Discount> discounts = new LinkedHashMap<>();
    for (String pinned : text.isEmpty() ? new String[0] : text.split(",", -1)) {
      int colon = pinned.indexOf(':');
      discounts.put(
          new ProductId(pinned.substring(0, colon)),
          new Discount(Integer.parseInt(pinned.substring(colon + 1))));
    }
    return discounts;
  }
}
