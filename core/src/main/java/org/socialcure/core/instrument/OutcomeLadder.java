package org.socialcure.core.instrument;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problems;
import org.socialcure.core.internal.Names;

/**
 * A ladder of outcomes that a service makes of its own: areas of life that it names itself, each
 * from 1, the lowest rung, to 5, the highest.
 *
 * <p>Each area is a score of its own; there is no total, and no claim that a rung in one area is
 * worth a rung in another. Nothing about such a ladder was published, which its evidence says.
 * Names of areas and rungs of other people's ladders may be protected: those of a Well-being Star
 * are, see {@link Instruments#STAR_READING}.
 *
 * <p>Stateless and thread-safe.
 *
 * @since 0.1
 */
public final class OutcomeLadder {
  private static final int RUNGS = 5;
  private static final int MOST_AREAS = 50;

  private OutcomeLadder() {}

  /**
   * A ladder whose rungs are called by their numbers.
   *
   * @param id the name of the instrument, {@code "our-ladder"}
   * @param version which edition of the ladder this is
   * @param name what people call it
   * @param areas what the areas are called, in the order of the form; their ids are made of these
   * @return the instrument, with a scale for each area
   * @throws InvalidInputException with all problems: no area or more than 50, two areas of one
   *     name, a name without a letter or too long for an id
   */
  public static Instrument of(String id, String version, String name, List<String> areas) {
    return of(
        id,
        version,
        name,
        areas,
        IntStream.rangeClosed(1, RUNGS).mapToObj(String::valueOf).toList());
  }

  /**
   * A ladder whose rungs have names too.
   *
   * @param id the name of the instrument, {@code "our-ladder"}
   * @param version which edition of the ladder this is
   * @param name what people call it
   * @param areas what the areas are called, in the order of the form; their ids are made of these
   * @param rungs what the five rungs are called, the lowest first
   * @return the instrument, with a scale for each area
   * @throws InvalidInputException with all problems: no area or more than 50, two areas of one
   *     name, a name without a letter or too long for an id, not five rungs
   */
  public static Instrument of(
      String id, String version, String name, List<String> areas, List<String> rungs) {
    Problems problems = new Problems();
    problems.require(
        !areas.isEmpty() && areas.size() <= MOST_AREAS,
        "areas",
        "must be 1 to " + MOST_AREAS + " names");
    problems.require(rungs.size() == RUNGS, "rungs", "must be five names, the lowest first");
    for (int i = 0; i < areas.size(); i++) {
      problems.require(
          Names.isId(Names.slug(areas.get(i))),
          "areas[" + i + "]",
          "must be a name with a letter of a to z, short enough for an id");
    }
    problems.requireDistinct("areas", "name", areas, Names::slug);
    problems.throwIfAny();
    List<AnswerOption> options =
        IntStream.rangeClosed(1, RUNGS)
            .mapToObj(rung -> AnswerOption.of("rung-" + rung, rung, rungs.get(rung - 1)))
            .toList();
    List<Item> items = new ArrayList<>();
    List<Scale> scales = new ArrayList<>();
    for (String area : areas) {
      String slug = Names.slug(area);
      items.add(Item.of(slug, items.size() + 1, area, options));
      scales.add(scale(slug, area));
    }
    return Instrument.builder(id)
        .version(version)
        .name(name)
        .construct("outcomes in areas of life")
        .licence(
            new Licence(
                Licence.Status.LABELS,
                "The names are the service's own.",
                Optional.empty(),
                Evidence.NOT_STATED))
        .items(items)
        .scales(scales)
        .notes(
            List.of(
                "A ladder of a service's own: no validation, norms or sizes of change are known."))
        .build();
  }

  private static Scale scale(String id, String area) {
    return new Scale(
        id,
        area,
        List.of(id),
        new ScoringRule.Single(),
        new MissingRule.AllRequired(),
        Direction.HIGHER_IS_BETTER,
        "further up",
        List.of(),
        List.of(),
        List.of(),
        Map.of());
  }
}
