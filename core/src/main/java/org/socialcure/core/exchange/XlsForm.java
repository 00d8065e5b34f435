package org.socialcure.core.exchange;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.instrument.AnswerOption;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Item;
import org.socialcure.core.instrument.Layout;
import org.socialcure.core.instrument.Requirement;
import org.socialcure.core.instrument.Scale;
import org.socialcure.core.internal.Names;

/**
 * The sheets of an XLSForm for an instrument, as KoboToolbox, ODK and others read it: {@code
 * survey}, {@code choices} and {@code settings}. The name of a choice is the value of its option,
 * so that nothing is numbered by its place; a {@code calculate} row makes each score whose rule can
 * be said with every item required, and is empty until all of them are answered.
 *
 * <p>{@code social-cure-files} writes the sheets as one {@code .xlsx} with {@code
 * Xlsx.write(sheets, file)}.
 *
 * <p>Stateless and thread-safe.
 *
 * @since 0.1
 */
public final class XlsForm {
  private static final ScoreFormula FORMULA =
      new ScoreFormula(field -> "number(${" + field + "})", "div");

  private XlsForm() {}

  /**
   * The sheets for an instrument.
   *
   * @param instrument the instrument; not null
   * @param language the language of the words as a BCP 47 tag; labels stand in for words that there
   *     are not; not null
   * @return {@code survey}, {@code choices} and {@code settings}, each a table of text
   */
  public static Map<String, Dataset> of(Instrument instrument, String language) {
    Objects.requireNonNull(language, "language");
    FormWords words = FormWords.of(instrument, language);
    TextTable survey =
        new TextTable(
            "type", "name", "label", "required", "appearance", "constraint", "calculation");
    TextTable choices = new TextTable("list_name", "name", "label");
    words
        .instruction()
        .ifPresent(
            text ->
                survey.row(
                    "type",
                    "note",
                    "name",
                    FormFields.of(instrument, "instruction"),
                    "label",
                    text));
    Map<List<List<String>>, String> lists = new LinkedHashMap<>();
    for (Item item : instrument.items()) {
      boolean number = FormFields.isNumber(item);
      survey.row(
          "type",
          number ? "integer" : "select_one " + list(instrument, item, words, lists, choices),
          "name",
          FormFields.of(instrument, item.id()),
          "label",
          words.text(item),
          "required",
          item.requirement().filter(Requirement.REQUIRED::equals).isPresent() ? "yes" : "",
          "appearance",
          number ? "" : item.layout().map(XlsForm::appearance).orElse(""),
          "constraint",
          number
              ? ". >= " + Names.number(item.lowest()) + " and . <= " + Names.number(item.highest())
              : "");
    }
    for (Scale scale : instrument.scales()) {
      FORMULA
          .of(instrument, scale)
          .ifPresent(
              formula ->
                  survey.row(
                      "type",
                      "calculate",
                      "name",
                      FormFields.of(instrument, scale.id() + "-score"),
                      "calculation",
                      guarded(instrument, scale, formula)));
    }
    TextTable settings = new TextTable("form_title", "form_id", "version");
    settings.row(
        "form_title",
        words.wording().flatMap(found -> found.title()).orElse(instrument.label()),
        "form_id",
        instrument.id().replace('-', '_'),
        "version",
        instrument.version());
    Map<String, Dataset> sheets = new LinkedHashMap<>();
    sheets.put("survey", survey.data());
    sheets.put("choices", choices.data());
    sheets.put("settings", settings.data());
    return Collections.unmodifiableMap(sheets);
  }

  /** The list of choices of an item; items with the same choices share one. */
  private static String list(
      Instrument instrument,
      Item item,
      FormWords words,
      Map<List<List<String>>, String> lists,
      TextTable choices) {
    List<List<String>> wanted = new ArrayList<>();
    for (AnswerOption option : item.options()) {
      wanted.add(List.of(FormFields.code(option), words.text(item, option)));
    }
    String known = lists.get(wanted);
    if (known != null) {
      return known;
    }
    String name =
        FormFields.of(instrument, "options" + (lists.isEmpty() ? "" : "-" + (lists.size() + 1)));
    lists.put(wanted, name);
    for (List<String> choice : wanted) {
      choices.row("list_name", name, "name", choice.get(0), "label", choice.get(1));
    }
    return name;
  }

  private static String appearance(Layout layout) {
    return switch (layout) {
      case RADIO_BUTTONS, SLIDER -> "";
      case DROP_DOWN -> "minimal";
      case TABLE_ROW -> "likert";
    };
  }

  private static String guarded(Instrument instrument, Scale scale, String formula) {
    List<String> missing =
        scale.items().stream()
            .map(item -> "${" + FormFields.of(instrument, item) + "} = ''")
            .toList();
    return "if(" + String.join(" or ", missing) + ", '', " + formula + ")";
  }

  /**
   * The scores that the form does not make, because their rules are longer than a form should hold.
   *
   * @param instrument the instrument; not null
   * @return the ids of their scales
   */
  public static List<String> notCalculated(Instrument instrument) {
    return instrument.scales().stream()
        .filter(scale -> FORMULA.of(instrument, scale).equals(Optional.empty()))
        .map(Scale::id)
        .toList();
  }
}
