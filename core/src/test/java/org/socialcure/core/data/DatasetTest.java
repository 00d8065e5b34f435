package org.socialcure.core.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problem;

/** The data set as a value: what can be asked of it and made of it. */
class DatasetTest {
  private static final double NA = Double.NaN;

  private final Dataset data =
      Dataset.builder()
          .texts("id", "anna", "ben", "cleo", "dora")
          .numbers("age", 61, NA, 47, 33)
          .texts("sex", "f", "m", "", null)
          .build();

  @Test
  void nobodyCanChangeIt() {
    double[] given = {1, 2};
    Map<String, double[]> map = new LinkedHashMap<>(Map.of("x", given));
    Dataset made = Dataset.of(map);
    given[0] = 9;
    map.clear();
    made.numbers("x")[1] = 9;
    assertArrayEquals(new double[] {1, 2}, made.numbers("x"));
    assertThrows(UnsupportedOperationException.class, () -> made.names().add("y"));
    assertThrows(
        UnsupportedOperationException.class, () -> made.texts("x").set(0, Optional.empty()));
  }

  @Test
  void itShowsItsColumnsAndNoCell() {
    assertEquals(
        String.format(
            "4 rows × 3 columns%n  id   text%n  age  number  1 missing%n  sex  text    2 missing"),
        data.toString());
    assertFalse(data.toString().contains("anna"));
  }

  @Test
  void cellsAreNumbersOrTexts() {
    assertEquals(OptionalDouble.of(61), data.number("age", 0));
    assertEquals(OptionalDouble.empty(), data.number("age", 1));
    assertEquals(Optional.of("61"), data.text("age", 0));
    assertEquals(
        List.of(Optional.of("2.5"), Optional.empty()),
        Dataset.builder().numbers("x", 2.5, NA).build().texts("x"));
    assertEquals(Optional.of("f"), data.text("sex", 0));
    assertTrue(data.missing("sex", 2) && data.missing("sex", 3));
    assertThrows(InvalidInputException.class, () -> data.number("id", 0));
    assertThrows(IndexOutOfBoundsException.class, () -> data.text("id", 4));
  }

  @Test
  void columnsAreChosenAddedReplacedAndRenamed() {
    assertEquals(List.of("sex", "id"), data.select("sex", "id").names());
    assertEquals(List.of("id", "sex"), data.without("age").names());
    Dataset more = data.with("x", new double[] {1, 2, 3, 4}).with("age", new double[4]);
    assertEquals(List.of("id", "age", "sex", "x"), more.names());
    assertArrayEquals(new double[4], more.numbers("age"));
    assertEquals(List.of("id", "years", "sex"), data.rename("age", "years").names());
    assertEquals(
        Optional.of("q"),
        data.with(
                "t",
                List.of(Optional.of("q"), Optional.empty(), Optional.empty(), Optional.empty()))
            .text("t", 0));
    assertThrows(InvalidInputException.class, () -> data.rename("age", "sex"));
    assertThrows(InvalidInputException.class, () -> data.with("x", new double[3]));
    assertThrows(InvalidInputException.class, () -> data.with(" ", new double[4]));
    assertThrows(InvalidInputException.class, () -> data.select("id", "id"));
  }

  @Test
  void rowsAreChosen() {
    assertEquals(2, data.filter("age", age -> age > 40).rows());
    assertEquals(1, data.filterText("sex", "m"::equals).rows());
    assertArrayEquals(new double[] {61}, data.complete("age", "sex").numbers("age"));
    assertArrayEquals(new double[] {33, 61, 33}, data.take(3, 0, 3).numbers("age"));
    assertEquals(0, data.take().rows());
    assertThrows(IndexOutOfBoundsException.class, () -> data.take(4));
  }

  @Test
  void rowsAreAppendedByName() {
    Dataset more = Dataset.builder().numbers("age", 20).texts("sex", "f").numbers("id", 7).build();
    Dataset both = data.append(more);
    assertEquals(5, both.rows());
    assertEquals(data.names(), both.names());
    assertEquals(Optional.of("7"), both.text("id", 4));
    assertEquals(20, both.numbers("age")[4]);
    InvalidInputException e =
        assertThrows(InvalidInputException.class, () -> data.append(more.rename("age", "years")));
    assertEquals(
        List.of("column 2", "column 1"), e.problems().stream().map(Problem::where).toList());
  }

