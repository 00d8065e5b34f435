/**
 * What is written in FHIR, in the hands of other software: an instance validator looks at every
 * resource of every built-in instrument, and an engine for FHIRPath computes the scores by the
 * expressions of the questionnaires. Needs Node and some 60 MB of jars, and is left out unless
 * asked for:
 *
 * <pre>
 * mvn -Pfull verify -pl examples/fhir-validation -am
 * </pre>
 */
@NullMarked
package org.socialcure.examples.fhir;

import org.jspecify.annotations.NullMarked;
