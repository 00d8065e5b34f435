package org.socialcure.core.person;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problem;
import org.socialcure.core.data.ColumnRole;
import org.socialcure.core.data.CsvOptions;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.json.Json;

/**
 * The data set for evaluation: what is known of people, and groups by type and coded from words.
 */
class EvaluationDataTest {
  private static final double NA = Double.NaN;
  private static final LocalDate DAY = LocalDate.of(2019, 1, 10);
  private static final GroupQuestion SIX = GroupQuestion.withSlots(6);

  private static final Participant FIRST =
      Participant.of("a")
          .with(
              new Referral(
                  DAY, ReferralSource.GP, Set.of(ReferralReason.LONELINESS, ReferralReason.CARING)))
          .with(Demographics.unknown().aged("65-74").with(Sex.FEMALE).atPractice("pr-1"))
          .with(
              new Prescription(
                  DAY, GroupType.SPORT, Optional.of("Pitmen"), Prescription.Outcome.COMPLETED))
          .with(
              new Prescription(
                  DAY, GroupType.FAITH, Optional.empty(), Prescription.Outcome.DECLINED))
          .with(
              Pathway.empty()
                  .with(Worker.linkWorker("w-4"))
                  .with(Contact.session(DAY, Contact.Attendance.ATTENDED))
                  .with(Contact.session(DAY.plusDays(7), Contact.Attendance.MISSED))
                  .with(Contact.session(DAY.plusDays(14), Contact.Attendance.ATTENDED))
                  .withWhatMatters(new OwnWords("Pitmen"))
                  .with(Plan.of(DAY, new Goal(new OwnWords("Pitmen"), Goal.Progress.REACHED)))
                  .with(Support.of(DAY, Support.Kind.DEBT, Prescription.Outcome.SUGGESTED))
                  .with(Exit.of(DAY.plusDays(60), Exit.Reason.MOVED_AWAY)))
          .with(
              Assessment.at("T0")
                  .with(GroupCoding.english().read(SIX, "choir; church; Family ; CHURCH", ";")))
          .with(Assessment.at("T1").with(GroupMemberships.none(SIX)));

  private static final Participant SECOND =
      Participant.of("b")
          .with(new Referral(DAY, ReferralSource.SELF, Set.of()))
          .with(Assessment.at("T0").with(GroupMemberships.notAnswered(SIX)));

  private static final Dataset DATA =
      new Cohort(List.of("T0", "T1"), List.of(FIRST, SECOND)).toDataset();

  @Test
  void whatIsKnownOfPeopleIsThereOnceAPersonAndGroupsByTypeAtEachWave() {
    assertEquals(
        List.of(
            "id",
            "wave",
            "age-band",
            "sex",
            "practice",
            "referral-source",
            "referral-reason-loneliness",
            "referral-reason-caring",
            "worker",
            "worker-role",
            "sessions-attended",
            "support-offered",
            "exit-reason",
            "prescriptions",
            "prescriptions-taken-up",
            "groups",
            "groups-family",
            "groups-faith",
            "groups-music-and-arts"),
        DATA.names());
    assertArrayEquals(new double[] {1, 1, 0}, DATA.numbers("referral-reason-caring"));
    assertArrayEquals(new double[] {2, 2, NA}, DATA.numbers("sessions-attended"));
    assertArrayEquals(new double[] {2, 2, 0}, DATA.numbers("prescriptions"));
    assertArrayEquals(new double[] {1, 1, 0}, DATA.numbers("prescriptions-taken-up"));
    assertEquals(
        List.of(Optional.of("w-4"), Optional.of("w-4"), Optional.empty()), DATA.texts("worker"));
    assertEquals(
        List.of("gp", "gp", "self"),
        DATA.texts("referral-source").stream().map(Optional::get).toList());
    assertEquals(Optional.of("moved-away"), DATA.texts("exit-reason").get(0));
    assertEquals(ColumnRole.PERSON, DATA.role("worker"));
    assertEquals(ColumnRole.MEASURE, DATA.role("groups-faith"));
    assertArrayEquals(new double[] {3, 0, NA}, DATA.numbers("groups"));
    assertArrayEquals(new double[] {1, 0, NA}, DATA.numbers("groups-faith"));
    assertEquals("Groups (music and arts)", DATA.label("groups-music-and-arts"));
    Dataset wide = DATA.widen("id", "wave");
    assertArrayEquals(new double[] {-1, NA}, wide.numbers("groups-family@change"));
    assertTrue(wide.has("sessions-attended") && wide.has("sex"));
  }

  private static String csv(Dataset data) {
    StringWriter text = new StringWriter();
    data.writeCsv(text, CsvOptions.defaults());
    return text.toString();
  }

  @Test
  void nothingInOwnWordsIsInTheDataSet() {
    String written = csv(DATA);
    assertFalse(written.contains("Pitmen") || written.contains("church"), written);
    Dataset full =
        new Cohort(List.of("T0"), List.of(PathwayTest.FULL.with(Assessment.at("T0")))).toDataset();
    String secret = csv(full);
    // The opaque keys of person, practice and worker are there, the words are not.
    assertEquals(4, secret.split("Zebedee4711", -1).length);
    assertFalse(secret.contains("garden"));
  }

