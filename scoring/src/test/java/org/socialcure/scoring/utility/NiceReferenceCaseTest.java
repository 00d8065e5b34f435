package org.socialcure.scoring.utility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.instrument.Citation;
import org.socialcure.core.instrument.Evidence;
import org.socialcure.core.person.Sex;
import org.socialcure.scoring.utility.NiceReferenceCase.Method;

/** What NICE asks for by date, and the mapping for which the caller brings the numbers. */
class NiceReferenceCaseTest {
  @ParameterizedTest
  @CsvSource({
    "2017-01-01, FIVE_LEVELS, CROSSWALK, TWO_OR_MORE",
    "2022-01-30, FIVE_LEVELS, CROSSWALK, TWO_OR_MORE",
    "2022-01-31, FIVE_LEVELS, DSU_MAPPING, ONE",
    "2026-08-27, FIVE_LEVELS, DSU_MAPPING, ONE",
    "2026-08-28, FIVE_LEVELS, UK_5L_VALUE_SET, ONE",
    "2020-06-01, THREE_LEVELS, UK_3L_VALUE_SET, DERIVED",
    "2026-08-27, THREE_LEVELS, UK_3L_VALUE_SET, DERIVED",
    "2026-08-28, THREE_LEVELS, DSU_MAPPING, ONE"
  })
  void theRuleDependsOnTheDay(
      LocalDate day, Eq5dVersion answered, Method method, Evidence evidence) {
    NiceReferenceCase rule = NiceReferenceCase.of(day, answered);
    assertEquals(method, rule.method());
    assertEquals(evidence, rule.evidence());
    assertEquals(method == Method.DSU_MAPPING, rule.method().valueSet().isEmpty(), rule.toString());
    rule.method().valueSet().ifPresent(set -> assertEquals(answered, set.version()));
    if (method == Method.DSU_MAPPING) {
      assertTrue(rule.toString().contains("not shipped"), rule.toString());
    }
  }

  @Test
  void nothingIsSaidOfTheTimeBefore() {
    assertThrows(
        InvalidInputException.class,
        () -> NiceReferenceCase.of(LocalDate.of(2016, 12, 31), Eq5dVersion.FIVE_LEVELS));
  }

  @ParameterizedTest
  @CsvSource({
    "18, FROM_18",
    "34, FROM_18",
    "35, FROM_35",
    "44, FROM_35",
    "45, FROM_45",
    "54, FROM_45",
    "55, FROM_55",
    "64, FROM_55",
    "65, FROM_65",
    "99, FROM_65"
  })
  void ageBands(int years, AgeBand band) {
    assertEquals(band, AgeBand.of(years));
  }

  /** A table in which every group and profile has a value of its own, and the four known ones. */
  @Test
  void theMappingLooksUpTheTableOfAgeAndSex() {
    Map<DsuMapping.Group, Map<String, Double>> tables = new HashMap<>();
    for (AgeBand age : AgeBand.values()) {
      for (Sex sex : new Sex[] {Sex.FEMALE, Sex.MALE}) {
        Map<String, Double> table = new HashMap<>();
        for (int place = 0; place < 3125; place++) {
          table.put(
              Eq5dProfile.at(Eq5dVersion.FIVE_LEVELS, place).code(),
              (place + 3125 * (age.ordinal() + 5 * sex.ordinal())) / 40000.0);
        }
        tables.put(new DsuMapping.Group(age, sex), table);
      }
    }
    tables.get(new DsuMapping.Group(AgeBand.FROM_18, Sex.FEMALE)).put("12345", .067);
    tables.get(new DsuMapping.Group(AgeBand.FROM_45, Sex.FEMALE)).put("24112", .761);
    tables.get(new DsuMapping.Group(AgeBand.FROM_18, Sex.MALE)).put("55555", -.5236);
    tables.get(new DsuMapping.Group(AgeBand.FROM_18, Sex.MALE)).put("11111", .9867);
    Citation source = new Citation("DSU, 2017", Optional.empty(), Evidence.NOT_STATED);
    DsuMapping mapping = DsuMapping.of(Eq5dVersion.FIVE_LEVELS, source, tables);
    assertEquals(OptionalDouble.of(.067), mapping.value(profile("12345"), 30, Sex.FEMALE));
    assertEquals(OptionalDouble.of(.761), mapping.value(profile("24112"), 50, Sex.FEMALE));
    assertEquals(OptionalDouble.of(-.5236), mapping.value(profile("55555"), 34, Sex.MALE));
    assertEquals(OptionalDouble.of(.9867), mapping.value(profile("11111"), 18, Sex.MALE));
    assertEquals(
        OptionalDouble.of((3125 * 9) / 40000.0), mapping.value(profile("11111"), 80, Sex.MALE));
    assertEquals(OptionalDouble.empty(), mapping.value(profile("11111"), 30, Sex.OTHER));
    assertThrows(InvalidInputException.class, () -> mapping.value(profile("11111"), 17, Sex.MALE));
    tables.remove(new DsuMapping.Group(AgeBand.FROM_65, Sex.FEMALE));
    tables.get(new DsuMapping.Group(AgeBand.FROM_35, Sex.MALE)).remove("33333");
    InvalidInputException refused =
        assertThrows(
            InvalidInputException.class,
            () -> DsuMapping.of(Eq5dVersion.FIVE_LEVELS, source, tables));
    assertTrue(refused.getMessage().contains("female, 65 and over"), refused.getMessage());
    assertTrue(refused.getMessage().contains("male, 35 to 44"), refused.getMessage());
  }

  private static Eq5dProfile profile(String code) {
    return Eq5dProfile.parse(Eq5dVersion.FIVE_LEVELS, code);
  }
}
