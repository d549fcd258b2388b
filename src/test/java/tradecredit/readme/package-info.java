/**
 * The pages for readers are true: the README's session is played, its clauses, permissions and
 * refusals are those of the agreement and the code, as the operators' settings and messages are,
 * and every link leads somewhere.
 */
@NullMarked
package tradecredit.readme;

import org.jspecify.annotations.NullMarked;
