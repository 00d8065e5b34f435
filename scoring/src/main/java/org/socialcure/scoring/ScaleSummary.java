package org.socialcure.scoring;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * How many forms of a file were scored on one scale, and how many were not and why.
 *
 * <p>Immutable and thread-safe.
 *
 * @param name the scored column, {@code "ucla-3.total"}
 * @param label what people call it, {@code "Loneliness (UCLA-3)"}
 * @param scored the forms with a score
 * @param incomplete those among them that were scored although some items were not answered
 * @param notScored the forms without a score, by reason; only reasons that occur
 * @since 0.1
 */
@MapperForm
@JsonIgnoreProperties(ignoreUnknown = true)
public record ScaleSummary(
    String name,
    String label,
    int scored,
    int incomplete,
    Map<NotScoredReason, Integer> notScored) {
  /** Copies the map, in the order of the reasons. */
  public ScaleSummary {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(label, "label");
    Map<NotScoredReason, Integer> sorted = new EnumMap<>(NotScoredReason.class);
    sorted.putAll(notScored);
    notScored = Collections.unmodifiableMap(sorted);
  }

  /**
   * One line for people.
   *
   * @return the counts
   */
  @Override
  public String toString() {
    String reasons =
        notScored.entrySet().stream()
            .map(entry -> entry.getValue() + ": " + entry.getKey())
            .collect(Collectors.joining("; "));
    return name
        + ": "
        + scored
        + " scored"
        + (incomplete == 0 ? "" : " (" + incomplete + " of them incomplete)")
        + (reasons.isEmpty() ? "" : "; not scored " + reasons);
  }
}
