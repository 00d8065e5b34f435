package org.socialcure.mediation.report;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * What the JSON form of a {@link Report} holds.
 *
 * <p>Immutable and thread-safe.
 *
 * @param title the title of the report
 * @param models the fitted models in the order of the report
 * @since 0.1
 */
@MapperForm
@JsonIgnoreProperties(ignoreUnknown = true)
public record ReportDocument(String title, List<ModelDocument> models) {
  /** Copies the list. */
  public ReportDocument {
    models = List.copyOf(models);
  }
}
