package org.socialcure.scoring;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Optional;
import org.socialcure.core.data.ColumnName;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * What scoring one scale of one filled-in instrument came to: a {@link Score}, or {@link NotScored}
 * with the reason.
 *
 * @since 0.1
 */
@MapperForm
@JsonIgnoreProperties(ignoreUnknown = true)
public sealed interface ScaleResult permits Score, NotScored {
  /**
   * The instrument.
   *
   * @return its id
   */
  String instrument();

  /**
   * The version of the instrument's definition.
   *
   * @return the version
   */
  String version();

  /**
   * The group that the instrument was asked about.
   *
   * @return the group, or empty for an instrument that asks about none in particular
   */
  Optional<String> target();

  /**
   * The scale within the instrument.
   *
   * @return its id
   */
  String scale();

  /**
   * What people call the scale.
   *
   * @return {@code "Loneliness (ULS-8)"}, with a target {@code "Group identification (GIS,
   *     community)"}
   */
  String label();

  /**
   * How many of the scale's items were answered.
   *
   * @return from 0 to {@link #items()}
   */
  int answered();

  /**
   * How many items the scale has.
   *
   * @return at least 1
   */
  int items();

  /**
   * The name under which the result stands in a file of scores.
   *
   * @return {@code "ucla-3.total"}, with a target {@code "group-identification[community].total"}
   */
  default String name() {
    return ColumnName.of(instrument(), target(), scale()).toString();
  }
}
