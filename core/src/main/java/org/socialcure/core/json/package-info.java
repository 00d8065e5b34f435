/** JSON in and out, strictly: {@link org.socialcure.core.json.Json}. */
@NullMarked
package org.socialcure.core.json;

import org.jspecify.annotations.NullMarked;
