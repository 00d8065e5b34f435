package org.socialcure.core.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.validation.Configuration;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problem;
import org.socialcure.core.instrument.AnswerOption;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Instruments;
import org.socialcure.core.instrument.Item;
import org.socialcure.core.instrument.Targeting;
import org.socialcure.core.internal.Names;
import org.socialcure.core.json.Json;

/**
 * Holds every typed record to its definition: same items in the same order, same bounds, nothing
 * more.
 */
class TypedAnswersTest {
  private static ValidatorFactory factory;
  private static Validator validator;

  @BeforeAll
  static void open() {
    Configuration<?> configuration = Validation.byDefaultProvider().configure();
    // The validator is no part of what core requires; only these tests read it.
    TypedAnswersTest.class.getModule().addReads(configuration.getClass().getModule());
    factory =
        configuration
            .messageInterpolator(new ParameterMessageInterpolator())
            .buildValidatorFactory();
    validator = factory.getValidator();
  }

  @AfterAll
  static void close() {
    factory.close();
  }

  static Stream<Instrument> all() {
    return Stream.concat(Instruments.all().stream(), Instruments.onRequest().stream());
  }

  /** The record is named after the instrument: {@code de-jong-gierveld-6}, DeJongGierveld6. */
  private static Class<?> type(Instrument instrument) {
    String name =
        Arrays.stream(instrument.id().split("-"))
            .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
            .collect(Collectors.joining());
    try {
      return Class.forName("org.socialcure.core.answer." + name);
    } catch (ClassNotFoundException missing) {
      throw new AssertionError(instrument.id() + " has no typed record " + name, missing);
    }
  }

  private static List<RecordComponent> items(Instrument instrument) {
    List<RecordComponent> components = List.of(type(instrument).getRecordComponents());
    boolean targeted = instrument.targeting() == Targeting.GROUP;
    assertEquals(targeted, components.get(0).getName().equals("target"));
    return targeted ? components.subList(1, components.size()) : components;
  }

  private static TypedAnswers make(Instrument instrument, List<Object> answers) {
    List<Object> all = new ArrayList<>();
    if (instrument.targeting() == Targeting.GROUP) {
      all.add("community");
    }
    all.addAll(answers);
    try {
      return (TypedAnswers)
          type(instrument).getDeclaredConstructors()[0].newInstance(all.toArray());
    } catch (ReflectiveOperationException failed) {
      throw new AssertionError(failed);
    }
  }

