package org.socialcure.core.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.socialcure.testsupport.Reference.assertClose;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.json.Json;
import org.socialcure.testsupport.Reference;
import org.socialcure.testsupport.ReferenceCase;

/** What a researcher looks at first: rows, what columns hold, and how they go together. */
class DataViewsTest {
  private static final double NA = Double.NaN;

  private final Dataset data =
      Dataset.builder()
          .texts("id", "anna", "ben", "cleo", "dora")
          .numbers("age", 61, NA, 47, 33.5)
          .texts("sex", "f", "m", "f", null)
          .build()
          .withLabels(Map.of("age", "Age in years"));

  static List<ReferenceCase> scales() {
    return ReferenceCase.all("alpha_.*_pairwise");
  }

  /** R's cor and cov with use = "pairwise", mean and sd with na.rm = TRUE. */
  @ParameterizedTest
  @MethodSource("scales")
  void describesAndCorrelatesAsRDoes(ReferenceCase reference) {
    Reference values = reference.golden().get("values");
    Dataset read = Dataset.readCsv(reference.data(), CsvOptions.defaults());
    List<String> items = values.get("correlation").names();
    List<String> reversed =
        Arrays.asList(
            reference
                .golden()
                .text("model")
                .replaceAll(".*reversed: (.*) \\(min.*", "$1")
                .split(", "));
    CorrelationMatrix correlations = read.correlations(items.toArray(String[]::new));
    for (String first : items) {
      for (String second : items) {
        double sign = reversed.contains(first) == reversed.contains(second) ? 1 : -1;
        assertEquals(
            values.number("correlation", first, second),
            sign * correlations.pair(first, second).r().orElseThrow(),
            1e-12);
      }
      ColumnDescription column = read.describe().column(first);
      Reference stats = values.get("item_stats", first);
      assertEquals(stats.integer("n"), column.n());
      double mean = column.mean().orElseThrow();
      assertClose(stats.number("mean"), reversed.contains(first) ? 7 - mean : mean, 1e-13);
      assertClose(stats.number("sd"), column.sd().orElseThrow(), 1e-12);
      assertEquals(column.n(), column.frequencies().stream().mapToInt(f -> f.count()).sum());
    }
  }

  @Test
  void firstRowsAreShownWhenAskedFor() {
    String head = data.head(2).text();
    assertTrue(head.contains("anna") && head.contains("row 2"), head);
    assertFalse(head.contains("cleo"), head);
    assertTrue(head.contains("4 rows"), head);
    assertEquals(4, data.head(99).rows().size());
    assertEquals(0, data.head(0).rows().size());
    assertThrows(InvalidInputException.class, () -> data.head(-1));
  }

  @Test
  void aRowIsSeenByTheNamesOfItsColumns() {
    DatasetRow row = data.row(3);
    assertEquals(OptionalDouble.of(33.5), row.number("age"));
    assertEquals(Optional.of("dora"), row.text("id"));
    assertTrue(row.missing("sex"));
    assertEquals(3, row.index());
    assertEquals("row 4 of 4 rows, 3 columns; table() shows the cells", row.toString());
    assertTrue(row.table().text().contains("33.5"));
    assertTrue(row.table().text().contains("Age in years"));
    assertThrows(IndexOutOfBoundsException.class, () -> data.row(4));
    assertThrows(InvalidInputException.class, () -> row.text("agee"));
  }

  @Test
  void aDescriptionCountsWhatIsThere() {
    DataDescription description = data.describe();
    ColumnDescription age = description.column("age");
    assertEquals("Age in years", age.label());
    assertEquals(3, age.n());
    assertEquals(1, age.missing());
    assertEquals(OptionalDouble.of(47), age.median());
    assertEquals(OptionalDouble.of(33.5), age.lowest());
    assertEquals(OptionalDouble.of(61), age.highest());
    ColumnDescription sex = description.column("sex");
    assertEquals(OptionalDouble.empty(), sex.mean());
    assertEquals("f: 2, m: 1", sex.values());
    assertFalse(description.toString().contains("anna"), "identifiers are not listed");
    assertTrue(description.toString().contains("f: 2"), description.toString());
    assertTrue(age.toString().startsWith("age: n 3, 1 missing, mean 47.17, SD 13.75, 33.5 to 61"));
    assertEquals(
        InvalidInputException.class,
        assertThrows(InvalidInputException.class, () -> description.column("agee")).getClass());
    assertEquals(description, Json.read(Json.write(description), DataDescription.class));
  }

