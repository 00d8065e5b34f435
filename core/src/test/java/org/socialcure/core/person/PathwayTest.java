package org.socialcure.core.person;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problem;
import org.socialcure.core.json.Json;
import org.socialcure.testsupport.Mapper;

/** The pathway of a person: what it holds, what it refuses, and what it never says. */
class PathwayTest {
  private static final LocalDate DAY = LocalDate.of(2019, 1, 10);
  private static final String SECRET = "Zebedee4711";

  /** Everything that can hold a secret holds one. */
  static final Participant FULL =
      Participant.of(SECRET)
          .with(
              new Referral(
                  DAY,
                  ReferralSource.GP,
                  Set.of(ReferralReason.LONELINESS, ReferralReason.CARING),
                  Optional.of("871731000000106")))
          .with(Demographics.unknown().bornIn(1947).with(Sex.FEMALE).atPractice(SECRET))
          .with(
              new Prescription(
                      DAY.plusDays(9),
                      GroupType.MUSIC_AND_ARTS,
                      Optional.of(SECRET),
                      Prescription.Outcome.ATTENDING)
                  .withAttended(7))
          .with(
              Pathway.empty()
                  .with(Worker.linkWorker(SECRET))
                  .with(Contact.session(DAY.plusDays(5), Contact.Attendance.ATTENDED))
                  .with(
                      new Contact(
                          DAY.plusDays(12),
                          Contact.Kind.CHECK_IN,
                          CareSetting.TELEPHONE,
                          Contact.Attendance.ATTENDED,
                          words()))
                  .with(Contact.session(DAY.plusDays(19), Contact.Attendance.MISSED))
                  .withWhatMatters(new OwnWords("My garden.\n" + SECRET))
                  .with(
                      Plan.of(
                              DAY.plusDays(5),
                              new Goal(new OwnWords(SECRET), Goal.Progress.NOT_STARTED))
                          .with(
                              new Plan.Revision(
                                  DAY.plusDays(40),
                                  List.of(
                                      new Goal(new OwnWords(SECRET), Goal.Progress.REACHED),
                                      new Goal(new OwnWords(SECRET), Goal.Progress.DROPPED)),
                                  words())))
                  .with(
                      new Support(
                          DAY.plusDays(5),
                          Support.Kind.DEBT,
                          Prescription.Outcome.COMPLETED,
                          OptionalInt.of(2),
                          Optional.of("1156338001")))
                  .with(
                      new MessageBack(
                          DAY.plusDays(20),
                          MessageBack.Recipient.GP,
                          words(),
                          Optional.of("1362931000000106")))
                  .with(
                      new Exit(
                          DAY.plusDays(140),
                          Exit.Reason.COMPLETED,
                          words(),
                          Optional.of("1362721000000106"))));

  private static Optional<OwnWords> words() {
    return Optional.of(new OwnWords(SECRET));
  }

  static Stream<Object> parts() {
    Pathway way = FULL.pathway().orElseThrow();
    Plan plan = way.plan().orElseThrow();
    return Stream.of(
        FULL,
        way,
        FULL.demographics().orElseThrow(),
        FULL.referral().orElseThrow(),
        FULL.prescriptions().get(0),
        way.worker().orElseThrow(),
        way.contacts().get(1),
        way.whatMatters().orElseThrow(),
        plan,
        plan.current(),
        plan.current().goals().get(0),
        way.support().get(0),
        way.messagesBack().get(0),
        way.exit().orElseThrow(),
        Demographics.unknown().aged("65-74"),
        Pathway.empty(),
        Support.of(DAY, Support.Kind.HOUSING, Prescription.Outcome.DECLINED),
        Exit.of(DAY, Exit.Reason.MOVED_AWAY));
  }

  @ParameterizedTest
  @MethodSource("parts")
  void everyPartComesBackFromJsonAndSaysNothingOfThePerson(Object part) {
    String json = Json.write(part);
    assertEquals(part, Json.read(json, part.getClass()), json);
    String told = part.toString();
    assertFalse(told.contains(SECRET), told);
    assertFalse(told.contains("1947") || told.contains("2019") || told.contains("garden"), told);
    Mapper.all()
        .forEach(mapper -> assertEquals(part, mapper.read(mapper.write(part), part.getClass())));
  }

  @Test
  void ownWordsAreATextInJson() {
    assertEquals("\"" + SECRET + "\"", Json.write(new OwnWords(SECRET)).strip());
    InvalidInputException e =
        assertThrows(
            InvalidInputException.class,
            () ->
                Json.read(
                    "{\"contacts\": [], \"support\": [], \"messagesBack\": [], \"whatMatters\": \" \","
                        + " \"worker\": {\"key\": \"\", \"role\": \"link-worker\"}}",
                    Pathway.class));
    List<String> places = e.problems().stream().map(Problem::where).toList();
    assertEquals(2, places.size(), places.toString());
    assertTrue(
        places.stream().anyMatch(place -> place.startsWith("whatMatters")), places.toString());
    assertTrue(
        places.stream().anyMatch(place -> place.startsWith("worker.key")), places.toString());
  }

