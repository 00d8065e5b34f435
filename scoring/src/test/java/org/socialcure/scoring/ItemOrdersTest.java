package org.socialcure.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.socialcure.core.data.CsvOptions;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Instruments;
import org.socialcure.core.json.Json;

/** Columns named by number need an order of items; where two circulate, the summary says so. */
class ItemOrdersTest {
  private static final Instrument SHORT = Instruments.DE_JONG_GIERVELD_6;

  private static BatchSummary scored(InstrumentColumns... columns) {
    StringBuilder header = new StringBuilder("id");
    StringBuilder row = new StringBuilder("1");
    BatchScorer scorer = Scorer.batch();
    for (InstrumentColumns each : columns) {
      scorer = scorer.instrument(each);
      each.columns().forEach(name -> header.append(',').append(name));
      String answer = each.instrument() == Instruments.UCLA_3 ? ",1" : ",yes";
      row.append(answer.repeat(each.columns().size()));
    }
    Dataset raw =
        Dataset.readCsv(new StringReader(header + "\n" + row + "\n"), CsvOptions.defaults());
    return scorer.scoreAll(raw).summary();
  }

  @ParameterizedTest
  @ValueSource(strings = {"djg6_{n}", "{n}", "q{n}_t0", "6djg{n}"})
  void numbersAreTakenInOneOrderAndTheOthersAreNamed(String pattern) {
    BatchSummary summary = scored(InstrumentColumns.of(SHORT, pattern));
    assertEquals(1, summary.cautions().size());
    String caution = summary.cautions().get(0);
    assertTrue(
        caution.contains("in the order emptiness, miss-people, rejected, rely-on, trust, close"),
        caution);
    assertTrue(
        caution.contains("long-form: emptiness, rely-on, trust, close, miss-people, rejected ("),
        caution);
    assertTrue(summary.toString().contains("Caution: The columns of de-jong-gierveld-6 name"));
    assertTrue(summary.table().text(200).contains("Caution: The columns of de-jong-gierveld-6"));
    assertEquals(summary, Json.read(Json.write(summary), BatchSummary.class));
  }

  @Test
  void numberedColumnsThatAreListedAreNoBetter() {
    List<String> listed = IntStream.rangeClosed(1, 6).mapToObj(i -> "Q0" + i).toList();
    assertEquals(1, scored(InstrumentColumns.of(SHORT, listed)).cautions().size());
  }

  @Test
  void wavesAreCautionedOnce() {
    BatchSummary summary =
        scored(
            InstrumentColumns.of(SHORT, "d{n}_t0").at("t0"),
            InstrumentColumns.of(SHORT, "d{n}_t1").at("t1"));
    assertEquals(1, summary.cautions().size());
  }

  @Test
  void nothingIsSaidWhereItemsAreNamedOrAnOrderWasChosenOrThereIsOne() {
    assertEquals(List.of(), scored(InstrumentColumns.of(SHORT, "djg_{item}")).cautions());
    assertEquals(List.of(), scored(InstrumentColumns.of(SHORT, "{n}_{item}")).cautions());
    Instrument chosen = SHORT.inOrder("long-form");
    assertEquals(List.of(), scored(InstrumentColumns.of(chosen, "djg_{n}")).cautions());
    assertEquals(List.of(), scored(InstrumentColumns.of(Instruments.UCLA_3, "u{n}")).cautions());
    List<String> named = List.of("empty", "miss", "reject", "rely", "trust", "close");
    assertEquals(List.of(), scored(InstrumentColumns.of(SHORT, named)).cautions());
  }
}
