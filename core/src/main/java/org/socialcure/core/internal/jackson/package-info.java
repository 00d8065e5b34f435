/**
 * The library's JSON forms in the hands of Jackson's mappers, of version 2 and of version 3. Not
 * exported but to those mappers.
 */
@NullMarked
package org.socialcure.core.internal.jackson;

import org.jspecify.annotations.NullMarked;