  @Test
  void labelsAreTheNamesUnlessGivenAndFollowTheirColumns() {
    Dataset labelled = data.withLabels(Map.of("age", "Age in years", "sex", "Sex"));
    assertEquals("id", labelled.label("id"));
    assertEquals("Age in years", labelled.label("age"));
    assertEquals("age", data.label("age"), "the data set itself is not changed");
    Map<String, Dataset> made =
        Map.of(
            "select", labelled.select("age", "id"),
            "without", labelled.without("sex"),
            "with", labelled.with("age", new double[4]).with("x", new double[4]),
            "role", labelled.withRole(ColumnRole.PERSON, "age"),
            "filter", labelled.filter("age", age -> age > 40),
            "filterText", labelled.filterText("sex", "m"::equals),
            "complete", labelled.complete("age"),
            "take", labelled.take(3, 0),
            "append", data.append(labelled),
            "renamed", labelled.rename("sex", "gender"));
    made.forEach((what, changed) -> assertEquals("Age in years", changed.label("age"), what));
    assertEquals("Sex", labelled.rename("sex", "gender").label("gender"));
    assertEquals(ColumnRole.PERSON, made.get("role").role("age"));
    assertEquals(data, labelled);
    assertTrue(labelled.toString().contains("age  number  1 missing  Age in years"));
  }

  @Test
  void labelsOfUnknownColumnsAreRefusedWithTheNearestName() {
    InvalidInputException e =
        assertThrows(
            InvalidInputException.class, () -> data.withLabels(Map.of("agee", "Age", "id", " ")));
    assertEquals(2, e.problems().size());
    assertTrue(e.getMessage().contains("column agee: no such column (did you mean age?)"));
    assertTrue(e.getMessage().contains("column id: its label is blank"));
    assertThrows(InvalidInputException.class, () -> data.label("agee"));
  }

  @Test
  void equalityIsOfContent() {
    Dataset one = Dataset.builder().numbers("a", 1, NA).numbers("b", 2, 3).build();
    assertEquals(one, Dataset.builder().numbers("a", 1, NA).numbers("b", 2, 3).build());
    assertNotEquals(one, one.select("b", "a"));
    assertNotEquals(one, one.with("b", new double[] {2, 4}));
    assertNotEquals(one.select("a"), Dataset.builder().texts("a", "1", null).build());
    assertEquals(one, one.withRole(ColumnRole.MEASURE, "a"));
  }

  @Test
  void unknownColumnsAreNamedAllAtOnceWithTheNearest() {
    InvalidInputException e =
        assertThrows(InvalidInputException.class, () -> data.select("Age", "height"));
    assertEquals(
        "column Age: no such column (did you mean age?); there are 3 columns\n"
            + "column height: no such column; there are 3 columns",
        e.getMessage());
    assertThrows(InvalidInputException.class, () -> data.numbers("height"));
    assertThrows(InvalidInputException.class, () -> data.role("height"));
  }

  @Test
  void builderReportsEverythingAtOnce() {
    DatasetBuilder builder =
        Dataset.builder()
            .numbers("a", 1, 2)
            .numbers(" ", 1, 2)
            .numbers("a", 1, 2)
            .numbers("b", 1)
            .numbers("c", 1, Double.POSITIVE_INFINITY);
    InvalidInputException e = assertThrows(InvalidInputException.class, builder::build);
    assertEquals(
        List.of("column 2", "column a", "row 2, column c", "column b"),
        e.problems().stream().map(Problem::where).toList());
  }

  @Test
  void anEmptyDataSetTakesItsRowsFromTheFirstColumn() {
    Dataset none = Dataset.builder().build();
    assertEquals(0, none.rows());
    assertEquals("0 rows × 0 columns", none.toString());
    assertEquals(3, none.with("x", new double[3]).rows());
    Dataset noColumns = data.select();
    assertEquals(4, noColumns.rows());
    assertThrows(InvalidInputException.class, () -> noColumns.with("x", new double[3]));
  }

  @Test
  void copiesABlockOfNumbers() {
    Dataset data =
        Dataset.builder().numbers("a", 1, Double.NaN, 3, 4).texts("b", "x", "y", "z", "w").build();
    double[] into = {9, 9, 9};
    data.copyNumbers("a", 1, 2, into);
    assertArrayEquals(new double[] {Double.NaN, 3, 9}, into);
    assertThrows(IndexOutOfBoundsException.class, () -> data.copyNumbers("a", 3, 2, into));
    assertThrows(InvalidInputException.class, () -> data.copyNumbers("b", 0, 1, into));
  }
}
