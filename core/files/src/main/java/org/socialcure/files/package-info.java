/**
 * Files of other programs as data sets, and data sets as spreadsheets.
 *
 * <p>The front door is {@link org.socialcure.files.DataFiles}, which tells the format by what is in
 * the file. {@link org.socialcure.files.LabelledData} is what comes of it: the data, and what the
 * file says of codes and missing values. {@link org.socialcure.files.Xlsx} writes spreadsheets.
 */
@NullMarked
package org.socialcure.files;

import org.jspecify.annotations.NullMarked;
