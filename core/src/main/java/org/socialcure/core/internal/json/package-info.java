/**
 * Strict JSON: a parser that keeps the place of every value, a binder to records and a writer. It
 * knows no type of the domain. Not exported.
 */
@NullMarked
package org.socialcure.core.internal.json;

import org.jspecify.annotations.NullMarked;
