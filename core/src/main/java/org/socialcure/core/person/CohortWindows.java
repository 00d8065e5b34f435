package org.socialcure.core.person;

import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.socialcure.core.Problems;
import org.socialcure.core.document.Cell;
import org.socialcure.core.document.Table;
import org.socialcure.core.internal.jackson.MapperForm;
import org.socialcure.core.person.ServiceWindows.Counted;
import org.socialcure.core.person.ServiceWindows.Subject;

/**
 * Where the windows of a cohort's service use cross the referral, and where those of two waves
 * overlap. A count whose window crosses the referral is none of before it nor of after it; a
 * contact on a day that two windows share counts at both waves.
 *
 * <p>A window without a last day is taken to end on the day of its assessment. The day of the
 * referral belongs to either side. People without a referral cross none, and a window whose days
 * are not known is counted in {@code undated}.
 *
 * <p>Immutable and thread-safe. {@code toString} tells it in tables and sentences.
 *
 * @param across the windows that cross the referral, by service and wave
 * @param overlaps the windows of two waves that share days, by service and pair of waves
 * @param undated how many windows have neither a last day nor an assessment with a date
 * @since 0.1
 */
@MapperForm
public record CohortWindows(List<Across> across, List<Overlap> overlaps, int undated) {
  /** Copies the lists. */
  public CohortWindows {
    across = List.copyOf(across);
    overlaps = List.copyOf(overlaps);
  }

  /**
   * The windows of one service at one wave that cross the referral.
   *
   * @param service what was used
   * @param source who says so
   * @param wave the label of the wave
   * @param people how many people have such a window
   * @param fewestBefore the fewest days before the referral
   * @param mostBefore the most days before it
   * @param fewestAfter the fewest days after it
   * @param mostAfter the most days after it
   */
  @MapperForm
  public record Across(
      Service service,
      UseSource source,
      String wave,
      int people,
      int fewestBefore,
      int mostBefore,
      int fewestAfter,
      int mostAfter) {
    /**
     * The caution in a sentence.
     *
     * @return {@code "GP visits at T0: the windows of 12 people cross the referral (83 to 88 days
     *     before it, 2 to 7 after); …"}
     */
    @Override
    public String toString() {
      return new Subject(service, source).label()
          + " at "
          + wave
          + ": the "
          + CohortWindows.whose(people, "window")
          + (people == 1 ? " crosses" : " cross")
          + " the referral ("
          + range(fewestBefore, mostBefore)
          + " before it, "
          + range(fewestAfter, mostAfter)
          + " after); such a count is neither of before the referral nor of after it.";
    }
  }

  /**
   * The windows of one service at two waves that share days.
   *
   * @param service what was used
   * @param source who says so
   * @param earlier the label of the earlier wave
   * @param later the label of the later wave
   * @param people how many people have such windows
   * @param fewestDays the fewest days that two windows of one person share
   * @param mostDays the most days
   */
  @MapperForm
  public record Overlap(
      Service service,
      UseSource source,
      String earlier,
      String later,
      int people,
      int fewestDays,
      int mostDays) {
    /**
     * The caution in a sentence.
     *
     * @return {@code "GP visits at T0 and T1: the windows of 40 people overlap by 1 to 31 days; …"}
     */
    @Override
    public String toString() {
      return new Subject(service, source).label()
          + " at "
          + earlier
          + " and "
          + later
          + ": the windows of "
          + CohortWindows.people(people)
          + " overlap by "
          + range(fewestDays, mostDays)
          + "; a contact on such a day counts at both waves.";
    }
  }

  private record Place(Subject subject, String wave, String later) {}

  static CohortWindows of(Cohort cohort) {
    Problems problems = new Problems();
    Map<Place, List<int[]>> across = new LinkedHashMap<>();
    Map<Place, List<int[]>> overlaps = new LinkedHashMap<>();
    int undated = 0;
    for (int i = 0; i < cohort.participants().size(); i++) {
      Participant participant = cohort.participants().get(i);
      Map<Subject, Map<String, List<RecallWindow>>> all =
          windows(participant, cohort.waves(), "participants[" + i + "]", problems);
      for (Map.Entry<Subject, Map<String, List<RecallWindow>>> entry : all.entrySet()) {
        undated +=
            (int)
                entry.getValue().values().stream()
                    .flatMap(List::stream)
                    .filter(window -> window.end().isEmpty())
                    .count();
        across(participant.referral(), entry.getKey(), entry.getValue(), across);
        overlaps(entry.getKey(), entry.getValue(), overlaps);
      }
    }
    problems.throwIfAny();
    return new CohortWindows(
        across.entrySet().stream().map(each -> across(each.getKey(), each.getValue())).toList(),
        overlaps.entrySet().stream().map(each -> overlap(each.getKey(), each.getValue())).toList(),
        undated);
  }

  private static Map<Subject, Map<String, List<RecallWindow>>> windows(
      Participant participant, List<String> waves, String place, Problems problems) {
    Map<Subject, Map<String, List<RecallWindow>>> all = new LinkedHashMap<>();
    for (String wave : waves) {
      Optional<Assessment> found = participant.at(wave);
      if (found.isEmpty()) {
        continue;
      }
      for (Subject subject : ServiceWindows.subjects(found.get())) {
        problems
            .attempt(place + ", wave " + wave, () -> ServiceWindows.of(found.get(), subject))
            .ifPresent(
                each ->
                    all.computeIfAbsent(subject, added -> new LinkedHashMap<>())
                        .put(wave, each.windows().stream().map(Counted::window).toList()));
      }
    }
    return all;
  }

