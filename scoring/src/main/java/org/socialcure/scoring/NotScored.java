package org.socialcure.scoring;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problem;
import org.socialcure.core.ProblemCode;
import org.socialcure.core.answer.Answer;
import org.socialcure.core.instrument.MissingRule;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * A scale that could not be scored, and why.
 *
 * <p>Immutable and thread-safe.
 *
 * @param instrument the instrument's id
 * @param version the version of the instrument's definition
 * @param target the group that was asked about; empty for an instrument that asks about none in
 *     particular
 * @param scale the scale's id
 * @param label what people call the scale, {@code "Loneliness (ULS-8)"}
 * @param reason why there is no score
 * @param answered how many items were answered
 * @param items how many items the scale has
 * @param missingRule the rule that did not permit to score with so few answers
 * @param unanswered what became of each item that was not answered, by item id in the order of the
 *     scale; at least one
 * @since 0.1
 */
@MapperForm
@JsonIgnoreProperties(ignoreUnknown = true)
public record NotScored(
    String instrument,
    String version,
    Optional<String> target,
    String scale,
    String label,
    NotScoredReason reason,
    int answered,
    int items,
    MissingRule missingRule,
    Map<String, Answer.Missing> unanswered)
    implements ScaleResult {
  /**
   * Refuses counts that do not fit each other.
   *
   * @throws InvalidInputException if answered and unanswered items do not add up to the items of
   *     the scale, or none is unanswered
   */
  public NotScored {
    Objects.requireNonNull(instrument, "instrument");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(target, "target");
    Objects.requireNonNull(scale, "scale");
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(missingRule, "missingRule");
    unanswered = Collections.unmodifiableMap(new LinkedHashMap<>(unanswered));
    if (answered < 0 || unanswered.isEmpty() || answered + unanswered.size() != items) {
      throw new InvalidInputException(
          "answered",
          answered
              + " answered and "
              + unanswered.size()
              + " unanswered items do not make "
              + items);
    }
  }

  /**
   * Why there is no score as a problem with a code, for applications that tell it in their own
   * language.
   *
   * @return the problem at {@code "ucla-3.total"}
   */
  public Problem problem() {
    ProblemCode code =
        switch (reason) {
          case MISSING_ITEMS -> ProblemCode.SCORE_MISSING_ITEMS;
          case NO_ANSWERS -> ProblemCode.SCORE_NO_ANSWERS;
          case DECLINED -> ProblemCode.SCORE_DECLINED;
          case NOT_APPLICABLE -> ProblemCode.SCORE_NOT_APPLICABLE;
          case NOT_ASKED -> ProblemCode.SCORE_NOT_ASKED;
        };
    return Problem.coded(
        name(),
        code,
        Map.of(
            "instrument",
            instrument,
            "scale",
            scale,
            "answered",
            Integer.toString(answered),
            "items",
            Integer.toString(items)),
        "not scored: " + inWords());
  }

  /**
   * One line for people.
   *
   * @return the scale, the reason and the items that were not answered
   */
  @Override
  public String toString() {
    return name() + " not scored: " + inWords();
  }

  private String inWords() {
    String missing =
        unanswered.entrySet().stream()
            .map(entry -> entry.getKey() + " " + words(entry.getValue()))
            .collect(Collectors.joining(", "));
    return reason + "; " + answered + " of " + items + " answered (" + missing + ")";
  }

  private static String words(Answer.Missing missing) {
    return switch (missing) {
      case SKIPPED -> "skipped";
      case DECLINED -> "declined";
      case NOT_APPLICABLE -> "not applicable";
      case NOT_ASKED -> "not asked";
    };
  }
}
