package org.socialcure.core.fhir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.instrument.AnswerOption;
import org.socialcure.core.instrument.Evidence;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Instruments;
import org.socialcure.core.instrument.Item;
import org.socialcure.core.instrument.ItemWording;
import org.socialcure.core.instrument.Layout;
import org.socialcure.core.instrument.Requirement;
import org.socialcure.core.instrument.Scale;
import org.socialcure.core.instrument.ScoringRule;
import org.socialcure.core.instrument.Targeting;
import org.socialcure.core.instrument.TerminologyCode;
import org.socialcure.core.instrument.Wording;

/** What a questionnaire and a code system hold. */
class QuestionnaireTest {
  private static final Fhir FHIR = Fhir.at("https://example.org/fhir").withLanguage("en");

  static List<Instrument> instruments() {
    return Instruments.all();
  }

  @ParameterizedTest
  @MethodSource("instruments")
  void everyInstrumentHasAFormWithAllItsParts(Instrument instrument) {
    for (WeightExtension weights : WeightExtension.values()) {
      Map<String, ?> form = FHIR.withWeights(weights).questionnaire(instrument).fields();
      assertEquals("https://example.org/fhir/Questionnaire/" + instrument.id(), form.get("url"));
      assertEquals(FHIR.canonical(instrument), form.get("url") + "|" + form.get("version"));
      assertTrue(form.get("name").toString().matches("[A-Z][A-Za-z0-9_]{0,254}"));
      instrument
          .licence()
          .attribution()
          .ifPresent(text -> assertTrue(form.get("copyright").toString().contains(text)));
      Map<String, Map<?, ?>> items = byLink(form);
      for (Item item : instrument.items()) {
        List<?> options = (List<?>) items.get(item.id()).get("answerOption");
        assertEquals(item.options().size(), options.size());
        for (int i = 0; i < options.size(); i++) {
          Map<?, ?> option = (Map<?, ?>) options.get(i);
          Optional<Double> weight =
              Optional.ofNullable((List<?>) option.get("extension"))
                  .map(list -> (Map<?, ?>) list.get(0))
                  .filter(extension -> extension.get("url").equals(weights.url()))
                  .map(extension -> ((Number) extension.get("valueDecimal")).doubleValue());
          assertEquals(item.options().get(i).value(), optional(weight));
        }
      }
      for (Scale scale : instrument.scales()) {
        Map<?, ?> score = items.get("score:" + scale.id());
        assertEquals(true, score.get("readOnly"));
        assertTrue(score.toString().contains("text/fhirpath"));
      }
      assertEquals(instrument.targeting() == Targeting.GROUP, items.containsKey("target:group"));
    }
  }

  private static OptionalDouble optional(Optional<Double> value) {
    return value.map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
  }

  /** Linked ids are unique. */
  private static Map<String, Map<?, ?>> byLink(Map<?, ?> form) {
    Map<String, Map<?, ?>> items = new TreeMap<>();
    objects(form.get("item"))
        .forEach(
            object -> {
              if (object.containsKey("linkId")) {
                assertEquals(null, items.put((String) object.get("linkId"), object));
              }
            });
    return items;
  }

  /** All objects within a tree. */
  private static List<Map<?, ?>> objects(Object tree) {
    List<Map<?, ?>> found = new ArrayList<>();
    if (tree instanceof Map<?, ?> map) {
      found.add(map);
      map.values().forEach(value -> found.addAll(objects(value)));
    } else if (tree instanceof List<?> list) {
      list.forEach(value -> found.addAll(objects(value)));
    }
    return found;
  }

  @ParameterizedTest
  @MethodSource("instruments")
  void everyCodingHasASystemAndEveryOwnCodeIsInTheCodeSystem(Instrument instrument) {
    Map<String, ?> system = FHIR.codeSystem(instrument).fields();
    Set<Object> codes = new HashSet<>();
    for (Object concept : (List<?>) system.get("concept")) {
      assertTrue(codes.add(((Map<?, ?>) concept).get("code")));
    }
    List<Map<?, ?>> codings =
        objects(FHIR.questionnaire(instrument).fields()).stream()
            .filter(object -> object.containsKey("code") && !(object.get("code") instanceof List))
            .toList();
    assertFalse(codings.isEmpty());
    for (Map<?, ?> coding : codings) {
      assertTrue(coding.containsKey("system"), coding::toString);
      if (coding.get("system").equals(system.get("url"))) {
        assertTrue(codes.contains(coding.get("code")), coding::toString);
      }
    }
  }

  /** In those a high score is good: they are of another measure. */
  @ParameterizedTest
  @ValueSource(strings = {"100946-3", "100951-3"})
  void codesOfTheOppositeDirectionAreNeverWritten(String code) {
    TerminologyCode opposite =
        new TerminologyCode(TerminologyCode.LOINC, code, Optional.empty(), Evidence.ONE);
    Instrument mistaken = Instruments.UCLA_3.toBuilder().codes(List.of(opposite)).build();
    InvalidInputException refused =
        assertThrows(InvalidInputException.class, () -> FHIR.questionnaire(mistaken));
    assertTrue(refused.getMessage().contains(code));
    for (Instrument instrument : Instruments.all()) {
      assertFalse(FHIR.questionnaire(instrument).json().contains(code));
    }
  }

