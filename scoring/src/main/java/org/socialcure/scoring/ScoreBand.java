package org.socialcure.scoring;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Objects;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.instrument.Band;
import org.socialcure.core.instrument.BandScheme;
import org.socialcure.core.instrument.Evidence;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * The band that a score falls into, with the source of its cuts.
 *
 * <p>A band is a reading of a score by one scheme among several possible ones. It is no diagnosis.
 *
 * <p>Immutable and thread-safe.
 *
 * @param id the band within its scheme
 * @param label the band in words
 * @param scheme the scheme within the scale
 * @param source where the cuts come from
 * @param evidence how well the cuts are supported
 * @since 0.1
 */
@MapperForm
@JsonIgnoreProperties(ignoreUnknown = true)
public record ScoreBand(String id, String label, String scheme, String source, Evidence evidence) {
  /** Refuses nulls. */
  public ScoreBand {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(scheme, "scheme");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(evidence, "evidence");
  }

  /**
   * The band of a score value.
   *
   * @param value the score
   * @param scheme the scheme to read it by; it must belong to the scale of the score
   * @return the band
   * @throws InvalidInputException if the value is NaN
   */
  public static ScoreBand of(double value, BandScheme scheme) {
    Band band = scheme.band(value);
    return new ScoreBand(band.id(), band.label(), scheme.id(), scheme.source(), scheme.evidence());
  }

  /**
   * For people: the band, the source of its cut and, where no source supports it, that this is so.
   *
   * @return {@code "lonely" (cut: …)}
   */
  @Override
  public String toString() {
    String doubt = evidence.isSourced() ? "" : ", not validated";
    return "\"" + label + "\" (cut: " + source + doubt + ")";
  }
}