  @ParameterizedTest
  @CsvSource({
    "church, FAITH",
    "Choir, MUSIC_AND_ARTS",
    "' my  FAMILY ', FAMILY",
    "football, SPORT",
    "Book club, HOBBY",
    "women\u2019s institute, HOBBY",
    "friends, OTHER",
    "music-and-arts, MUSIC_AND_ARTS",
    "Support group, SUPPORT_GROUP",
    "volunteering, VOLUNTEERING",
    "volunteer, VOLUNTEERING",
    "neighbours, NEIGHBOURHOOD",
    "colleagues, WORK_OR_STUDY"
  })
  void wordsOfPeopleStandForTypes(String word, GroupType type) {
    assertEquals(Optional.of(type), GroupCoding.english().typeOf(word));
  }

  @Test
  void theCodingIsExtendedOverruledAndComesBackFromJson() {
    GroupCoding coding =
        GroupCoding.english()
            .with("Bell  Ringing", GroupType.MUSIC_AND_ARTS)
            .with("allotment", GroupType.VOLUNTEERING);
    assertEquals(Optional.of(GroupType.MUSIC_AND_ARTS), coding.typeOf("bell ringing"));
    assertEquals(Optional.of(GroupType.VOLUNTEERING), coding.typeOf("Allotment"));
    assertEquals(Optional.empty(), coding.typeOf("curling"));
    assertEquals(Optional.of(GroupType.OTHER), coding.otherwise(GroupType.OTHER).typeOf("curling"));
    for (String noAnswer : List.of(" ", "N/A", "?", "-99", "no", "don\u2019t know")) {
      assertEquals(Optional.empty(), coding.otherwise(GroupType.OTHER).typeOf(noAnswer));
    }
    assertEquals(coding, Json.read(Json.write(coding), GroupCoding.class));
    assertEquals(
        GroupCount.ofType(GroupType.FAITH),
        Json.read(Json.write(GroupCount.ofType(GroupType.FAITH)), GroupCount.class));
    assertTrue(coding.toString().endsWith("others refused"), coding.toString());
  }

  @Test
  void oneTextIsSplitByItsSeparatorAlone() {
    GroupCoding coding = GroupCoding.english();
    assertEquals(
        List.of(GroupType.HOBBY, GroupType.MUSIC_AND_ARTS, GroupType.SPORT),
        coding.read(SIX, "Book club; church choir;football;", ";").groups().stream()
            .map(GroupMembership::type)
            .toList());
    assertEquals(2, coding.read(SIX, "family, friends", ",").groups().size());
    assertEquals(2, coding.read(SIX, "family | friends", "|").groups().size());
    assertEquals(GroupMemberships.none(SIX), coding.read(SIX, " None ", ";"));
    assertEquals(GroupMemberships.notAnswered(SIX), coding.read(SIX, " ; ", ";"));
  }

  @Test
  void whatIsNotKnownIsRefusedByPlaceWithRemediesAndWithoutTheWord() {
    GroupCoding coding = GroupCoding.english();
    InvalidInputException e =
        assertThrows(
            InvalidInputException.class,
            () -> coding.read(SIX, "choir; curling, darts; none; quidditch", ";"));
    assertEquals(
        List.of("groups[1]", "groups[2]", "groups[3]"),
        e.problems().stream().map(Problem::where).toList());
    assertTrue(e.getMessage().contains("add the word to the coding"), e.getMessage());
    assertTrue(e.problems().get(0).message().contains("separates"), e.getMessage());
    assertFalse(e.problems().get(2).message().contains("separates"), e.getMessage());
    assertFalse(e.getMessage().matches("(?s).*(curling|darts|quidditch).*"), e.getMessage());
    assertThrows(InvalidInputException.class, () -> coding.read(SIX, "choir", ""));
    assertThrows(InvalidInputException.class, () -> coding.with(" ", GroupType.OTHER));
    assertThrows(InvalidInputException.class, () -> coding.with("None", GroupType.OTHER));
    assertThrows(
        InvalidInputException.class,
        () -> coding.with(Map.of("curling", GroupType.SPORT, "Curling", GroupType.HOBBY)));
    assertThrows(
        InvalidInputException.class,
        () -> coding.read(GroupQuestion.withSlots(1), "choir;church", ";"));
  }

  /** The counts by type add up to the count of all groups, whatever people listed. */
  @Property
  void countsByTypeAddUpToAll(@ForAll @Size(min = 1, max = 30) List<GroupType> types) {
    GroupMemberships groups =
        GroupMemberships.listed(
            GroupQuestion.withSlots(30), types.stream().map(GroupMembership::of).toList());
    int sum = 0;
    for (GroupType type : GroupType.values()) {
      sum += groups.count(GroupCount.ofType(type)).value().orElseThrow();
    }
    assertEquals(groups.count(GroupCount.all()).value().orElseThrow(), sum);
  }
}
