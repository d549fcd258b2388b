package tradecredit.inquiry;

import org.jspecify.annotations.Nullable;

/**
 * Which payments or credit notes are listed.
 *
 * @param <N> what one of them is called by: a reference or a number
 * @param unapplied only those of which something is applied to no invoice
 * @param name only the one that is called so; null for all
 */
public record CreditFilter<N>(boolean unapplied, @Nullable N name) {}
