@NullMarked
package org.socialcure.examples.study;

import org.jspecify.annotations.NullMarked;
