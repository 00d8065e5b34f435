package org.socialcure.core.instrument;

import java.util.Objects;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problems;
import org.socialcure.core.internal.Names;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * A rule for missing answers other than the published one, which has to be asked for by its name
 * and is recorded in every score that it permits.
 *
 * <p>Immutable and thread-safe.
 *
 * @param id the name of the rule, {@code "hrs-practice"}; not null
 * @param source who scores so; not null, not blank
 * @param rule what becomes of missing answers; not itself an override; not null
 * @param evidence how well it is supported that this is done; not null
 * @see Instrument#withMissing(String)
 * @since 0.1
 */
@MapperForm
public record MissingOverride(String id, String source, MissingRule rule, Evidence evidence) {
  /** The {@link #id} of the override that every scale has: half of its items, prorated. */
  public static final String AT_LEAST_HALF = "at-least-half";

  /**
   * Checks the parts.
   *
   * @throws InvalidInputException if the id is not of the form {@code some-words}, the source is
   *     blank or the rule is itself an override
   */
  public MissingOverride {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(evidence, "evidence");
    Problems problems = new Problems();
    problems.require(Names.isId(id), "id", Names.idRule());
    problems.require(!source.isBlank(), "source", "must say who scores so");
    problems.require(
        !(rule instanceof MissingRule.Overridden), "rule", "must not be an override itself");
    problems.throwIfAny();
  }

  /**
   * A convention that is common and not of any instrument's authors: the person's own mean stands
   * in for missing answers if at least half of the items were answered.
   *
   * @param items how many items the scale has
   * @return the rule
   */
  public static MissingOverride atLeastHalf(int items) {
    return new MissingOverride(
        AT_LEAST_HALF,
        "a common convention, not the rule of the scale's authors",
        new MissingRule.Prorate((items + 1) / 2),
        Evidence.DERIVED);
  }

  /**
   * The rule and who scores so.
   *
   * @return {@code "hrs-practice: prorated from 1 answered on (…)"}
   */
  @Override
  public String toString() {
    return id + ": " + rule + " (" + source + ")";
  }
}