  /**
   * An answer as the component takes it: the value, or the constant with the name of the option.
   */
  private static Object answer(RecordComponent component, AnswerOption option) {
    return component.getType().isEnum()
        ? Arrays.stream(component.getType().getEnumConstants())
            .filter(constant -> Names.kebab(constant.toString()).equals(option.id()))
            .findFirst()
            .orElseThrow()
        : (Object) (int) option.value().orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("all")
  void componentsAreTheItems(Instrument instrument) {
    assertEquals(
        instrument.items().stream().map(Item::id).toList(),
        items(instrument).stream().map(c -> Names.kebab(c.getName())).toList());
    assertEquals(
        instrument, make(instrument, nulls(instrument)).instrument(), "names another instrument");
  }

  @ParameterizedTest
  @MethodSource("all")
  void boundsAreTheOptions(Instrument instrument) throws Exception {
    for (RecordComponent component : items(instrument)) {
      Item item = instrument.item(Names.kebab(component.getName()));
      if (component.getType().isEnum()) {
        assertEquals(
            item.options().stream().map(AnswerOption::id).collect(Collectors.toSet()),
            Arrays.stream(component.getType().getEnumConstants())
                .map(constant -> Names.kebab(constant.toString()))
                .collect(Collectors.toSet()));
      } else {
        // The constraint stands on the field, where a validator looks for it.
        var field = type(instrument).getDeclaredField(component.getName());
        assertEquals(item.lowest(), field.getAnnotation(Min.class).value());
        assertEquals(item.highest(), field.getAnnotation(Max.class).value());
        assertEquals(
            item.highest() - item.lowest() + 1, item.options().size(), "the bounds leave a gap");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyOptionOfEveryItemArrivesWhereItBelongs(Instrument instrument) {
    List<RecordComponent> components = items(instrument);
    for (int i = 0; i < components.size(); i++) {
      Item item = instrument.items().get(i);
      for (AnswerOption option : item.options()) {
        List<Object> answers = nulls(instrument);
        answers.set(i, answer(components.get(i), option));
        TypedAnswers record = make(instrument, answers);
        assertEquals(Set.of(), validator.validate(record));
        Responses responses = record.toResponses();
        assertEquals(1, responses.answered());
        assertEquals(option, responses.given(item.id()).orElseThrow());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void whatIsNullWasSkipped(Instrument instrument) {
    Responses responses = make(instrument, nulls(instrument)).toResponses();
    assertTrue(responses.answers().values().stream().allMatch(a -> a == Answer.Missing.SKIPPED));
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyMistypedFieldIsReportedByTheValidatorAndRefusedOnTheWayOn(Instrument instrument) {
    List<RecordComponent> components = items(instrument);
    if (components.get(0).getType().isEnum()) {
      return; // An enum cannot be mistyped.
    }
    for (int wrong : new int[] {-777, 777}) {
      List<Object> answers = nulls(instrument);
      answers.replaceAll(skipped -> wrong);
      TypedAnswers record = make(instrument, answers);
      Set<ConstraintViolation<TypedAnswers>> violations = validator.validate(record);
      assertEquals(
          components.stream().map(RecordComponent::getName).collect(Collectors.toSet()),
          violations.stream()
              .map(violation -> violation.getPropertyPath().toString())
              .collect(Collectors.toSet()));
      violations.forEach(violation -> assertFalse(violation.getMessage().contains("{")));
      InvalidInputException refused =
          assertThrows(InvalidInputException.class, record::toResponses);
      assertEquals(
          instrument.items().stream().map(item -> instrument.id() + ", item " + item.id()).toList(),
          refused.problems().stream().map(Problem::where).toList());
      assertFalse(refused.getMessage().contains("777"), "an answer is printed");
      assertTrue(refused.getMessage().contains(instrument.items().get(0).permitted()));
      assertFalse(record.toString().contains("777"), "an answer is printed");
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void printsHowMuchWasAnsweredAndNotWhat(Instrument instrument) {
    List<Object> answers = nulls(instrument);
    RecordComponent first = items(instrument).get(0);
    answers.set(0, answer(first, instrument.items().get(0).options().get(0)));
    assertEquals(
        instrument.id() + ": 1 of " + answers.size() + " items answered",
        make(instrument, answers).toString());
  }

  @ParameterizedTest
  @MethodSource("all")
  void comesBackUnchangedFromJson(Instrument instrument) {
    List<Object> answers = nulls(instrument);
    for (int i = 1; i < answers.size(); i++) {
      answers.set(i, answer(items(instrument).get(i), instrument.items().get(i).options().get(1)));
    }
    TypedAnswers record = make(instrument, answers);
    assertEquals(record, Json.read(Json.write(record), record.getClass()));
  }

  @Test
  void thereIsNoRecordWithoutAnInstrument() {
    Set<String> records = new TreeSet<>();
    all().forEach(instrument -> records.add(type(instrument).getSimpleName()));
    assertEquals(
        Set.of(
            "Ucla3",
            "Uls8",
            "Ucla20",
            "Ucla20Revised",
            "Ucla20Original",
            "DirectLoneliness",
            "CampaignToEndLoneliness",
            "Lsns6",
            "Fisi",
            "Sisi",
            "BriefSenseOfCommunity",
            "CommunityBelonging",
            "NeighbourhoodBelonging",
            "Osss3",
            "Mspss",
            "Pss10",
            "Pss4",
            "DeJongGierveld6",
            "DeJongGierveld11",
            "GroupIdentification",
            "MultipleGroups",
            "Ons4",
            "Swemwbs",
            "Who5",
            "Phq9",
            "Phq8",
            "Phq4",
            "Phq2",
            "Gad7",
            "Gad2",
            "Wemwbs",
            "Swls",
            "Dass21",
            "Eq5d5l",
            "Eq5d3l",
            "EqVas",
            "IcecapA",
            "Mycaw",
            "StarReading"),
        records);
  }

  @Test
  void theGroupIdentificationNeedsItsGroup() {
    assertNotNull(
        new GroupIdentification("family", 1, 2, 3, 4).toResponses().target().orElseThrow());
    for (String target : new String[] {null, "", "Our Street"}) {
      GroupIdentification record = new GroupIdentification(target, 1, 2, 3, 4);
      assertEquals(
          Set.of("target"),
          validator.validate(record).stream()
              .map(violation -> violation.getPropertyPath().toString())
              .collect(Collectors.toSet()));
      assertThrows(InvalidInputException.class, record::toResponses);
    }
  }

  private static List<Object> nulls(Instrument instrument) {
    return new ArrayList<>(Arrays.asList(new Object[instrument.items().size()]));
  }
}
