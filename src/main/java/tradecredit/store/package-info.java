/**
 * The book in SQL, by the same rules on H2 and PostgreSQL, a room a task. Where the two must
 * differ, their migrations say so, {@link tradecredit.store.head.HeadTable} of the lock and {@link
 * tradecredit.store.sql.Transactions} of one snapshot for several statements; for speed they differ
 * in {@link tradecredit.store.sql} alone, and in what {@link tradecredit.store.posting} writes
 * without a question.
 *
 * <p>Imports run downward only: {@code verification -> note -> posting -> head, record}; {@code
 * access, inquiry -> figure -> head}; {@code inquiry -> record}; {@code webhook -> head, record};
 * {@code head, record -> sql}.
 */
@NullMarked
package tradecredit.store;

import org.jspecify.annotations.NullMarked;
