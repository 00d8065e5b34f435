/** How a fitted model is told: one document, and the tables, pages and files made of it. */
@NullMarked
package org.socialcure.mediation.report;

import org.jspecify.annotations.NullMarked;
