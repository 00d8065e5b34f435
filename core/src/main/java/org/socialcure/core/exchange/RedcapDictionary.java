package org.socialcure.core.exchange;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Item;
import org.socialcure.core.instrument.Layout;
import org.socialcure.core.instrument.Requirement;
import org.socialcure.core.instrument.Scale;
import org.socialcure.core.internal.Names;

/**
 * The rows of a REDCap data dictionary for an instrument: eighteen columns, a field an item, and a
 * calculated field for each score whose rule REDCap's formulas can say with every item required.
 * The calculated fields stay empty until every item is answered, and reverse-keyed items enter
 * reversed. For other scores a descriptive field says that they are made after the export.
 *
 * <p>Stateless and thread-safe.
 *
 * @since 0.1
 */
public final class RedcapDictionary {
  private static final String VARIABLE = "Variable / Field Name";
  private static final String FORM = "Form Name";
  private static final String HEADER = "Section Header";
  private static final String TYPE = "Field Type";
  private static final String LABEL = "Field Label";
  private static final String CHOICES = "Choices, Calculations, OR Slider Labels";
  private static final String VALIDATION = "Text Validation Type OR Show Slider Number";
  private static final String MINIMUM = "Text Validation Min";
  private static final String MAXIMUM = "Text Validation Max";
  private static final String REQUIRED = "Required Field?";
  private static final String NUMBER = "Question Number (surveys only)";
  private static final String MATRIX = "Matrix Group Name";
  private static final ScoreFormula FORMULA = new ScoreFormula(field -> "[" + field + "]", "/");

  private RedcapDictionary() {}

  /**
   * The rows for an instrument, to be appended to a project's dictionary.
   *
   * @param instrument the instrument; not null
   * @param language the language of the words as a BCP 47 tag; labels stand in for words that there
   *     are not; not null
   * @return a table of text with REDCap's eighteen columns, to be written as CSV
   */
  public static Dataset of(Instrument instrument, String language) {
    Objects.requireNonNull(language, "language");
    TextTable table =
        new TextTable(
            VARIABLE,
            FORM,
            HEADER,
            TYPE,
            LABEL,
            CHOICES,
            "Field Note",
            VALIDATION,
            MINIMUM,
            MAXIMUM,
            "Identifier?",
            "Branching Logic (Show field only if...)",
            REQUIRED,
            "Custom Alignment",
            NUMBER,
            MATRIX,
            "Matrix Ranking?",
            "Field Annotation");
    FormWords words = FormWords.of(instrument, language);
    String form = instrument.id().replace('-', '_');
    boolean shared =
        new HashSet<>(instrument.items().stream().map(Item::options).toList()).size() == 1;
    Optional<String> instruction = words.instruction();
    for (Item item : instrument.items()) {
      boolean number = FormFields.isNumber(item);
      table.row(
          VARIABLE,
          FormFields.of(instrument, item.id()),
          FORM,
          form,
          HEADER,
          instruction.map(RedcapDictionary::plain).orElse(""),
          TYPE,
          number ? "text" : "radio",
          LABEL,
          plain(words.text(item)),
          CHOICES,
          number ? "" : choices(item, words),
          VALIDATION,
          number ? "integer" : "",
          MINIMUM,
          number ? Names.number(item.lowest()) : "",
          MAXIMUM,
          number ? Names.number(item.highest()) : "",
          REQUIRED,
          item.requirement().filter(Requirement.REQUIRED::equals).isPresent() ? "y" : "",
          NUMBER,
          Integer.toString(item.number()),
          MATRIX,
          shared && !number && item.layout().filter(Layout.TABLE_ROW::equals).isPresent()
              ? form
              : "");
      instruction = Optional.empty();
    }
    for (Scale scale : instrument.scales()) {
      score(instrument, scale, form, table);
    }
    return table.data();
  }

  private static String choices(Item item, FormWords words) {
    return item.options().stream()
        .map(option -> FormFields.code(option) + ", " + choice(words.text(item, option)))
        .collect(Collectors.joining(" | "));
  }

  /** A bar separates choices. */
  private static String choice(String text) {
    return plain(text).replace('|', '/');
  }

  private static String plain(String text) {
    return text.replaceAll("\\R", " ");
  }

  private static void score(Instrument instrument, Scale scale, String form, TextTable table) {
    String name = FormFields.of(instrument, scale.id() + "-score");
    Optional<String> formula = FORMULA.of(instrument, scale);
    if (formula.isEmpty()) {
      table.row(
          VARIABLE,
          name,
          FORM,
          form,
          TYPE,
          "descriptive",
          LABEL,
          scale.label()
              + " is scored after the export: "
              + scale.scoring()
              + ", "
              + scale.missing());
      return;
    }
    List<String> answered =
        scale.items().stream()
            .map(item -> "[" + FormFields.of(instrument, item) + "] <> \"\"")
            .toList();
    table.row(
        VARIABLE,
        name,
        FORM,
        form,
        TYPE,
        "calc",
        LABEL,
        scale.label() + " (higher = " + scale.higherMeans() + ")",
        CHOICES,
        "if(" + String.join(" and ", answered) + ", " + formula.get() + ", \"\")");
  }
}
