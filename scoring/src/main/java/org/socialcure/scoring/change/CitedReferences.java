package org.socialcure.scoring.change;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Instruments;
import org.socialcure.core.instrument.PublishedChange;
import org.socialcure.core.instrument.Use;

/**
 * What has been published to hold a person's change against, for the scales that are built in.
 *
 * <p>There is an entry only where the standard deviation and the reliability, or the standard error
 * of measurement, were both seen in a source; for all other scales there is none, and a reference
 * has to be given. A general population has a smaller standard deviation than people in care, which
 * makes changes look more reliable than they are; internal consistency knows nothing of time, which
 * does the same.
 *
 * <p>All methods are static and thread-safe.
 *
 * @since 0.1
 */
public final class CitedReferences {
  private static final List<CitedReference> ALL =
      List.of(
          new CitedReference(
              "ucla-3",
              "total",
              new ChangeReference(
                  1.4,
                  0.72,
                  ReliabilityKind.INTERNAL_CONSISTENCY,
                  "SD of adults aged 57 to 85 in the United States (Hawkley and others 2019, n"
                      + " 2,385 and 2,829); alpha of Hughes and others 2004"),
              Use.ON_REQUEST,
              "the SD was seen in the authors' tables, the alpha only as quoted by others"),
          new CitedReference(
              "swemwbs",
              "metric",
              ChangeReference.ofStandardError(
                  1.03,
                  3.921,
                  ReliabilityKind.UNSPECIFIED,
                  "standard error of measurement 1.03 and SD of 172 people in care (Shah and others"
                      + " 2018, doi 10.1186/s12955-018-1060-2); the reliability follows from the"
                      + " two"),
              Use.DEFAULT,
              "both were seen in the publication, which prints 2.87 points for 2.77 standard errors"
                  + " before rounding"),
          new CitedReference(
              "who-5",
              "percent",
              new ChangeReference(
                  23.0,
                  0.803,
                  ReliabilityKind.TEST_RETEST,
                  "SD of the general population of Germany (Kliem and others 2025, n 2,515);"
                      + " intraclass correlation over a week of 343 students in China"
                      + " (PMC10750781)"),
              Use.ON_REQUEST,
              "the SD was seen only in public code that names the publication, the correlation in"
                  + " one publication about other people"),
          new CitedReference(
              "who-5",
              "percent",
              new ChangeReference(
                  23.0,
                  0.85,
                  ReliabilityKind.INTERNAL_CONSISTENCY,
                  "SD of the general population of Germany (Kliem and others 2025, n 2,515); alpha"
                      + " of 267 people in Sri Lanka (PMC7488505)"),
              Use.ON_REQUEST,
              "the SD was seen only in public code that names the publication, the alpha in one"
                  + " publication about other people"));

  private CitedReferences() {}

  /**
   * Every entry.
   *
   * @return the entries, test-retest before internal consistency where a scale has both
   */
  public static List<CitedReference> all() {
    return ALL;
  }

  /**
   * The entries of a scale.
   *
   * @param instrument the id of the instrument
   * @param scale the id of the scale
   * @return its entries, the better first; none for most scales
   */
  public static List<CitedReference> of(String instrument, String scale) {
    return ALL.stream()
        .filter(it -> it.instrument().equals(instrument) && it.scale().equals(scale))
        .toList();
  }

  /**
   * The entry that is used where no reference is given.
   *
   * @param instrument the id of the instrument
   * @param scale the id of the scale
   * @return the entry whose halves were both seen in good sources; empty for most scales
   */
  public static Optional<CitedReference> byDefault(String instrument, String scale) {
    return of(instrument, scale).stream().filter(it -> it.use() == Use.DEFAULT).findFirst();
  }

  /**
   * Differences that were published as important for a scale.
   *
   * @param instrument the id of the instrument
   * @param scale the id of the scale
   * @return the differences, the smallest first; none for most scales
   */
  public static List<ImportantDifference> importantDifferences(String instrument, String scale) {
    return Instruments.find(instrument).map(Instrument::changes).orElse(List.of()).stream()
        .filter(it -> it.scale().equals(scale))
        .filter(it -> it.purpose() == PublishedChange.Purpose.IMPORTANT && it.use() == Use.DEFAULT)
        .sorted(Comparator.comparingDouble(PublishedChange::points))
        .map(it -> ImportantDifference.published(it.points(), it.source()))
        .toList();
  }
}
