package org.socialcure.core.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.socialcure.core.InvalidInputException;

/** What is written reads back the same. */
class CsvRoundTripTest {
  @TempDir Path folder;

  @Provide
  Arbitrary<Dataset> datasets() {
    Arbitrary<Double> number =
        Arbitraries.oneOf(
            Arbitraries.integers().between(-5, 5).map(Integer::doubleValue),
            Arbitraries.doubles(),
            Arbitraries.longs().map(Double::longBitsToDouble).filter(Double::isFinite),
            Arbitraries.just(Double.NaN),
            Arbitraries.just(-0.0));
    Arbitrary<Optional<String>> text =
        Arbitraries.strings()
            .withChars(",;\t\"\n\r 'abNA01-.€ß漢\u00A0\uFEFF\u0000#=")
            .ofMinLength(1)
            .ofMaxLength(8)
            .filter(s -> !s.equals("NA"))
            .optional();
    Arbitrary<List<String>> names =
        Arbitraries.strings()
            .withChars("abc ,\"\n;@.ü#")
            .ofMinLength(1)
            .ofMaxLength(6)
            .filter(s -> !s.isBlank())
            .list()
            .uniqueElements()
            .ofSize(4);
    return Arbitraries.integers()
        .between(1, 6)
        .flatMap(
            rows ->
                Combinators.combine(
                        names,
                        number.array(double[].class).ofSize(rows),
                        number.array(double[].class).ofSize(rows),
                        text.list().ofSize(rows),
                        text.list().ofSize(rows),
                        Arbitraries.integers().between(1, 4))
                    .as(
                        (name, a, b, c, d, columns) ->
                            Dataset.builder()
                                .numbers(name.get(0), a)
                                .texts(name.get(1), c)
                                .numbers(name.get(2), b)
                                .texts(name.get(3), d)
                                .build()
                                .select(name.subList(4 - columns, 4))));
  }

  @Property(tries = 200)
  void writingAndReadingGivesTheSame(
      @ForAll("datasets") Dataset data, @ForAll("options") CsvOptions plain) {
    String[] texts =
        data.names().stream()
            .filter(name -> data.kind(name) == ColumnKind.TEXT)
            .toArray(String[]::new);
    // A row of words over rows of numbers would be asked about as a second line of headings.
    CsvOptions options = plain.withText(texts).withSkippedRows(0);
    StringWriter text = new StringWriter();
    data.writeCsv(text, options);
    Dataset back = Dataset.readCsv(new StringReader(text.toString()), options);
    assertEquals(data, back);
    assertEquals(data.hashCode(), back.hashCode());
  }

  @Provide
  Arbitrary<CsvOptions> options() {
    return Arbitraries.of(
        CsvOptions.defaults(),
        CsvOptions.defaults().withSeparator(';').withDecimalMark(DecimalMark.COMMA),
        CsvOptions.defaults().withSeparator('\t'),
        // A decimal comma in a comma-separated file is quoted, like any cell that needs it.
        CsvOptions.defaults().withDecimalMark(DecimalMark.COMMA));
  }

  @Test
  void aFileIsWrittenWholeAndNothingElseIsLeft() throws IOException {
    Path file = folder.resolve("scores.csv");
    Files.writeString(file, "something older and much longer than the new content\n".repeat(9));
    Dataset data = Dataset.builder().texts("id", "a", null).numbers("x@t0", 1, 0.1).build();
    data.writeCsv(file);
    assertEquals("id,x@t0\na,1\n,0.1\n", Files.readString(file));
    assertEquals(data, Dataset.readCsv(file));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(file), files.toList());
    }
  }

  @Test
  void nothingIsWrittenWhereATextWouldBeLost() throws IOException {
    Path file = folder.resolve("scores.csv");
    Dataset data = Dataset.builder().texts("country", "GB", "NA").build();
    InvalidInputException e = assertThrows(InvalidInputException.class, () -> data.writeCsv(file));
    assertEquals("row 2, column country", e.problems().get(0).where());
    assertTrue(Files.notExists(file));
    CsvOptions options = CsvOptions.defaults().withMissing();
    data.writeCsv(file, options);
    assertEquals(data, Dataset.readCsv(file, options));
  }

  @Test
  void placesThatCannotBeWrittenAreNamed() {
    Dataset data = Dataset.of(Map.of("x", new double[] {1}));
    assertThrows(InvalidInputException.class, () -> data.writeCsv(folder));
    assertThrows(
        InvalidInputException.class, () -> data.writeCsv(folder.resolve("absent/scores.csv")));
  }
}
