package org.socialcure.core.instrument;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problem;
import org.socialcure.core.json.Json;

/** When a definition is read, and how an instrument is put together in Java. */
class InstrumentTest {
  private final AtomicInteger readings = new AtomicInteger();

  private final Instrument lazy =
      new Instrument(
          "own",
          () -> {
            readings.incrementAndGet();
            return own("Own").build();
          });

  private static InstrumentBuilder own(String name) {
    return Instrument.builder("own")
        .version("1")
        .name(name)
        .construct("mood")
        .items(List.of(item("sad"), item("glad")))
        .scales(List.of(scale("total", "Low mood")));
  }

  private static Item item(String id) {
    return Item.of(
        id,
        id.length(),
        id,
        List.of(AnswerOption.of("no", 0, "No"), AnswerOption.of("yes", 1, "Yes")));
  }

  private static Scale scale(String id, String label) {
    return new Scale(
        id,
        label,
        List.of("sad", "glad"),
        new ScoringRule.Sum(),
        new MissingRule.AllRequired(),
        Direction.HIGHER_IS_WORSE,
        "worse",
        List.of(),
        List.of(),
        List.of(),
        Map.of());
  }

  @Test
  void anInstrumentKnowsItsIdWithoutReadingItsDefinition() {
    assertEquals("own", lazy.id());
    assertEquals(lazy.hashCode(), lazy.hashCode());
    assertTrue(List.of(lazy).contains(lazy) && new HashSet<>(List.of(lazy)).contains(lazy));
    assertEquals(0, readings.get());
    assertEquals("mood", lazy.construct());
    assertEquals(2, lazy.items().size());
    assertEquals(1, readings.get(), "read once and kept");
  }

  @Test
  void threadsThatAskAtOnceReadItOnce() {
    Set<Scale> scales =
        new HashSet<>(
            IntStream.range(0, 64).parallel().mapToObj(i -> lazy.scale("total")).toList());
    assertEquals(1, scales.size());
    assertEquals(1, readings.get());
  }

  @Test
  void equalityIsOfDefinitions() {
    assertEquals(lazy, own("Own").build());
    assertEquals(lazy.hashCode(), own("Own").build().hashCode());
    assertNotEquals(lazy, own("Other").build());
    assertSame(Instruments.UCLA_3, Instruments.get("ucla-3"));
    assertEquals("own (1): Own; 2 items; scales total", lazy.toString());
  }

  @Test
  void whatIsLeftOutHasADefault() {
    Instrument own = own("Own mood").build();
    assertEquals("Own mood", own.label());
    assertEquals("Low mood (Own mood)", own.label(own.scale("total"), Optional.empty()));
    assertEquals("M", own("Own mood").label("M").build().label());
    assertEquals(Licence.Status.LABELS, own.licence().status());
    assertEquals(Targeting.NONE, own.targeting());
    assertEquals(own, Json.read(Json.write(own), Instrument.class));
  }

  @Test
  void everyPartIsSet() {
    Instrument all =
        own("Own")
            .recall("today")
            .targeting(Targeting.GROUP)
            .licence(
                new Licence(Licence.Status.OPEN, "free", Optional.empty(), Evidence.NOT_STATED))
            .citations(List.of(new Citation("A paper", Optional.empty(), Evidence.ONE)))
            .scales(List.of(scale("total", "Low mood"), scale("again", "Low mood again")))
            .main("again")
            .reliabilities(
                List.of(new Reliability("total", Reliability.Kind.ALPHA, 0.8, "us", Evidence.ONE)))
            .evidence(Map.of(Fact.ITEMS, Evidence.ONE))
            .notes(List.of("A note."))
            .build();
    assertEquals(Optional.of("today"), all.recall());
    assertEquals("again", all.mainScale().orElseThrow().id());
    assertEquals(Evidence.ONE, all.evidence(Fact.ITEMS));
    assertEquals(all, Json.read(Json.write(all), Instrument.class));
  }

