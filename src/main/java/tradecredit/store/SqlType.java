package tradecredit.store;

/** The element types of the arrays that carry rows to the database. */
enum SqlType {
  TEXT("varchar"),
  LONG("int8"),
  INTEGER("int4"),
  DIGITS("numeric"),
  DATE("date"),
  INSTANT("timestamptz"),
  BOOLEAN("bool");

  private final String elementName;

  SqlType(String elementName) {
    this.elementName = elementName;
  }

  /**
   * The name for {@code Connection.createArrayOf}; H2 takes the type from the CAST and ignores it.
   */
  String elementName() {
    return elementName;
  }
}
