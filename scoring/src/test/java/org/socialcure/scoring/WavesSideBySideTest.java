package org.socialcure.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.answer.Coding;
import org.socialcure.core.data.ColumnRole;
import org.socialcure.core.data.CsvOptions;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.data.Widening;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Instruments;

/** An instrument scored at several waves of one row is what scoring and widening rows gives. */
class WavesSideBySideTest {
  private static final Coding YES_NO = Coding.of("0=no", "1=yes");
  private static final Map<String, String> LABELS = Map.of("t1", "follow-up");

  private static Dataset read(String csv) {
    return Dataset.readCsv(new StringReader(csv), CsvOptions.defaults().withText("id"));
  }

  private static InstrumentColumns at(Instrument instrument, String pattern, String wave) {
    return InstrumentColumns.of(instrument, pattern).at(wave);
  }

  @Test
  void columnsLabelsAndChangeAreThoseOfWidening() {
    String six = "f1,f2,f3,f4,f5,f6";
    Dataset rows =
        read(
            "id,wave,u1,u2,u3,"
                + six
                + "\na,t0,1,2,3,0,1,1,0,1,0\nb,t0,3,3,,1,1,1,1,1,1\na,t1,1,1,1,0,0,1,1,1,0\nb,t1,2,3,3,0,0,0,1,0,1\n");
    Dataset beside =
        read(
            "id,u1_t0,u2_t0,u3_t0,f1_t0,f2_t0,f3_t0,f4_t0,f5_t0,f6_t0,"
                + "u1_t1,u2_t1,u3_t1,f1_t1,f2_t1,f3_t1,f4_t1,f5_t1,f6_t1"
                + "\na,1,2,3,0,1,1,0,1,0,1,1,1,0,0,1,1,1,0\nb,3,3,,1,1,1,1,1,1,2,3,3,0,0,0,1,0,1\n");
    Dataset widened =
        Scorer.batch()
            .instrument(Instruments.UCLA_3, "u{n}")
            .instrument(Instruments.DE_JONG_GIERVELD_6, "f{n}", YES_NO)
            .invalidCodes(InvalidCodes.MISSING)
            .keep("id", "wave")
            .score(rows)
            .widen(Widening.by("id", "wave").waves("t0", "t1").waveLabels(LABELS));
    Dataset scored =
        Scorer.batch()
            .instrument(at(Instruments.UCLA_3, "u{n}_t1", "t1"))
            .instrument(at(Instruments.DE_JONG_GIERVELD_6, "f{n}_t1", "t1").coding(YES_NO))
            .instrument(at(Instruments.UCLA_3, "u{n}_t0", "t0"))
            .instrument(at(Instruments.DE_JONG_GIERVELD_6, "f{n}_t0", "t0").coding(YES_NO))
            .invalidCodes(InvalidCodes.MISSING)
            .waves(List.of("t0", "t1"))
            .waveLabels(LABELS)
            .keep("id")
            .score(beside);
    assertEquals(widened, scored);
    for (String name : widened.names()) {
      assertEquals(widened.label(name), scored.label(name));
      assertEquals(widened.role(name), scored.role(name));
    }
    assertEquals("Loneliness (UCLA-3), at follow-up", scored.label("ucla-3.total@t1"));
    assertEquals("change in Loneliness (UCLA-3)", scored.label("ucla-3.total@change"));
  }

  @Test
  void wavesAreOrderedAsTheyAreAddedAndAnInstrumentOfOneWaveHasNoChange() {
    Dataset raw = read("id,u1,u2,u3,v1,v2,v3,w1,w2,w3,w4,w5\na,1,2,3,1,1,1,5,5,5,5,5\n");
    BatchScores scores =
        Scorer.batch()
            .instrument(at(Instruments.UCLA_3, "u{n}", "before"))
            .instrument(at(Instruments.UCLA_3, "v{n}", "after"))
            .instrument(at(Instruments.WHO_5, "w{n}", "after"))
            .scoreAll(raw);
    List<String> names = scores.scores().names();
    assertEquals(
        List.of("ucla-3.total@before", "ucla-3.total@after", "ucla-3.total@change"),
        names.subList(0, 3));
    assertTrue(names.stream().skip(3).noneMatch(name -> name.endsWith("@change")), names::toString);
    assertEquals(-3, scores.scores().numbers("ucla-3.total@change")[0]);
    assertEquals(
        "Loneliness (UCLA-3), at before", scores.summary().scale("ucla-3.total@before").label());
    assertEquals(ColumnRole.UNSPECIFIED, scores.scores().role("ucla-3.total@before"));
  }

  @Test
  void wavesThatCannotBeAreRefusedTogether() {
    Dataset raw =
        read("id,u1,u2,u3,ucla-3.total@change\na,1,2,3,1\n").withRole(ColumnRole.PERSON, "id");
    BatchScorer scorer =
        Scorer.batch()
            .instrument(at(Instruments.UCLA_3, "u{n}", "t0"))
            .instrument(at(Instruments.UCLA_3, "u{n}", "t0"))
            .instrument(at(Instruments.UCLA_3, "u{n}", "t2"))
            .waves(List.of("t0", "t1"))
            .waveLabels(Map.of("t3", "later"));
    String message =
        assertThrows(InvalidInputException.class, () -> scorer.score(raw)).getMessage();
    assertTrue(message.contains("ucla-3.total@t0: would stand twice"), message);
    assertTrue(message.contains("t2 is none of the waves named"), message);
    assertTrue(message.contains("label of wave t3: no such wave"), message);
    BatchScorer taken =
        Scorer.batch()
            .instrument(at(Instruments.UCLA_3, "u{n}", "t0"))
            .instrument(at(Instruments.UCLA_3, "u{n}", "t1"))
            .keep("ucla-3.total@change");
    assertThrows(InvalidInputException.class, () -> taken.score(raw));
    for (String wave : List.of("change", "a@b", " ")) {
      assertThrows(InvalidInputException.class, () -> at(Instruments.UCLA_3, "u{n}", wave));
      assertThrows(InvalidInputException.class, () -> scorer.waves(List.of(wave)));
    }
    assertThrows(InvalidInputException.class, () -> scorer.waves(List.of("a", "a")));
    assertThrows(InvalidInputException.class, () -> scorer.waveLabels(Map.of("a", " ")));
  }
}
