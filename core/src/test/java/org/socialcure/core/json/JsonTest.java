package org.socialcure.core.json;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problem;
import org.socialcure.core.answer.Ucla3;
import org.socialcure.core.instrument.Direction;
import org.socialcure.core.instrument.Instrument;

class JsonTest {
  /** A record with every kind of component. */
  public record Everything(
      String text,
      int whole,
      long large,
      double number,
      boolean flag,
      Integer boxed,
      Direction direction,
      LocalDate day,
      Optional<String> maybeText,
      OptionalInt maybeWhole,
      OptionalLong maybeLarge,
      OptionalDouble maybeNumber,
      List<Integer> list,
      Set<String> set,
      Map<String, Double> map,
      Map<Direction, String> byEnum,
      SortedMap<Integer, Double> byNumber,
      Shape shape,
      Inner inner,
      Optional<List<Inner>> inners) {}

  /** A part with a rule of its own. */
  public record Inner(int count) {
    /** Refuses negative counts. */
    public Inner {
      if (count < 0) {
        throw new InvalidInputException("count", "must be 0 or more");
      }
    }
  }

  /** A part whose rule is a plain argument check. */
  public record Plain(int count) {
    /** Refuses negative counts. */
    public Plain {
      if (count < 0) {
        throw new IllegalArgumentException("The count must be 0 or more.");
      }
    }
  }

  /** One of two shapes. */
  public sealed interface Shape {
    /** No parts. */
    record Point() implements Shape {}

    /** One part. */
    record RoundDisc(double radius) implements Shape {}
  }

  /** Numbers in an array. */
  public record Numbers(double[] values) {}

  record Hidden(int count) {}

  private static final Everything EVERYTHING =
      new Everything(
          "Zoë \"quoted\" \\ \n \u0001 😀",
          -3,
          1L << 60,
          0.1,
          true,
          7,
          Direction.HIGHER_IS_BETTER,
          LocalDate.of(2019, 11, 26),
          Optional.of("there"),
          OptionalInt.of(4),
          OptionalLong.of(5),
          OptionalDouble.of(-2.5e-300),
          List.of(1, 2, 3),
          Set.of("one"),
          Map.of("a.b c", 1.5),
          Map.of(Direction.NEUTRAL, "neither"),
          new TreeMap<>(Map.of(10, 1.0, 9, 2.0)),
          new Shape.RoundDisc(2),
          new Inner(1),
          Optional.of(List.of(new Inner(2), new Inner(3))));

  private static List<Problem> refused(String text, Class<?> type) {
    return assertThrows(InvalidInputException.class, () -> Json.read(text, type)).problems();
  }

  @Test
  void everyKindOfComponentComesBackUnchanged() {
    assertEquals(EVERYTHING, Json.read(Json.write(EVERYTHING), Everything.class));
  }

  @Test
  void writesNamesDatesAndKindsInTheirForm() {
    String text = Json.write(EVERYTHING);
    assertTrue(text.contains("\"direction\": \"higher-is-better\""), text);
    assertTrue(text.contains("\"day\": \"2019-11-26\""), text);
    assertTrue(text.contains("\"shape\": {\"kind\": \"round-disc\", \"radius\": 2}"), text);
    assertTrue(text.contains("\"byEnum\": {\"neutral\": \"neither\"}"), text);
    assertTrue(text.contains("\"byNumber\": {\"9\": 2, \"10\": 1}"), text);
    assertTrue(text.contains("\"large\": 1152921504606846976"), text);
    assertTrue(text.contains("\"number\": 0.1"), text);
    assertEquals("\"point\"\n", Json.write(new Shape.Point()));
  }

