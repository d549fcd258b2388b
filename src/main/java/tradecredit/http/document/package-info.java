/**
 * What the operations have in common in the OpenAPI document: tags, headers, who may do what, and
 * the errors that any of them may answer.
 */
@NullMarked
package tradecredit.http.document;

import org.jspecify.annotations.NullMarked;
