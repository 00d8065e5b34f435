package org.socialcure.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.socialcure.core.answer.Coding;
import org.socialcure.core.answer.Responses;
import org.socialcure.core.answer.Ucla3;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.instrument.Instruments;
import org.socialcure.core.json.Json;
import org.socialcure.scoring.change.Change;
import org.socialcure.scoring.change.ChangeReference;
import org.socialcure.scoring.change.ReliabilityKind;
import org.socialcure.scoring.change.ReliableChangeClass;
import org.socialcure.testsupport.Shared;

/** The first uses that the documentation shows. */
class FrontDoorTest {
  @Test
  void typedAnswersInAScoreOut() {
    Ucla3 answers = new Ucla3(2, 3, 1);
    ScoreSheet sheet = Scorer.score(answers);
    Score total = sheet.total();
    assertEquals(6, total.value());
  }

  @Test
  void theSameFromJson() {
    Responses r =
        Json.read(
            """
            {"instrument": "de-jong-gierveld-6", "answers": {"emptiness": "yes", "rely-on": "no", "trust": "more-or-less",
                                                              "close": "yes", "miss-people": "no", "rejected": "no"}}""",
            Responses.class);
    assertEquals(1, Scorer.score(r).get("emotional").value());
  }

  @Test
  void changeOfOnePerson() {
    ScoreSheet before = Scorer.score(new Ucla3(3, 3, 3));
    ScoreSheet after = Scorer.score(new Ucla3(1, 1, 1));
    Change change = Change.between(before, after);
    assertEquals(ReliableChangeClass.NOT_AVAILABLE, change.reliable().outcome());
    ChangeReference reference =
        new ChangeReference(
            1.88, .72, ReliabilityKind.INTERNAL_CONSISTENCY, "own cohort at referral");
    assertEquals(
        ReliableChangeClass.IMPROVED,
        Change.between(before, after, reference).reliable().outcome());
    assertEquals(change, Json.read(Json.write(change), Change.class));
    Change withReference = Change.between(before, after, reference);
    assertEquals(withReference, Json.read(Json.write(withReference), Change.class));
  }

  @Test
  void aFileOfAnswersToAFileOfScores() {
    Dataset raw = Dataset.readCsv(Shared.file("data/lockdown-loneliness.csv"));
    Dataset scored =
        Scorer.batch()
            .instrument(Instruments.UCLA_3, "ucla3_{n}")
            .instrument(
                Instruments.DE_JONG_GIERVELD_11,
                "djg11_{n}",
                Coding.of("1=yes", "2=more-or-less", "3=no"))
            .keep("id", "wave", "age")
            .score(raw)
            .widen("id", "wave");
    assertTrue(
        scored
            .names()
            .containsAll(
                List.of(
                    "ucla-3.total@before", "ucla-3.total@during", "ucla-3.total@change", "age")),
        scored::toString);
  }
}
