package org.socialcure.mediation.report;

import java.util.List;

/**
 * What the JSON form of a {@link Report} holds.
 *
 * <p>Immutable and thread-safe.
 *
 * @param title the title of the report
 * @param models the fitted models in the order of the report
 * @since 0.1
 */
public record ReportDocument(String title, List<ModelDocument> models) {
  /** Copies the list. */
  public ReportDocument {
    models = List.copyOf(models);
  }
}