  @Test
  void frequenciesOfNumbersAscend() {
    Dataset codes = Dataset.of(Map.of("x", new double[] {10, 2, 2, NA, -0.0, 0.0, 10}));
    assertEquals("0: 2, 2: 2, 10: 2", codes.describe().column("x").values().replace("-0", "0"));
  }

  @Test
  void whatDoesNotExistIsEmpty() {
    Dataset odd =
        Dataset.builder()
            .numbers("one", 1, NA, NA)
            .numbers("none", NA, NA, NA)
            .numbers("same", .1, .1, .1)
            .numbers("x", 1, 2, 3)
            .build();
    assertEquals(OptionalDouble.empty(), odd.describe().column("one").sd());
    assertEquals(OptionalDouble.empty(), odd.describe().column("none").mean());
    assertEquals(OptionalDouble.of(0), odd.describe().column("same").sd());
    CorrelationMatrix correlations = odd.correlations();
    assertEquals("none (n 3)", correlations.pair("same", "x").toString());
    assertEquals("none (n 1)", correlations.pair("x", "one").toString());
    assertEquals("none (n 0)", correlations.pair("x", "none").toString());
    assertEquals("1.00 (n 3)", correlations.pair("x", "x").toString());
    assertEquals(List.of("one", "none", "same", "x"), correlations.columns());
    assertEquals(correlations, Json.read(Json.write(correlations), CorrelationMatrix.class));
    assertTrue(Dataset.builder().build().describe().columns().isEmpty());
  }

  @Test
  void nIsShownWhereItDiffers() {
    Dataset gaps =
        Dataset.builder()
            .numbers("a", 1, 2, 3, 5)
            .numbers("b", 2, 1, 4, NA)
            .numbers("c", 1, 3, 2, 2)
            .build();
    assertTrue(gaps.correlations().toString().contains("n  "), gaps.correlations().toString());
    assertTrue(gaps.correlations("a", "c").toString().contains("Every pair has n 4"));
    assertThrows(InvalidInputException.class, () -> gaps.correlations("a", "z"));
    assertThrows(InvalidInputException.class, () -> gaps.correlations("a", "a"));
    assertThrows(
        InvalidInputException.class,
        () -> CorrelationMatrix.of(List.of("a"), new double[] {1e300, 2}));
    assertThrows(
        InvalidInputException.class,
        () -> CorrelationMatrix.of(List.of("a", "b"), new double[2], new double[3]));
    assertThrows(
        InvalidInputException.class, () -> new CorrelationMatrix(List.of("a", "b"), List.of()));
    assertThrows(
        InvalidInputException.class, () -> new CorrelationMatrix.Pair(-1, OptionalDouble.empty()));
    assertThrows(
        InvalidInputException.class, () -> new CorrelationMatrix.Pair(3, OptionalDouble.of(1.1)));
  }

  @Property(tries = 100)
  void correlationsDoNotCareForUnitsOrOrder(
      @ForAll @Size(min = 3, max = 12) List<@DoubleRange(min = -9, max = 9) Double> values) {
    int n = values.size();
    double[] x = values.stream().mapToDouble(Double::doubleValue).toArray();
    double[] y = new double[n];
    double[] otherUnit = new double[n];
    for (int i = 0; i < n; i++) {
      y[i] = x[i] * x[i] + i;
      otherUnit[i] = 3 - 2 * x[i];
    }
    Dataset given = Dataset.of(Map.of("x", x, "y", y, "z", otherUnit));
    int[] backwards = new int[n];
    Arrays.setAll(backwards, i -> n - 1 - i);
    OptionalDouble r = given.correlations().pair("x", "y").r();
    OptionalDouble turned = given.correlations().pair("z", "y").r();
    OptionalDouble back = given.take(backwards).correlations().pair("x", "y").r();
    assertEquals(r.isPresent(), back.isPresent());
    assertEquals(r.orElse(0), back.orElse(0), 1e-9);
    if (r.isPresent() && turned.isPresent()) {
      assertEquals(r.getAsDouble(), -turned.getAsDouble(), 1e-6);
    }
  }
}
