/** What the tests of several modules need. Not published. */
@NullMarked
package org.socialcure.testsupport;

import org.jspecify.annotations.NullMarked;
