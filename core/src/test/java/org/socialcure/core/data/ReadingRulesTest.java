package org.socialcure.core.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.socialcure.core.data.RowCondition.is;
import static org.socialcure.core.data.RowCondition.isNot;
import static org.socialcure.core.data.RowCondition.missing;
import static org.socialcure.core.data.RowCondition.number;
import static org.socialcure.core.data.RowCondition.present;

import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.data.RowCondition.Comparison;

/** Codes of missing values and conditions on rows, in files and in data that are there already. */
class ReadingRulesTest {
  private static final double NONE = Double.NaN;

  /** Where the rules meet the cells: while a file is read, or afterwards. */
  enum Way {
    FILE {
      @Override
      ReadData apply(String text, ReadingRules rules) {
        return Dataset.readCsvAll(new StringReader(text), CsvOptions.defaults().withRules(rules));
      }
    },
    DATA {
      @Override
      ReadData apply(String text, ReadingRules rules) {
        CsvOptions asWritten =
            CsvOptions.defaults()
                .withMissing()
                .withText(rules.textColumns().toArray(String[]::new));
        return rules.applyTo(Dataset.readCsv(new StringReader(text), asWritten));
      }
    };

    abstract ReadData apply(String text, ReadingRules rules);
  }

  private static final ReadingRules RULES = ReadingRules.defaults();

  @ParameterizedTest
  @EnumSource
  void numericCodesMatchEveryWayToWriteTheNumberAndAreCounted(Way way) {
    ReadData read =
        way.apply(
            "age,x\n-99.00,NA\n-99,1\n61,-99\n-9.9e1,2\n\u221299,3\n",
            RULES.withMissing("-99", "NA"));
    assertArrayEquals(new double[] {NONE, NONE, 61, NONE, NONE}, read.data().numbers("age"));
    assertArrayEquals(new double[] {NONE, 1, NONE, 2, 3}, read.data().numbers("x"));
    assertEquals(Map.of("age", 4, "x", 2), read.summary().missingCodes());
  }

  @ParameterizedTest
  @EnumSource
  void numericCodesForAllColumnsDoNotTouchIdentifiers(Way way) {
    String text = "id,age\n99,99\n099,1\n1,99.0\n";
    ReadData read = way.apply(text, RULES.withMissing("99").withText("id"));
    assertEquals(
        List.of(Optional.of("99"), Optional.of("099"), Optional.of("1")), read.data().texts("id"));
    assertEquals(Map.of("age", 2), read.summary().missingCodes());
    // Said of the column itself, they do.
    ReadData own = way.apply(text, RULES.withMissingIn("id", "99").withText("id"));
    assertEquals(1, own.data().missingCount("id"));
  }

  @ParameterizedTest
  @EnumSource
  void codesOfAColumnStandInThePlaceOfThoseForAll(Way way) {
    ReadData read =
        way.apply(
            "a,b,land\n9,9,NA\nNA,1,GB\n", RULES.withMissingIn("b", "9").withMissingIn("land"));
    assertArrayEquals(new double[] {9, NONE}, read.data().numbers("a"));
    assertArrayEquals(new double[] {NONE, 1}, read.data().numbers("b"));
    assertEquals(Optional.of("NA"), read.data().text("land", 0));
    assertEquals(Map.of("a", 1, "b", 1), read.summary().missingCodes());
  }

  @ParameterizedTest
  @EnumSource
  void wordsOfRowsLeftOutDoNotMakeAColumnText(Way way) {
    String text = "id,age,kind\n1,61,person\n2,old,test\n3,47,person\n4,none,person\n";
    ReadingRules rules = RULES.withMissing("none").withSkip(is("kind", "test"));
    ReadData read = way.apply(text, rules);
    assertArrayEquals(new double[] {61, 47, NONE}, read.data().numbers("age"));
    assertEquals(ColumnKind.NUMBER, read.data().kind("age"));
    assertEquals(1, read.summary().skippedRows());
    assertEquals("line 4", read.data().place(1));
  }

