package org.socialcure.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problem;
import org.socialcure.core.answer.Coding;
import org.socialcure.core.data.CsvOptions;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Instruments;
import org.socialcure.core.json.Json;

/** Files whose answers are numbered in another way that is known: told once a column, or not. */
class OtherNumberingTest {
  private static final String NAMED = "from 1 (none) to 6 (nine or more)";

  private static Dataset file(String... rows) {
    return Dataset.readCsv(
        new StringReader("id,q1,q2,q3,q4,q5,q6\n" + String.join("\n", rows) + "\n"),
        CsvOptions.defaults());
  }

  private static List<Problem> problems(Dataset raw, Instrument instrument) {
    return assertThrows(
            InvalidInputException.class,
            () -> Scorer.batch().instrument(instrument, "q{n}").score(raw))
        .problems();
  }

  private static long naming(List<Problem> problems) {
    return problems.stream().filter(it -> it.message().contains(NAMED)).count();
  }

  @Test
  void isNamedOnceAColumnWithTheRangeThatItHolds() {
    Dataset raw = file("1,1,2,3,4,5,6", "2,6,6,1,2,3,6", "3,6,1,2,2,2,4");
    List<Problem> problems = problems(raw, Instruments.LSNS_6);
    // q1 holds 6 in the second and third row, q2 in the second, q6 in the first and second.
    assertEquals(5, problems.size());
    assertEquals(3, naming(problems), problems::toString);
    Problem first =
        problems.stream().filter(it -> it.where().contains("q1")).findFirst().orElseThrow();
    assertTrue(
        first
            .message()
            .endsWith(
                "permits 0, 1, 2, 3, 4, 5; the column holds 1 to 6, and some number the answers "
                    + NAMED
                    + "; give the coding 1=none, 2=one, 3=two, 4=three-or-four, 5=five-to-eight,"
                    + " 6=nine-or-more"),
        first.message());
    Coding coding =
        Coding.of(
            "1=none", "2=one", "3=two", "4=three-or-four", "5=five-to-eight", "6=nine-or-more");
    Dataset scored = Scorer.batch().instrument(Instruments.LSNS_6, "q{n}", coding).score(raw);
    assertEquals(15, scored.numbers("lsns-6.total")[0]); // 0 1 2 3 4 5, as the remedy says
  }

  /** One code that the other numbering has not is enough: in this column or in another. */
  @ParameterizedTest
  @CsvSource({"0, 6", "7, 6", "9, 1"})
  void nothingIsClaimedThatACodeContradicts(String contradicting, String last) {
    List<Problem> problems =
        problems(
            file("1,1,2,3,4,5,6", "2," + contradicting + ",2,3,4,5," + last), Instruments.LSNS_6);
    assertEquals(0, naming(problems), problems::toString);
    assertTrue(problems.get(0).message().contains("\"missing\""), problems.get(0).message());
  }

  @Test
  void aSingleCodeIsNotTold() {
    List<Problem> problems = problems(file("1,6,6,6,6,6,6"), Instruments.LSNS_6);
    assertEquals(6, naming(problems));
    assertFalse(problems.toString().contains("the column holds"), problems::toString);
  }

  @Test
  void cellsOfTextAreReadAsTheNumbersThatTheyAre() {
    List<Problem> problems =
        problems(
            file("1,1,2,3,4,5,6", "2,2,2,2,2,2,2")
                .with("q6", List.of(Optional.of("6"), Optional.of("2"))),
            Instruments.LSNS_6);
    assertEquals(1, naming(problems), problems::toString);
    assertTrue(problems.get(0).message().contains("the column holds 2 to 6"), problems::toString);
  }

  /** Taken as not answered, such codes would leave the other answers scored a point too high. */
  @Test
  void whatIsTakenAsNotAnsweredIsCautioned() {
    Dataset raw = file("1,1,2,3,4,5,6", "2,2,2,2,2,2,2");
    BatchSummary summary =
        Scorer.batch()
            .invalidCodes(InvalidCodes.MISSING)
            .instrument(Instruments.LSNS_6, "q{n}")
            .scoreAll(raw)
            .summary();
    assertEquals(1, summary.cautions().size());
    assertTrue(summary.cautions().get(0).startsWith("Codes of lsns-6"), summary::toString);
    assertTrue(summary.cautions().get(0).contains(NAMED));
    assertEquals(summary, Json.read(Json.write(summary), BatchSummary.class));
    Dataset typing = file("1,1,2,3,4,5,6", "2,0,2,2,2,2,2");
    assertEquals(
        List.of(),
        Scorer.batch()
            .invalidCodes(InvalidCodes.MISSING)
            .instrument(Instruments.LSNS_6, "q{n}")
            .scoreAll(typing)
            .summary()
            .cautions());
  }

  /** Codes that a caller gave a meaning are not explained away. */
  @Test
  void aCodingOfTheCallerIsNotDoubted() {
    Coding coding = Coding.of("1=none", "2=one", "3=two", "4=three-or-four", "5=five-to-eight");
    InvalidInputException refused =
        assertThrows(
            InvalidInputException.class,
            () ->
                Scorer.batch()
                    .instrument(Instruments.LSNS_6, "q{n}", coding)
                    .score(file("1,1,2,3,4,5,6")));
    assertEquals(0, naming(refused.problems()));
  }
}