  @Test
  void emptyOptionsAreLeftOut() {
    String text = "{\"count\": 1}\n";
    assertEquals(text, Json.write(new Inner(1)));
    record None(Optional<String> a, OptionalInt b, OptionalLong c, OptionalDouble d) {}
    assertThrows(
        IllegalArgumentException.class, () -> Json.write(new None(null, null, null, null)));
    assertEquals("{}\n", Json.write(new Options(Optional.empty(), OptionalDouble.empty())));
    Options none = Json.read("{\"text\": null}", Options.class);
    assertEquals(new Options(Optional.empty(), OptionalDouble.empty()), none);
  }

  /** Options only. */
  public record Options(Optional<String> text, OptionalDouble number) {}

  @Test
  void arraysOfNumbers() {
    Numbers read = Json.read("{\"values\": [1, 2.5, -3e2]}", Numbers.class);
    assertArrayEquals(new double[] {1, 2.5, -300}, read.values());
    assertEquals(
        "{\"values\": [1, 2.5, -300]}\n",
        Json.write(read).replaceAll("\\n +", "").replace("\n}", "}"));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void numbersThatAreNotFiniteAreNotWritten(double number) {
    InvalidInputException refused =
        assertThrows(
            InvalidInputException.class,
            () -> Json.write(Map.of("shapes", List.of(new Shape.RoundDisc(number)))));
    assertEquals("shapes[0].radius", refused.problems().get(0).where());
  }

  @Property(tries = 300)
  void everyFiniteNumberComesBackExactly(@ForAll double number) {
    if (Double.isFinite(number)) {
      double back =
          Json.read(Json.write(new Shape.RoundDisc(number)), Shape.RoundDisc.class).radius();
      assertEquals(number + 0.0, back);
    }
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {
        Double.MIN_VALUE,
        Double.MAX_VALUE,
        0.1 + 0.2,
        1.0 / 3,
        2e-3,
        1e23,
        9007199254740993.0,
        123456789.125
      })
  void awkwardNumbersComeBackExactly(double number) {
    assertEquals(
        number, Json.read(Json.write(new Shape.RoundDisc(number)), Shape.RoundDisc.class).radius());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | count",
        "{\"count\": null} | count",
        "{\"count\": \"2\"} | count",
        "{\"count\": \"\"} | count",
        "{\"count\": 2.7} | count",
        "{\"count\": 1e400} | count",
        "{\"count\": 99999999999} | count",
        "{\"count\": 99999999999999999999999} | count",
        "{\"count\": true} | count",
        "{\"count\": [1]} | count",
        "{\"count\": 1, \"Count\": 1} | $",
        "{\"count\": 1, \"count\": 1} | $",
        "{\"count\": -1} | count",
        "[] | $",
        "1 | $",
        "null | $"
      })
  void refusesWhatItWouldHaveToGuess(String text, String path) {
    assertEquals(List.of(path), refused(text, Inner.class).stream().map(Problem::where).toList());
  }

  @Test
  void aWholeNumberMayHaveAnEmptyFraction() {
    assertEquals(new Inner(2), Json.read("{\"count\": 2.0}", Inner.class));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{\"count\": 1} x",
        "{\"count\": 1} {}",
        "{\"count\": 1",
        "{\"count\": NaN}",
        "{\"count\": Secret}",
        "{\"count\": 01}",
        "{\"count\": +1}",
        "{count: 1}",
        "{'count': 1}",
        "{\"count\": 1,}",
        "{\"count\": 1 /* Secret */}",
        "{\"count\": \"Secret",
        "Secret"
      })
  void refusesWhatIsNotJson(String text) {
    List<Problem> problems = refused(text, Inner.class);
    assertEquals(1, problems.size());
    String message = problems.toString();
    assertFalse(message.contains("Secret"), message);
    assertFalse(message.toLowerCase(java.util.Locale.ROOT).contains("jackson"), message);
    assertTrue(problems.get(0).where().matches("\\$|line \\d+, column \\d+"), message);
  }

  @Test
  void refusesDeepNestingWithoutAStackOverflow() {
    assertEquals(1, refused("[".repeat(100_000), Inner.class).size());
  }

