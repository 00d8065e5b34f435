/**
 * What profiles of health and capability are worth: the EQ-5D by value sets, and which one an
 * appraisal asks for; the ICECAP-A by a tariff of the caller.
 *
 * <pre>{@code
 * Eq5dProfile profile = Eq5dProfile.of(new Eq5d5l(2, 1, 2, 3, 2).toResponses()).orElseThrow();
 * double value = ValueSets.UK_5L_2026.value(profile);              // 0.812
 * NiceReferenceCase asked = NiceReferenceCase.of(LocalDate.of(2026, 10, 1), Eq5dVersion.FIVE_LEVELS);
 * }</pre>
 *
 * <p>A value is 1 for full health and 0 for death, and may be below. It belongs to the value set
 * that it came by: values by different sets are never compared.
 */
@NullMarked
package org.socialcure.scoring.utility;

import org.jspecify.annotations.NullMarked;
