package org.socialcure.core.document;

import java.util.Optional;

/**
 * A picture of data.
 *
 * <p>A figure holds the data that it shows and draws itself; what colour says is always said by
 * shape as well. Formats without pictures have its numbers in their place.
 *
 * @since 0.1
 */
public sealed interface Figure extends Block permits ForestPlot, LinePlot, Diagram {
  /**
   * What the picture is, for readers who do not see it.
   *
   * @return a few words
   */
  String title();

  /**
   * What the picture shows and how to read it.
   *
   * @return the caption
   */
  String caption();

  /**
   * What there is to see, for readers who do not see it.
   *
   * @return the data in words
   */
  String description();

  /**
   * The numbers of the picture: what formats without pictures have in its place and a page folds
   * away below it.
   *
   * @return the table; empty where the document has the numbers elsewhere
   */
  Optional<Table> data();

  /**
   * The picture, which stands alone: it needs neither style sheet, script nor font, and takes the
   * colour of the text around it.
   *
   * @return an SVG element
   */
  String svg();
}