  @Test
  void pathsStayOnOneLineAndEnd() {
    String name = "a\\n" + "b".repeat(100);
    List<String> where =
        refused("{\"id\": \"mine\", \"" + name + "\": 1}", Instrument.class).stream()
            .map(Problem::where)
            .toList();
    assertTrue(where.contains("a?" + "b".repeat(62) + "…"), where.toString());
  }

  @Test
  void passesOverAByteOrderMark() {
    assertEquals(new Inner(1), Json.read("\uFEFF{\"count\": 1}", Inner.class));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"round-disc\" | $.radius",
        "\"square\" | $",
        "1 | $",
        "{\"radius\": 1} | $",
        "{\"kind\": \"square\"} | kind",
        "{\"kind\": 1} | kind",
        "{\"kind\": \"round-disc\"} | radius",
        "{\"kind\": \"round-disc\", \"radius\": 1, \"colour\": 1} | $",
        "{\"kind\": \"point\", \"radius\": 1} | $"
      })
  void refusesShapesThatDoNotExist(String text, String path) {
    assertEquals(path.replace("$.", ""), refused(text, Shape.class).get(0).where());
  }

  @Test
  void aRecordWithoutPartsIsAWord() {
    assertEquals(new Shape.Point(), Json.read("\"point\"", Shape.class));
    assertEquals(new Shape.Point(), Json.read("{\"kind\": \"point\"}", Shape.class));
  }

  @Test
  void enumsAreReadByNameOnly() {
    for (String wrong : List.of("0", "\"HIGHER_IS_BETTER\"", "\"Neutral\"", "\"\"")) {
      List<Problem> problems = refused("{\"direction\": " + wrong + "}", WithEnum.class);
      assertTrue(
          problems.get(0).message().contains("higher-is-better, higher-is-worse or neutral"));
    }
  }

  /** A record with an enum. */
  public record WithEnum(Direction direction) {}

  @Test
  void namesTheWholePathAndAllProblems() {
    List<Problem> problems =
        refused(
            Json.write(EVERYTHING)
                .replace("{\"count\": 3}", "{\"count\": -3}")
                .replace("\"whole\": -3", "\"whole\": \"three\"")
                .replace("[1, 2, 3]", "[1, 2.5, null]")
                .replace("\"2019-11-26\"", "\"26.11.2019\"")
                .replace("\"radius\": 2", "\"radius\": {}"),
            Everything.class);
    assertEquals(
        List.of("whole", "day", "list[1]", "list[2]", "shape.radius", "inners[1].count"),
        problems.stream().map(Problem::where).toList());
    assertFalse(problems.toString().contains("three") || problems.toString().contains("26.11"));
  }

  @Test
  void turnsArgumentChecksOfARecordIntoProblems() {
    List<Problem> problems = refused("{\"count\": -1}", Plain.class);
    assertEquals(
        List.of("$ (line 1, column 1): The count must be 0 or more."),
        problems.stream().map(Problem::toString).toList());
  }

  @Test
  void aSetHoldsNothingTwice() {
    assertEquals(
        List.of("set"),
        refused(Json.write(EVERYTHING).replace("[\"one\"]", "[\"one\", \"one\"]"), Everything.class)
            .stream()
            .map(Problem::where)
            .toList());
  }

  @Test
  void typedAnswersTakeNullButNeedEveryField() {
    assertEquals(
        new Ucla3(1, null, 3),
        Json.read("{\"companionship\": 1, \"leftOut\": null, \"isolated\": 3}", Ucla3.class));
    assertEquals(
        List.of("leftOut"),
        refused("{\"companionship\": 1, \"isolated\": 3}", Ucla3.class).stream()
            .map(Problem::where)
            .toList());
  }

  @Test
  void typesWithoutAJsonFormAreErrorsOfTheProgram() {
    for (Class<?> type : List.of(Object.class, Thread.class, Hidden.class)) {
      IllegalArgumentException thrown =
          assertThrows(IllegalArgumentException.class, () -> Json.read("{\"count\": 1}", type));
      assertFalse(thrown instanceof InvalidInputException);
    }
    assertThrows(IllegalArgumentException.class, () -> Json.write(new Object()));
  }

  @Test
  void readsAFileAndNamesItInEveryProblem(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("inner.json");
    Files.writeString(file, "{\"count\": 1}");
    assertEquals(new Inner(1), Json.read(file, Inner.class));
    Files.writeString(file, "{\"count\": \"one\"}");
    InvalidInputException refused =
        assertThrows(InvalidInputException.class, () -> Json.read(file, Inner.class));
    assertEquals(file + ", count", refused.problems().get(0).where());
    Files.write(file, "{\"count\": \"ö\"}".getBytes(StandardCharsets.ISO_8859_1));
    assertTrue(
        assertThrows(InvalidInputException.class, () -> Json.read(file, Inner.class))
            .getMessage()
            .contains("UTF-8"));
    assertThrows(
        InvalidInputException.class, () -> Json.read(folder.resolve("none.json"), Inner.class));
  }

  @Test
  void longListsBreakIntoLines() {
    String text = Json.write(Objects.requireNonNull(List.of("x".repeat(60), "y".repeat(60))));
    assertEquals("[\n  \"" + "x".repeat(60) + "\",\n  \"" + "y".repeat(60) + "\"\n]\n", text);
  }

  @Test
  void oneLineHoldsTheSame() {
    String line = Json.writeLine(EVERYTHING);
    assertFalse(line.contains("\n"), line);
    assertEquals(EVERYTHING, Json.read(line, Everything.class));
    assertEquals(
        "{\"shapes\": [{\"kind\": \"round-disc\", \"radius\": 1.5}, \"point\"], \"none\": {}}",
        Json.writeLine(
            new TreeMap<>(
                    Map.of(
                        "shapes",
                        List.of(new Shape.RoundDisc(1.5), new Shape.Point()),
                        "none",
                        Map.of()))
                .descendingMap()));
  }

  /** A record of the caller's own that is read as results are, with its parts. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Result(Inner inner) {}

  @Test
  void unknownFieldsArePassedOverWhereTheTypeSaysSo() {
    Result result = new Result(new Inner(1));
    String later = "{\"inner\": {\"count\": 1, \"more\": {\"count\": null}}, \"more\": [1]}";
    assertEquals(result, Json.read(later, Result.class));
    assertEquals(
        List.of("inner.count"),
        refused("{\"inner\": {\"cuont\": 1}}", Result.class).stream().map(Problem::where).toList());
  }

  @Test
  void aKindThatIsAskedForIsReadByItsOwnWordOnly() {
    assertEquals(new Shape.Point(), Json.read("\"point\"", Shape.Point.class));
    assertEquals(new Shape.RoundDisc(1), Json.read("{\"radius\": 1}", Shape.RoundDisc.class));
    assertEquals(
        List.of("kind"),
        refused("{\"kind\": \"point\", \"radius\": 1}", Shape.RoundDisc.class).stream()
            .map(Problem::where)
            .toList());
  }

  @Test
  void aFieldWithoutALetterIsNamedInQuotes() {
    List<String> where =
        refused("{\"id\": \"mine\", \" \": 1}", Instrument.class).stream()
            .map(Problem::where)
            .toList();
    assertTrue(where.contains("\" \""), where.toString());
  }

  @Test
  void aFieldThatNobodyKnowsIsToldByItsNumberAndPositionOnly() {
    assertEquals(
        List.of("$ (line 1, column 24): field number 2 is not a known field (did you mean count?)"),
        refused("{\"count\": 1, \"counts\": 2}", Inner.class).stream()
            .map(Problem::toString)
            .toList());
  }
}
