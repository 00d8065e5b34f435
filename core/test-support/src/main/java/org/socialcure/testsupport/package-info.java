/**
 * What the tests of several modules need. Not published.
 *
 * <p>Numbers are held against other software's. A test asks {@link
 * org.socialcure.testsupport.ReferenceCase} for the cases of a kind: those on made-up data, whose R
 * scripts stand among the resources, run in every clone; those on data that may not be copied join
 * where the folder {@code shared} stands beside the repository.
 */
@NullMarked
package org.socialcure.testsupport;

import org.jspecify.annotations.NullMarked;
