package org.socialcure.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.socialcure.core.answer.DeJongGierveld6;
import org.socialcure.core.answer.DeJongGierveldAnswer;
import org.socialcure.core.answer.Ucla3;
import org.socialcure.core.data.CsvOptions;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.document.Document;
import org.socialcure.core.instrument.Instruments;
import org.socialcure.scoring.change.Change;
import org.socialcure.scoring.change.ChangeReference;
import org.socialcure.scoring.change.PairedChange;
import org.socialcure.testsupport.Markup;

/** Scores and changes as people read them. */
class TablesTest {
  private static final Score BEFORE = Scorer.score(new Ucla3(3, 3, 2)).total();
  private static final Score AFTER = Scorer.score(new Ucla3(1, 2, 1)).total();

  @Test
  void aSheetIsARowAScale() {
    String text = Scorer.score(new Ucla3(3, 3, 2)).table().text();
    assertTrue(text.contains(BEFORE.label()), text);
    assertTrue(text.contains("3..9") && text.contains("lonelier") && text.contains("3 of 3"), text);
    assertTrue(!text.contains("ucla-3.total"), "people read labels");
    assertTrue(text.contains("Band of " + BEFORE.label() + ": "), text);
  }

  @Test
  void whatWasNotScoredSaysWhy() {
    DeJongGierveldAnswer yes = DeJongGierveldAnswer.YES;
    ScoreSheet sheet = Scorer.score(new DeJongGierveld6(yes, yes, yes, null, null, null));
    List<ScaleResult> missing =
        sheet.results().stream().filter(NotScored.class::isInstance).toList();
    assertTrue(!missing.isEmpty(), sheet::toString);
    String text = sheet.table().text(200);
    for (ScaleResult result : missing) {
      assertTrue(text.contains(((NotScored) result).reason().toString()), text);
    }
  }

  @Test
  void aBatchSaysWhichLabelIsWhichColumn() {
    Dataset raw =
        Dataset.readCsv(
            new StringReader("a_1,a_2,a_3\n1,2,3\n1,,\n3,3,3\n"), CsvOptions.defaults());
    BatchSummary summary =
        Scorer.batch().instrument(Instruments.UCLA_3, "a_{n}").scoreAll(raw).summary();
    assertEquals(BEFORE.label(), summary.scale("ucla-3.total").label());
    String csv = summary.table().csv();
    assertEquals(
        "Scale,Column,Scored,Incomplete,Not scored,Why not", csv.lines().findFirst().get());
    assertTrue(csv.contains(BEFORE.label() + ",ucla-3.total,2,,1,1 "), csv);
  }

  @Test
  void changesAreARowEach() {
    ChangeReference reference = new ChangeReference(1.9, .72, "own cohort");
    String with = Change.table(List.of(Change.between(BEFORE, AFTER, reference))).text();
    assertTrue(with.contains("8") && with.contains("-4") && with.contains("better"), with);
    assertTrue(with.contains("reliably improved"), with);
    assertTrue(with.contains("Held against: SD 1.9, reliability 0.72"), with);
    String without = Change.table(List.of(Change.between(BEFORE, AFTER))).text();
    assertTrue(!without.contains("Index"), without);
  }

  @Test
  void theChangeOfACohortIsASection() {
    PairedChange change =
        PairedChange.of(new double[] {5, 6, 7, 9, 4}, new double[] {4, 6, 5, 5, 3});
    Document document = Document.of("Change", change.section("loneliness", "Loneliness (UCLA-3)"));
    String text = document.text(80);
    text.lines().forEach(l -> assertTrue(l.length() <= 80, l));
    assertTrue(text.contains("Loneliness (UCLA-3)") && text.contains("d_z"), text);
    assertTrue(text.contains("5 pairs of 5 rows"), text);
    Markup page = Markup.parse(document.html());
    assertEquals(2, page.all("table").size());
    PairedChange constant = PairedChange.of(new double[] {2, 2, 2}, new double[] {1, 1, 1});
    assertEquals(
        1,
        constant.section("x", "x").blocks().stream()
            .filter(b -> b.toString().contains("Means"))
            .count());
  }
}
