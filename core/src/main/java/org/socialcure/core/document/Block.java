package org.socialcure.core.document;

import java.util.List;
import java.util.Objects;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * A piece of a document, the same for every output format.
 *
 * @since 0.1
 */
@MapperForm
public sealed interface Block
    permits Block.Lead,
        Block.Paragraph,
        Block.Facts,
        Block.Bullets,
        Block.Code,
        Block.Folded,
        Table,
        Figure {

  /**
   * What a document or section is about, in a sentence that stands out.
   *
   * @param text the sentence
   * @since 0.1
   */
  record Lead(String text) implements Block {
    /** Refuses null. */
    public Lead {
      Objects.requireNonNull(text, "text");
    }

    @Override
    public String toString() {
      return TextRenderer.block(this);
    }
  }

  /**
   * A paragraph.
   *
   * @param text the sentences
   * @since 0.1
   */
  record Paragraph(String text) implements Block {
    /** Refuses null. */
    public Paragraph {
      Objects.requireNonNull(text, "text");
    }

    @Override
    public String toString() {
      return TextRenderer.block(this);
    }
  }

  /**
   * Facts under names.
   *
   * @param facts the facts in order
   * @since 0.1
   */
  record Facts(List<Fact> facts) implements Block {
    /** Copies the list. */
    public Facts {
      facts = List.copyOf(facts);
    }

    @Override
    public String toString() {
      return TextRenderer.block(this);
    }
  }

  /**
   * One fact.
   *
   * @param name what it is about
   * @param value what holds
   * @since 0.1
   */
  @MapperForm
  record Fact(String name, String value) {
    /** Refuses nulls. */
    public Fact {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(value, "value");
    }

    @Override
    public String toString() {
      return name + ": " + value;
    }
  }

  /**
   * A list of points.
   *
   * @param items the points
   * @since 0.1
   */
  record Bullets(List<String> items) implements Block {
    /** Copies the list. */
    public Bullets {
      items = List.copyOf(items);
    }

    @Override
    public String toString() {
      return TextRenderer.block(this);
    }
  }

  /**
   * Text that is kept as it is, line by line.
   *
   * @param caption what it is
   * @param text the text
   * @since 0.1
   */
  record Code(String caption, String text) implements Block {
    /** Refuses nulls. */
    public Code {
      Objects.requireNonNull(caption, "caption");
      Objects.requireNonNull(text, "text");
    }

    @Override
    public String toString() {
      return TextRenderer.block(this);
    }
  }

  /**
   * What few readers want: folded away on a page, where one click shows it, and left out of formats
   * that cannot fold.
   *
   * @param summary the words to click on
   * @param blocks what is folded away
   * @since 0.1
   */
  record Folded(String summary, List<Block> blocks) implements Block {
    /** Copies the list. */
    public Folded {
      Objects.requireNonNull(summary, "summary");
      blocks = List.copyOf(blocks);
    }

    @Override
    public String toString() {
      return TextRenderer.block(this);
    }
  }
}