  private static void across(
      Optional<Referral> referral,
      Subject subject,
      Map<String, List<RecallWindow>> byWave,
      Map<Place, List<int[]>> found) {
    if (referral.isEmpty()) {
      return;
    }
    byWave.forEach(
        (wave, windows) ->
            windows.stream()
                .filter(window -> window.straddles(referral.get().date()))
                .findFirst()
                .ifPresent(
                    window ->
                        add(
                            found,
                            new Place(subject, wave, wave),
                            window.daysBefore(referral.get().date()).orElseThrow(),
                            window.daysAfter(referral.get().date()).orElseThrow())));
  }

  private static void overlaps(
      Subject subject, Map<String, List<RecallWindow>> byWave, Map<Place, List<int[]>> found) {
    List<String> waves = List.copyOf(byWave.keySet());
    for (int late = 1; late < waves.size(); late++) {
      for (int early = 0; early < late; early++) {
        int days = 0;
        for (RecallWindow one : byWave.getOrDefault(waves.get(early), List.of())) {
          for (RecallWindow other : byWave.getOrDefault(waves.get(late), List.of())) {
            OptionalInt shared = one.overlap(other);
            days += shared.orElse(0);
          }
        }
        if (days > 0) {
          add(found, new Place(subject, waves.get(early), waves.get(late)), days);
        }
      }
    }
  }

  private static void add(Map<Place, List<int[]>> found, Place place, int... days) {
    found.computeIfAbsent(place, added -> new ArrayList<>()).add(days);
  }

  private static Across across(Place place, List<int[]> days) {
    IntSummaryStatistics before = days.stream().mapToInt(each -> each[0]).summaryStatistics();
    IntSummaryStatistics after = days.stream().mapToInt(each -> each[1]).summaryStatistics();
    return new Across(
        place.subject().service(),
        place.subject().source(),
        place.wave(),
        days.size(),
        before.getMin(),
        before.getMax(),
        after.getMin(),
        after.getMax());
  }

  private static Overlap overlap(Place place, List<int[]> days) {
    IntSummaryStatistics shared = days.stream().mapToInt(each -> each[0]).summaryStatistics();
    return new Overlap(
        place.subject().service(),
        place.subject().source(),
        place.wave(),
        place.later(),
        days.size(),
        shared.getMin(),
        shared.getMax());
  }

  /**
   * What has to be known beside counts by wave.
   *
   * @return a sentence for each service and wave whose windows cross the referral, and for each
   *     service and pair of waves whose windows overlap; empty if there is nothing to know
   */
  public List<String> cautions() {
    List<String> cautions = new ArrayList<>();
    across.forEach(each -> cautions.add(each.toString()));
    overlaps.forEach(each -> cautions.add(each.toString()));
    if (undated > 0) {
      cautions.add(
          "The days of "
              + (undated == 1 ? "1 window" : undated + " windows")
              + " are not known; give the window its last day or the assessment its date.");
    }
    return List.copyOf(cautions);
  }

  /**
   * The windows that cross the referral as a table.
   *
   * @return a row for each service and wave that has any
   */
  public Table acrossTable() {
    Table.Builder table =
        Table.titled("Windows across the referral")
            .text("Service", "Wave")
            .numbers("people")
            .text("days before", "days after");
    for (Across each : across) {
      table.row(
          Cell.text(new Subject(each.service(), each.source()).label()),
          Cell.text(each.wave()),
          Cell.count(each.people()),
          Cell.text(span(each.fewestBefore(), each.mostBefore())),
          Cell.text(span(each.fewestAfter(), each.mostAfter())));
    }
    return table.build();
  }

  /**
   * The windows of two waves that overlap as a table.
   *
   * @return a row for each service and pair of waves that has any
   */
  public Table overlapTable() {
    Table.Builder table =
        Table.titled("Windows of two waves that overlap")
            .text("Service", "Earlier", "Later")
            .numbers("people")
            .text("days shared");
    for (Overlap each : overlaps) {
      table.row(
          Cell.text(new Subject(each.service(), each.source()).label()),
          Cell.text(each.earlier()),
          Cell.text(each.later()),
          Cell.count(each.people()),
          Cell.text(span(each.fewestDays(), each.mostDays())));
    }
    return table.build();
  }

  private static String span(int fewest, int most) {
    return fewest == most ? Integer.toString(most) : fewest + " to " + most;
  }

  private static String range(int fewest, int most) {
    return span(fewest, most) + (most == 1 ? " day" : " days");
  }

  private static String people(int number) {
    return number == 1 ? "1 person" : number + " people";
  }

  private static String whose(int number, String noun) {
    return noun + (number == 1 ? "" : "s") + " of " + people(number);
  }

  /**
   * The tables that have rows, and the cautions.
   *
   * @return a few lines; one that says so if no window crosses the referral and none overlap
   */
  @Override
  public String toString() {
    List<String> parts = new ArrayList<>();
    if (!across.isEmpty()) {
      parts.add(acrossTable().toString());
    }
    if (!overlaps.isEmpty()) {
      parts.add(overlapTable().toString());
    }
    parts.addAll(cautions());
    return parts.isEmpty()
        ? "No window crosses the referral, and none of two waves overlap."
        : String.join("\n", parts);
  }
}
