package tradecredit.agreement;

/**
 * Names a product, as {@code northern-star}.
 *
 * @param value a slug, as in URLs: {@code [a-z0-9][a-z0-9-]{0,63}}
 */
public record ProductId(String value) {

  /**
   * Holds the id.
   *
   * @throws IllegalArgumentException if the value is no such slug
   */
  public ProductId {
    Required.slug("a product id", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