  @Test
  void partsAreCountedNotTold() {
    assertEquals(
        "Pathway[3 contacts, plan, 1 support, 1 messages back, exit]",
        FULL.pathway().orElseThrow().toString());
    assertEquals(
        "Plan[2 revisions, 2 goals]", FULL.pathway().orElseThrow().plan().orElseThrow().toString());
    assertEquals(
        "Demographics[birth year, sex, practice]", FULL.demographics().orElseThrow().toString());
    assertEquals(1, FULL.pathway().orElseThrow().sessionsAttended());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "871691000000100",
        "871711000000103",
        "871731000000106",
        "1084281000000109",
        "1362931000000106",
        "1362721000000106",
        "515721000000104",
        "1078371000000100",
        "276221000000100",
        "1156338001",
        "720433000",
        "736534008",
        "736535009"
      })
  void codesInUseAreAcceptedAndNotWithAnyOtherDigit(String code) {
    assertTrue(SnomedCode.isConcept(code));
    for (int i = 0; i < code.length(); i++) {
      for (char digit = '0'; digit <= '9'; digit++) {
        if (digit != code.charAt(i)) {
          assertFalse(SnomedCode.isConcept(code.substring(0, i) + digit + code.substring(i + 1)));
        }
      }
      if (i > 0 && code.charAt(i) != code.charAt(i - 1)) {
        String swapped =
            code.substring(0, i - 1) + code.charAt(i) + code.charAt(i - 1) + code.substring(i + 1);
        assertFalse(SnomedCode.isConcept(swapped));
      }
    }
  }

  private static String refusal(Supplier<?> made) {
    return assertThrows(InvalidInputException.class, made::get).getMessage();
  }

  @Test
  void whatCannotBeIsRefusedByFieldWithARemedyAndWithoutTheValue() {
    Demographics unknown = Demographics.unknown();
    Optional<String> bad = Optional.of("8716910000" + "47110");
    List<List<Object>> refused =
        List.of(
            List.of("snomed", refusal(() -> new Exit(DAY, Exit.Reason.DIED, words(), bad))),
            List.of("snomed", refusal(() -> new Referral(DAY, ReferralSource.GP, Set.of(), bad))),
            List.of(
                "snomed",
                refusal(() -> new MessageBack(DAY, MessageBack.Recipient.GP, words(), bad))),
            List.of(
                "attended",
                refusal(
                    () ->
                        new Prescription(
                                DAY,
                                GroupType.SPORT,
                                Optional.empty(),
                                Prescription.Outcome.NOT_TAKEN_UP)
                            .withAttended(4711))),
            List.of("birthYear", refusal(() -> unknown.bornIn(4711))),
            List.of("ageBand", refusal(() -> unknown.aged(SECRET))),
            List.of("ageBand", refusal(() -> unknown.aged("74-65"))),
            List.of(
                "ageBand",
                refusal(
                    () ->
                        new Demographics(
                            OptionalInt.of(1947),
                            Optional.of("65-74"),
                            Optional.empty(),
                            Optional.empty()))),
            List.of("practice", refusal(() -> unknown.atPractice(SECRET + "\n"))),
            List.of("key", refusal(() -> Worker.linkWorker(SECRET.repeat(30)))),
            List.of("text", refusal(() -> new OwnWords(SECRET + "\u0007"))),
            List.of("revisions", refusal(() -> new Plan(List.of()))),
            List.of(
                "revisions[1].date",
                refusal(
                    () ->
                        Plan.of(DAY)
                            .with(
                                new Plan.Revision(
                                    DAY.minusDays(1), List.of(), Optional.empty())))));
    for (List<Object> each : refused) {
      String message = each.get(1).toString();
      assertTrue(message.contains(each.get(0).toString()), message);
      assertTrue(message.contains("must"), message);
      for (String secret : List.of(SECRET, "4711", "1947", "74-65", "2019")) {
        assertFalse(message.contains(secret), message);
      }
    }
  }

  @Test
  void nothingIsDatedBeforeTheReferral() {
    Referral late = new Referral(DAY.plusYears(1), ReferralSource.SELF, Set.of());
    InvalidInputException e = assertThrows(InvalidInputException.class, () -> FULL.with(late));
    assertEquals(
        List.of(
            "prescriptions[0].date",
            "pathway.contacts[0].date",
            "pathway.contacts[1].date",
            "pathway.contacts[2].date",
            "pathway.plan.revisions[0].date",
            "pathway.plan.revisions[1].date",
            "pathway.support[0].date",
            "pathway.messagesBack[0].date",
            "pathway.exit.date"),
        e.problems().stream().map(Problem::where).toList());
    Referral early = new Referral(LocalDate.of(1940, 1, 1), ReferralSource.SELF, Set.of());
    assertTrue(refusal(() -> FULL.with(early)).contains("demographics.birthYear"));
  }
}
