package org.socialcure.core.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.socialcure.core.answer.Coding;
import org.socialcure.core.data.CsvOptions;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.instrument.AnswerOption;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Instruments;
import org.socialcure.core.instrument.Item;
import org.socialcure.core.instrument.Scale;
import org.socialcure.core.instrument.ScoringRule;

/** Forms of other programs hold every item and option of an instrument, and say its scores. */
class ExchangeTest {
  private static final String CHOICES = "Choices, Calculations, OR Slider Labels";
  private static final String VARIABLE = "Variable / Field Name";

  static Stream<Instrument> all() {
    return Instruments.all().stream();
  }

  private static String cell(Dataset data, String column, int row) {
    return data.text(column, row).orElse("");
  }

  private static int row(Dataset data, String column, String name) {
    for (int row = 0; row < data.rows(); row++) {
      if (cell(data, column, row).equals(name)) {
        return row;
      }
    }
    throw new AssertionError("no " + name);
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyItemAndOptionIsInTheDictionary(Instrument instrument) {
    Dataset dictionary = RedcapDictionary.of(instrument, "en");
    assertEquals(18, dictionary.names().size());
    assertEquals(instrument.items().size() + instrument.scales().size(), dictionary.rows());
    Set<String> names = new HashSet<>();
    for (int row = 0; row < dictionary.rows(); row++) {
      String name = cell(dictionary, VARIABLE, row);
      assertTrue(name.matches("[a-z][a-z0-9_]{0,99}"), name);
      assertTrue(names.add(name), name);
      assertFalse(cell(dictionary, "Field Label", row).isBlank(), name);
    }
    for (Item item : instrument.items()) {
      int row = row(dictionary, VARIABLE, FormFields.of(instrument, item.id()));
      if (FormFields.isNumber(item)) {
        assertEquals(
            "integer", cell(dictionary, "Text Validation Type OR Show Slider Number", row));
        continue;
      }
      String[] choices = cell(dictionary, CHOICES, row).split(" \\| ");
      assertEquals(item.options().size(), choices.length, instrument.id());
      for (int i = 0; i < choices.length; i++) {
        // What REDCap stores is read back without a coding, the code or the label.
        AnswerOption option = item.options().get(i);
        String code = choices[i].substring(0, choices[i].indexOf(", "));
        assertEquals(Optional.of(option), Coding.none().option(item, code), instrument.id());
      }
    }
  }

  /** Every formula, worked out for random answers, is the score that the definition asks for. */
  @ParameterizedTest
  @MethodSource("all")
  void formulasAreTheScores(Instrument instrument) {
    Dataset dictionary = RedcapDictionary.of(instrument, "en");
    Dataset survey = XlsForm.of(instrument, "en").get("survey");
    Random random = new Random(instrument.id().hashCode());
    for (Scale scale : instrument.scales()) {
      String name = FormFields.of(instrument, scale.id() + "-score");
      int row = row(dictionary, VARIABLE, name);
      if (XlsForm.notCalculated(instrument).contains(scale.id())) {
        assertEquals("descriptive", cell(dictionary, "Field Type", row));
        continue;
      }
      String redcap = cell(dictionary, CHOICES, row);
      String xls = cell(survey, "calculation", row(survey, "name", name));
      for (int i = 0; i < 20; i++) {
        Map<String, Double> answers = new HashMap<>();
        double sum = 0;
        for (Item item : instrument.itemsOf(scale)) {
          double value =
              item.options().get(random.nextInt(item.options().size())).value().orElseThrow();
          answers.put(FormFields.of(instrument, item.id()), value);
          sum += item.keyed(value);
        }
        double expected = scored(scale.scoring(), sum, scale.items().size());
        assertEquals(
            expected, Arithmetic.of(answered(redcap, "\\[(\\w+)\\]", answers)), 1e-9, redcap);
        assertEquals(
            expected,
            Arithmetic.of(
                answered(xls, "number\\(\\$\\{(\\w+)\\}\\)", answers).replace("div", "/")),
            1e-9,
            xls);
      }
    }
  }

  private static double scored(ScoringRule rule, double sum, int items) {
    if (rule instanceof ScoringRule.Linear linear) {
      return linear.times() * scored(linear.of(), sum, items) + linear.plus();
    }
    return rule instanceof ScoringRule.Mean ? sum / items : sum;
  }

  /** What stands in the place of the score once every guard holds, with the answers filled in. */
  private static String answered(String guarded, String field, Map<String, Double> answers) {
    String inner = guarded.substring(guarded.indexOf('(') + 1, guarded.lastIndexOf(')'));
    String[] parts = inner.split(", ");
    String formula = parts[1].equals("''") ? parts[2] : parts[1];
    assertEquals(3, parts.length, guarded);
    assertEquals(
        answers.size(), parts[0].split(" and | or ").length, "every item is guarded: " + guarded);
    return java.util.regex.Pattern.compile(field)
        .matcher(formula)
        .replaceAll(found -> answers.get(found.group(1)).toString());
  }

  @ParameterizedTest
  @MethodSource("all")
  void everySelectHasItsChoices(Instrument instrument) {
    Map<String, Dataset> sheets = XlsForm.of(instrument, "en");
    assertEquals(List.of("survey", "choices", "settings"), List.copyOf(sheets.keySet()));
    Dataset survey = sheets.get("survey");
    Dataset choices = sheets.get("choices");
    for (Item item : instrument.items()) {
      int row = row(survey, "name", FormFields.of(instrument, item.id()));
      String type = cell(survey, "type", row);
      if (FormFields.isNumber(item)) {
        assertEquals("integer", type);
        continue;
      }
      String list = type.replace("select_one ", "");
      long of =
          Stream.iterate(0, i -> i < choices.rows(), i -> i + 1)
              .filter(i -> cell(choices, "list_name", i).equals(list))
              .count();
      assertEquals(item.options().size(), of, list);
    }
  }

  @Test
  void theWordsAreThoseOfTheLanguageAndTheInstructionComesFirst() {
    Dataset dictionary = RedcapDictionary.of(Instruments.ONS4, "en");
    assertTrue(cell(dictionary, "Section Header", 0).startsWith("Next I would like"));
    assertEquals("", cell(dictionary, "Section Header", 1));
    assertEquals(
        "Overall, how satisfied are you with your life nowadays?",
        cell(dictionary, "Field Label", 0));
    assertTrue(cell(dictionary, CHOICES, 0).startsWith("0, 0 - not at all satisfied | 1, 1 | "));
    assertEquals(
        "lack of companionship",
        cell(RedcapDictionary.of(Instruments.UCLA_3, "en"), "Field Label", 0));
    assertEquals("note", cell(XlsForm.of(Instruments.ONS4, "en").get("survey"), "type", 0));
  }

  @Test
  void theTemplateIsReadBackAsItIs() {
    List<Instrument> instruments = List.of(Instruments.UCLA_3, Instruments.DE_JONG_GIERVELD_6);
    Dataset template = AnswerTable.template(instruments);
    assertEquals(2 + 3 + 6, template.names().size());
    StringWriter csv = new StringWriter();
    template.writeCsv(csv, CsvOptions.defaults());
    assertTrue(csv.toString().startsWith("id,wave,ucla_3_companionship,"), csv.toString());
    Dataset read =
        Dataset.readCsv(
            new StringReader(csv + "p1,t0,1,2,3,yes,no,no,more_or_less,yes,no\n"),
            CsvOptions.defaults());
    assertEquals(template.names(), read.names());
    Dataset book = AnswerTable.codeBook(instruments, "en");
    assertEquals(9, book.rows());
    assertEquals(
        "1 = Hardly ever or never; 2 = Some of the time; 3 = Often", cell(book, "codes", 0));
    assertEquals(
        "reverse-keyed", cell(AnswerTable.codeBook(List.of(Instruments.ULS_8), "en"), "keying", 2));
  }
}
