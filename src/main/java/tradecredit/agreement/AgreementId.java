package tradecredit.agreement;

/**
 * Names an agreement, as {@code clifton-telecard-2001}.
 *
 * @param value a slug, as in URLs: {@code [a-z0-9][a-z0-9-]{0,63}}
 */
public record AgreementId(String value) {

  /**
   * Holds the id.
   *
   * @throws IllegalArgumentException if the value is no such slug
   */
  public AgreementId {
    Required.slug("an agreement id", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