  @Test
  void loincIsNamedWhereItsCodesAreUsed() {
    TerminologyCode panel =
        new TerminologyCode(TerminologyCode.LOINC, "44249-1", Optional.empty(), Evidence.ONE);
    Instrument coded = Instruments.WHO_5.toBuilder().codes(List.of(panel)).build();
    String notice = "LOINC is copyright © Regenstrief Institute, Inc.";
    assertTrue(FHIR.questionnaire(coded).json().contains(notice));
    assertFalse(FHIR.questionnaire(Instruments.WHO_5).json().contains(notice));
  }

  @Test
  void anExpressionAddsUpWhatEachAnswerIsWorth() {
    assertEquals(
        "iif((A.where(code in ('hardly-ever'|'some-of-the-time'|'often')).count()) = 3,"
            + " (1 * A.where(code in ('hardly-ever')).count()"
            + " + 2 * A.where(code in ('some-of-the-time')).count()"
            + " + 3 * A.where(code in ('often')).count()), {})",
        FHIR.calculatedExpression(Instruments.UCLA_3, Instruments.UCLA_3.scale("total"))
            .orElseThrow()
            .replace(
                "%resource.repeat(item).where(linkId in"
                    + " ('companionship'|'left-out'|'isolated')).answer.value",
                "A"));
  }

  @Test
  void whatFhirpathCannotSayIsSaid() {
    Item item =
        Item.of(
            "one", 1, "one", List.of(AnswerOption.of("a", 0, "A"), AnswerOption.of("b", 300, "B")));
    TreeMap<Integer, Double> table = new TreeMap<>();
    for (int i = 0; i <= 300; i++) {
      table.put(i, i / 2.0);
    }
    Scale scale = Instruments.UCLA_3.scale("total");
    Scale lookedUp =
        new Scale(
            "long",
            "Looked up in a long table",
            List.of("one"),
            new ScoringRule.Table(new ScoringRule.Sum(), table),
            scale.missing(),
            scale.direction(),
            scale.higherMeans(),
            List.of(),
            List.of(),
            List.of(),
            Map.of());
    Instrument instrument =
        Instruments.UCLA_3.toBuilder()
            .norms(List.of())
            .reliabilities(List.of())
            .items(List.of(item))
            .scales(List.of(lookedUp))
            .build();
    assertEquals(Optional.empty(), FHIR.calculatedExpression(instrument, lookedUp));
    Map<String, ?> form = FHIR.questionnaire(instrument).fields();
    assertFalse(byLink(form).containsKey("score:long"));
    assertTrue(
        form.get("description").toString().contains("cannot say how: Looked up in a long table."));
  }

  @Test
  void wordsRequirementAndLayoutAreTheForms() {
    List<Item> items = new ArrayList<>();
    for (Item item : Instruments.UCLA_3.items()) {
      items.add(
          new Item(
              item.id(),
              item.number(),
              item.label(),
              item.options(),
              item.keying(),
              item.counted(),
              Optional.of(items.isEmpty() ? Requirement.REQUIRED : Requirement.OPTIONAL),
              Optional.of(items.isEmpty() ? Layout.RADIO_BUTTONS : Layout.TABLE_ROW),
              item.codes()));
    }
    Wording welsh =
        new Wording(
            "cy",
            Optional.of("Teitl"),
            Optional.of("Cyfarwyddyd"),
            Map.of(
                "left-out",
                new ItemWording(
                    Optional.of("Cwestiwn"), Optional.of("Nodyn"), Map.of("often", "Yn aml"))),
            Map.of(),
            Optional.empty());
    Instrument instrument =
        Instruments.UCLA_3.toBuilder().items(items).wordings(List.of(welsh)).build();
    Map<String, ?> form = FHIR.withLanguage("cy-GB").questionnaire(instrument).fields();
    assertEquals("cy", form.get("language"));
    assertEquals("Teitl", form.get("title"));
    Map<String, Map<?, ?>> found = byLink(form);
    assertEquals("Cyfarwyddyd", found.get("text:form").get("text"));
    assertEquals("Nodyn", found.get("text:left-out").get("text"));
    assertEquals("Cwestiwn", found.get("left-out").get("text"));
    assertEquals("lack of companionship", found.get("companionship").get("text"));
    assertTrue(found.get("left-out").toString().contains("display=Yn aml"));
    assertEquals(true, found.get("companionship").get("required"));
    assertEquals(false, found.get("left-out").get("required"));
    assertTrue(found.get("companionship").toString().contains("radio-button"));
    assertTrue(found.get("group:1").toString().contains("htable"));
    assertEquals(2, ((List<?>) found.get("group:1").get("item")).size());
    assertEquals(null, FHIR.questionnaire(instrument).fields().get("language"));
  }

  @Test
  void anotherRuleForMissingAnswersIsAnotherForm() {
    Instrument other = Instruments.UCLA_3.withMissing("hrs-practice");
    assertTrue(FHIR.canonical(other).endsWith("|2004+hrs-practice"));
    assertTrue(FHIR.questionnaire(other).json().contains("not the published rule"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "example.org",
        "https://example.org/",
        "https://example.org/a b",
        "https://a|b"
      })
  void aBaseIsAnAddress(String base) {
    assertThrows(InvalidInputException.class, () -> Fhir.at(base));
  }

  @Test
  void whatIsPrintedHoldsNoContent() {
    assertEquals("FHIR Questionnaire", FHIR.questionnaire(Instruments.UCLA_3).toString());
    assertEquals(
        "FHIR R4 at https://example.org/fhir, in en, weights as ordinalValue", FHIR.toString());
  }
}
