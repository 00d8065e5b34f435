/** How instruments and their parts are named in FHIR, and trees of JSON as FHIR has them. */
@NullMarked
package org.socialcure.core.internal.fhir;

import org.jspecify.annotations.NullMarked;