  @ParameterizedTest
  @EnumSource
  void eachConditionChoosesItsRows(Way way) {
    String text = "a,w\n1,x\n2.0,\n-99,y\n,x\n10,NA\n";
    Map<RowCondition, List<Integer>> chosen =
        Map.ofEntries(
            Map.entry(is("a", "1"), List.of(2)),
            Map.entry(is("a", "1.0", "2"), List.of(2, 3)),
            Map.entry(is("a", "-99"), List.of(4)),
            Map.entry(is("w", "x"), List.of(2, 5)),
            Map.entry(is("w", "X", ""), List.of(3, 6)),
            Map.entry(isNot("w", "x"), List.of(3, 4, 6)),
            Map.entry(missing("a"), List.of(4, 5)),
            Map.entry(present("a"), List.of(2, 3, 6)),
            Map.entry(number("a", Comparison.BELOW, 2), List.of(2)),
            Map.entry(number("a", Comparison.AT_MOST, 2), List.of(2, 3)),
            Map.entry(number("a", Comparison.AT_LEAST, 2), List.of(3, 6)),
            Map.entry(number("a", Comparison.ABOVE, 2), List.of(6)),
            Map.entry(is("w", "x").and(present("a")), List.of(2)),
            Map.entry(is("w", "y").or(missing("w")), List.of(3, 4, 6)),
            Map.entry(is("w", "y").or(missing("w")).negate(), List.of(2, 5)));
    ReadingRules codes = RULES.withMissing("-99", "NA");
    chosen.forEach(
        (condition, lines) -> {
          ReadData used = way.apply(text, codes.withWhere(condition));
          assertEquals(lines, lines(used.data()), condition.toString());
          assertEquals(5 - lines.size(), used.summary().rowsNotChosen());
          ReadData rest = way.apply(text, codes.withSkip(condition));
          assertEquals(
              IntStream.rangeClosed(2, 6).boxed().filter(line -> !lines.contains(line)).toList(),
              lines(rest.data()),
              condition.toString());
        });
  }

  private static List<Integer> lines(Dataset data) {
    return IntStream.range(0, data.rows())
        .mapToObj(row -> Integer.valueOf(data.place(row).substring("line ".length())))
        .toList();
  }

  @ParameterizedTest
  @EnumSource
  void rulesThatDoNotFitTheDataAreRefused(Way way) {
    String text = "age,w\n61,x\nold,y\n";
    for (ReadingRules rules :
        List.of(
            RULES.withWhere(is("agee", "1")),
            RULES.withSkip(missing("agee")),
            RULES.withMissingIn("agee", "9"))) {
      String message =
          assertThrows(InvalidInputException.class, () -> way.apply(text, rules)).getMessage();
      assertTrue(message.contains("column agee: no such column (did you mean age?)"), message);
    }
    String words =
        assertThrows(
                InvalidInputException.class,
                () -> way.apply(text, RULES.withWhere(number("age", Comparison.ABOVE, 1))))
            .getMessage();
    assertTrue(words.startsWith("column age: 1 cell is no number"), words);
    String none =
        assertThrows(
                InvalidInputException.class, () -> way.apply(text, RULES.withWhere(is("w", "z"))))
            .getMessage();
    assertEquals(
        "rows: none of the 2 rows is used; check \"skip\" and \"where\" against the file", none);
  }

  @ParameterizedTest
  @EnumSource
  void valuesThatNoRowHasAreTold(Way way) {
    ReadingRules rules =
        RULES.withWhere(is("w", "x", "z").and(is("a", "1.0")).or(is("w", "y", "")));
    ReadData read = way.apply("a,w\n1,x\n2,y\n", rules);
    assertEquals(List.of("w z"), read.summary().unmatched());
    assertEquals(List.of("Chosen, but in no row: w z"), read.summary().notes());
  }

  @Test
  void rowsLeftOutNeedNotHaveAllCells() {
    CsvOptions options = CsvOptions.defaults().withSkip(is("id", "Total"));
    assertEquals(1, Dataset.readCsv(new StringReader("id,a,b\n1,2,3\nTotal,2\n"), options).rows());
  }

  @Test
  void dataThatAreThereFilterByACondition() {
    Dataset data = Dataset.builder().texts("w", "a", null, "b").numbers("x", 1, 2, 3).build();
    assertArrayEquals(new double[] {2, 3}, data.filter(isNot("w", "a")).numbers("x"));
    assertEquals(0, data.filter(is("x", "9")).rows());
    assertThrows(InvalidInputException.class, () -> data.filter(is("y", "9")));
    // Text columns of digits stay what they are.
    Dataset digits = Dataset.builder().texts("id", "1", "2").build();
    assertEquals(digits, RULES.applyTo(digits).data());
    assertEquals(
        List.of(Optional.of("1"), Optional.of("2"), Optional.of("3")),
        RULES.withText("x").applyTo(data).data().texts("x"));
  }

  @Test
  void rulesPrintThemselves() {
    assertEquals(
        "missing: empty, NA; missing in age: empty, -99; text: id; rows of headings left out: 2;"
            + " rows left out: k is test; rows used: not (w is missing) and x at least 2",
        RULES
            .withMissingIn("age", "-99")
            .withText("id")
            .withSkippedRows(2)
            .withSkip(is("k", "test"))
            .withWhere(present("w").and(number("x", Comparison.AT_LEAST, 2)))
            .toString());
  }
}