  @Test
  void ownInstrumentsAreCheckedAtOnceWithAllProblems() {
    InvalidInputException refused =
        assertThrows(
            InvalidInputException.class,
            () -> Instrument.builder("Not an id").label(" ").main("none").build());
    assertEquals(
        List.of("id", "version", "name", "label", "construct", "items", "scales", "main"),
        refused.problems().stream().map(Problem::where).toList());
    assertThrows(NullPointerException.class, () -> Instrument.builder(null));
    assertThrows(NullPointerException.class, () -> own("Own").name(null));
  }

  @Test
  void aDefinitionMayComeAsMaps() {
    Map<String, Object> definition = new LinkedHashMap<>();
    definition.put("id", "own");
    definition.put("version", "1");
    definition.put("name", "Own");
    definition.put("construct", "mood");
    definition.put("options", Map.of("from", 0, "to", 1.0));
    definition.put("items", List.of(Map.of("id", "sad", "label", "sad")));
    definition.put("scales", List.of(Map.of("id", "total", "scoring", "sum")));
    InvalidInputException refused =
        assertThrows(InvalidInputException.class, () -> Instrument.fromMap(definition));
    assertEquals(
        "scales[0].direction: is missing from its object", refused.getMessage(), "without a line");
    definition.put(
        "scales", List.of(Map.of("id", "total", "scoring", "sum", "direction", "higher-is-worse")));
    Instrument own = Instrument.fromMap(definition);
    assertEquals("Mood (Own)", own.label(own.scale("total"), Optional.empty()));
    Object tree = Json.tree(Json.write(own));
    assertEquals(own, Instrument.fromMap((Map<?, ?>) tree));
    definition.put("notes", new Object());
    assertThrows(InvalidInputException.class, () -> Instrument.fromMap(definition));
    assertThrows(InvalidInputException.class, () -> Instrument.fromMap(Map.of(1, 2)));
  }

  @Test
  void thePartsOfADefinitionPrintThemselvesForPeople() {
    Instrument uls = Instruments.ULS_8;
    assertEquals(
        "total: Loneliness; sum of 8 items, higher = lonelier, all items required",
        uls.scale("total").toString());
    assertEquals(
        "3 outgoing: being an outgoing person; 1, 2, 3 or 4, reversed",
        uls.item("outgoing").toString());
    assertEquals("4 Often", uls.item("outgoing").options().get(3).toString());
    assertEquals(
        "not lonely; lonely, from 6",
        Instruments.UCLA_3.scale("total").bandSchemes().get(0).bands().stream()
            .map(Band::toString)
            .collect(Collectors.joining("; ")));
    assertEquals("2 × sum", new ScoringRule.Linear(new ScoringRule.Sum(), 2, 0).toString());
    assertEquals(
        "25 × mean - 25", new ScoringRule.Linear(new ScoringRule.Mean(), 25, -25).toString());
    assertEquals("at most 2 missing", new MissingRule.AtMost(2).toString());
    for (Instrument instrument : Instruments.all()) {
      for (Object part :
          List.of(
              instrument.items(),
              instrument.scales(),
              instrument.scales().stream().map(Scale::bandSchemes).toList(),
              instrument.licence(),
              instrument.citations(),
              instrument.norms(),
              instrument.reliabilities())) {
        assertFalse(part.toString().contains("Optional"), part.toString());
        assertFalse(part.toString().contains("[id="), part.toString());
      }
    }
  }

  @Test
  void everyBuiltInScaleHasALabelOfItsOwn() {
    for (Instrument instrument : Instruments.all()) {
      List<String> labels =
          instrument.scales().stream()
              .map(scale -> instrument.label(scale, Optional.empty()))
              .toList();
      assertEquals(labels.size(), new HashSet<>(labels).size(), instrument.id());
      assertNotEquals(instrument.name(), instrument.label(), instrument.id());
    }
    assertEquals(
        "Loneliness (ULS-8)",
        Instruments.ULS_8.label(Instruments.ULS_8.scale("total"), Optional.empty()));
    assertEquals(
        "Group identification (GIS, older adults)",
        Instruments.GROUP_IDENTIFICATION.label(
            Instruments.GROUP_IDENTIFICATION.scale("total"), Optional.of("older-adults")));
  }
}
