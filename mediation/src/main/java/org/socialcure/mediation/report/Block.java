package org.socialcure.mediation.report;

import java.util.List;

/** A piece of a report, the same for every output format. */
sealed interface Block permits Block.Paragraph, Block.Facts, Block.Bullets, Block.Code, Grid {

  /**
   * A paragraph.
   *
   * @param text the sentences
   */
  record Paragraph(String text) implements Block {}

  /**
   * Facts under names.
   *
   * @param facts the facts in order
   */
  record Facts(List<Fact> facts) implements Block {
    public Facts {
      facts = List.copyOf(facts);
    }
  }

  /**
   * One fact.
   *
   * @param name what it is about
   * @param value what holds
   */
  record Fact(String name, String value) {}

  /**
   * A list of points.
   *
   * @param items the points
   */
  record Bullets(List<String> items) implements Block {
    public Bullets {
      items = List.copyOf(items);
    }
  }

  /**
   * Text that is kept as it is, line by line.
   *
   * @param caption what it is
   * @param text the text
   */
  record Code(String caption, String text) implements Block {}
}
