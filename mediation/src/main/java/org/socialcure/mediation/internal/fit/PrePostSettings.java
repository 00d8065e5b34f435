package org.socialcure.mediation.internal.fit;

import org.socialcure.mediation.internal.effect.Pathways;
import org.socialcure.mediation.model.PrePostDesign;

/**
 * How a model of measures taken twice is to be read.
 *
 * @param design the design
 * @param pathways how effects run in it
 * @param estimand what its effects are effects of, in words
 */
public record PrePostSettings(PrePostDesign design, Pathways pathways, String estimand) {}
