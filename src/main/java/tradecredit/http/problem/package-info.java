/**
 * What a problem looks like in the OpenAPI document. {@code openapi/openapi.properties} puts it in
 * the place of the problems that the code makes; the running service does not load it. It is not
 * null-marked: of a package that is, the generator takes every member for one that is always there.
 */
package tradecredit.http.problem;
