package org.socialcure.core.instrument;

import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problems;
import org.socialcure.core.internal.Names;
import org.socialcure.core.internal.Words;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * A score that an instrument gives: which items enter it, and how.
 *
 * <p>Immutable and thread-safe.
 *
 * @param id the name of the scale within its instrument, {@code "total"}; not null
 * @param label a short text for people, {@code "Loneliness"}; not null, not blank
 * @param items the ids of the items that enter; at least one, each once; not null
 * @param scoring how answers become the score; not null
 * @param missing what becomes of the score when answers are missing; not null
 * @param direction what a higher score means for the person; not null
 * @param higherMeans the meaning of a higher score in a word, {@code "lonelier"}; not null, not
 *     blank
 * @param bandSchemes the ways to divide the scores into bands, at most one of them the default; not
 *     null
 * @param missingOverrides other rules for missing answers that are in use, each to be asked for by
 *     its name; not null
 * @param codes by which terminologies know the score; not null
 * @param evidence the evidence for the facts of this scale; not null
 * @since 0.1
 */
@MapperForm
public record Scale(
    String id,
    String label,
    List<String> items,
    ScoringRule scoring,
    MissingRule missing,
    Direction direction,
    String higherMeans,
    List<BandScheme> bandSchemes,
    List<MissingOverride> missingOverrides,
    List<TerminologyCode> codes,
    Map<Fact, Evidence> evidence) {

  /**
   * Checks the parts.
   *
   * @throws InvalidInputException with every rule above that is broken
   */
  public Scale {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(scoring, "scoring");
    Objects.requireNonNull(missing, "missing");
    Objects.requireNonNull(direction, "direction");
    Objects.requireNonNull(higherMeans, "higherMeans");
    items = List.copyOf(items);
    bandSchemes = List.copyOf(bandSchemes);
    missingOverrides = List.copyOf(missingOverrides);
    codes = List.copyOf(codes);
    Problems problems = new Problems();
    problems.require(Names.isId(id), "id", Names.idRule());
    problems.require(!label.isBlank(), "label", "must not be blank");
    problems.require(!higherMeans.isBlank(), "higherMeans", "must not be blank");
    problems.require(!items.isEmpty(), "items", "must name at least one item");
    problems.require(
        new HashSet<>(items).size() == items.size(), "items", "names an item more than once");
    checkRules("missing", items.size(), scoring, missing, problems);
    checkSchemes(bandSchemes, problems);
    checkOverrides(items.size(), scoring, missingOverrides, problems);
    problems.requireDistinct("codes", "code", codes, code -> code.system() + " " + code.code());
    for (Fact fact : evidence.keySet()) {
      problems.require(
          fact.isOfScale(),
          "evidence." + Words.of(fact),
          "belongs to the instrument, not to a scale");
    }
    problems.throwIfAny();
    evidence = evidence.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(evidence));
  }

  private static void checkRules(
      String where, int items, ScoringRule scoring, MissingRule rule, Problems problems) {
    MissingRule missing = rule.applied();
    ScoringRule base = base(scoring);
    problems.require(
        !(base instanceof ScoringRule.Single) || items == 1,
        "items",
        "must name exactly one item, because scoring is single");
    if (missing instanceof MissingRule.AtMost atMost) {
      problems.require(
          atMost.missing() < items, where + ".missing", "must be less than the number of items");
      problems.require(
          base instanceof ScoringRule.Count || base instanceof ScoringRule.Mean,
          where,
          "at-most goes with count and mean only: a sum over fewer items would look like a low"
              + " score; use prorate or all-required");
    }
    if (missing instanceof MissingRule.Prorate prorate) {
      problems.require(
          prorate.atLeast() <= items, where + ".atLeast", "must not exceed the number of items");
      problems.require(
          prorate.rounding() == Rounding.NONE || !(base instanceof ScoringRule.Mean),
          where + ".rounding",
          "goes with sum and count only: a mean is seldom a whole number");
    }
    problems.require(
        !usesTable(scoring) || missing instanceof MissingRule.AllRequired,
        where,
        "must be all-required, because a table holds complete forms only");
  }

  private static void checkOverrides(
      int items, ScoringRule scoring, List<MissingOverride> overrides, Problems problems) {
    problems.requireDistinct("missingOverrides", "id", overrides, MissingOverride::id);
    for (int i = 0; i < overrides.size(); i++) {
      String where = "missingOverrides[" + i + "]";
      checkRules(where + ".rule", items, scoring, overrides.get(i).rule(), problems);
      problems.require(
          !overrides.get(i).id().equals(MissingOverride.AT_LEAST_HALF),
          where + ".id",
          "is taken: every scale that can be prorated has this rule");
    }
  }

  private static void checkSchemes(List<BandScheme> schemes, Problems problems) {
    problems.requireDistinct("bandSchemes", "id", schemes, BandScheme::id);
    boolean taken = false;
    for (int i = 0; i < schemes.size(); i++) {
      BandScheme scheme = schemes.get(i);
      String where = "bandSchemes[" + i + "]";
      if (scheme.use() == Use.DEFAULT) {
        problems.require(!taken, where + ".use", "another scheme is the default already");
        taken = true;
      }
    }
  }

  static boolean usesTable(ScoringRule rule) {
    if (rule instanceof ScoringRule.Linear linear) {
      return usesTable(linear.of());
    }
    return rule instanceof ScoringRule.Table;
  }

  /** The rule that works on the answers themselves, below transforms and tables. */
  static ScoringRule base(ScoringRule rule) {
    if (rule instanceof ScoringRule.Linear linear) {
      return base(linear.of());
    }
    return rule instanceof ScoringRule.Table table ? base(table.of()) : rule;
  }

  /**
   * The scheme of bands that is used unasked.
   *
   * @return the scheme, or empty if the scale has no default
   */
  public Optional<BandScheme> defaultBands() {
    return bandSchemes.stream().filter(scheme -> scheme.use() == Use.DEFAULT).findFirst();
  }

  /**
   * The scheme of bands of that id.
   *
   * @param schemeId the id of a scheme; not null
   * @return the scheme, or empty if the scale has none of that id
   */
  public Optional<BandScheme> bands(String schemeId) {
    Objects.requireNonNull(schemeId, "schemeId");
    return bandSchemes.stream().filter(scheme -> scheme.id().equals(schemeId)).findFirst();
  }

  /**
   * This scale with another rule for missing answers than the published one.
   *
   * @param override the rule; not null
   * @return the scale, whose scores record the rule
   * @throws InvalidInputException if the rule does not fit the scale
   */
  public Scale withMissing(MissingOverride override) {
    return new Scale(
        id,
        label,
        items,
        scoring,
        new MissingRule.Overridden(override),
        direction,
        higherMeans,
        bandSchemes,
        missingOverrides,
        codes,
        evidence);
  }

  /**
   * The evidence for a fact of this scale.
   *
   * @param fact the fact; not null
   * @return the evidence, {@link Evidence#NOT_STATED} if the definition gives none
   */
  public Evidence evidence(Fact fact) {
    return evidence.getOrDefault(Objects.requireNonNull(fact, "fact"), Evidence.NOT_STATED);
  }

  /**
   * The scale in a line.
   *
   * @return {@code "total: Loneliness; sum of 8 items, higher = lonelier, all items required"}
   */
  @Override
  public String toString() {
    return id
        + ": "
        + label
        + "; "
        + scoring
        + " of "
        + items.size()
        + (items.size() == 1 ? " item" : " items")
        + ", higher = "
        + higherMeans
        + ", "
        + missing;
  }
}
