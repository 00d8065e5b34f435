package org.socialcure.core.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.data.ColumnRole;
import org.socialcure.core.data.CsvOptions;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.data.RowCondition;

/** Rows of events, of repeating instruments and of repeating events. */
class RedcapRecordsTest {
  private static final String HEAD =
      "id,redcap_event_name,redcap_repeat_instrument,redcap_repeat_instance,";

  private static Dataset read(String text) {
    return Dataset.readCsv(new StringReader(text), CsvOptions.defaults().withText("id"));
  }

  private static String refusal(RedcapRecords records, Dataset data) {
    return assertThrows(InvalidInputException.class, () -> records.of(data)).getMessage();
  }

  @Test
  void aFileWithoutEventsAndRepeatsStaysAsItIs() {
    Dataset data = read("id,age\n1,40\n2,\n");
    Dataset rows = RedcapRecords.by("id").of(data);
    assertEquals(data, rows);
    assertEquals(List.of(), rows.remarks());
  }

  @Test
  void valuesOfOtherEventsAreThePersonsOnlyWhereTheyAreOne() {
    Dataset rows =
        RedcapRecords.by("id")
            .events("base")
            .person("age", "town", "pain")
            .of(
                read(
                    HEAD
                        + "age,town,pain,u\n"
                        + "1,screen_arm_1,,,40,York,3,\n1,base_arm_1,,,,,,1\n"
                        + "1,late_arm_1,,,40,,5,\n2,screen_arm_1,,,,Leeds,2,\n2,base_arm_1,,,,,,2\n"));
    assertArrayEquals(new double[] {40, Double.NaN}, rows.numbers("age"));
    assertEquals(Optional.of("Leeds"), rows.text("town", 1));
    assertEquals(ColumnRole.PERSON, rows.role("age"));
    assertFalse(rows.has("pain"));
    assertTrue(rows.absence("pain").orElseThrow().contains("different ones for one record"));
    assertEquals(
        List.of(Optional.of("base"), Optional.of("base")), rows.texts("redcap_event_name"));
    assertFalse(rows.has(RedcapRecords.ARM), "one arm");
  }

  @Test
  void anEventIsCalledWithItsArmOrWithout() {
    Dataset data = read(HEAD + "u\n1,base_arm_1,,,1\n2,base_arm_2,,,2\n3,base_arm_2,,,3\n");
    assertEquals(3, RedcapRecords.by("id").events("base").of(data).rows());
    assertArrayEquals(
        new double[] {1, 2, 2},
        RedcapRecords.by("id").events("base").of(data).numbers(RedcapRecords.ARM));
    Dataset second = RedcapRecords.by("id").events("base_arm_2").of(data);
    assertArrayEquals(new double[] {2, 3}, second.numbers("u"));
    assertEquals(Optional.of("base_arm_2"), second.text("redcap_event_name", 0));
    assertEquals("line 3", second.place(0), "rows remember their lines");
  }

  @Test
  void onePersonInTwoArmsOfOneEventIsNotMadeOne() {
    Dataset rows =
        RedcapRecords.by("id")
            .events("base")
            .of(read(HEAD + "u\n1,base_arm_1,,,1\n1,base_arm_2,,,2\n"));
    assertThrows(InvalidInputException.class, () -> rows.widen("id", "redcap_event_name"));
  }

  @Test
  void repeatsAreChosenByNameAndNeverTakenForOthers() {
    Dataset data =
        read(
            HEAD
                + "age,u,med\n1,base_arm_1,,,40,,\n1,base_arm_1,lonely,1,,1,\n"
                + "1,base_arm_1,lonely,2,,3,\n1,base_arm_1,pills,1,,,x\n");
    Dataset rows = RedcapRecords.by("id").repeating("lonely").person("age").of(data);
    assertArrayEquals(new double[] {1, 3}, rows.numbers("u"));
    assertArrayEquals(new double[] {40, 40}, rows.numbers("age"));
    assertTrue(rows.absence("med").orElseThrow().contains("instrument pills"));
    Dataset once = RedcapRecords.by("id").of(data);
    assertEquals(1, once.rows());
    assertTrue(once.absence("u").orElseThrow().contains("instrument lonely"));
    String unknown = refusal(RedcapRecords.by("id").repeating("pils"), data);
    assertTrue(unknown.contains("did you mean pills?"), unknown);
  }

  @Test
  void valuesInBothKindsOfRowsAreRemarkedOn() {
    Dataset data = read(HEAD + "u\n1,base_arm_1,,,1\n1,late_arm_1,lonely,1,2\n");
    assertTrue(
        RedcapRecords.by("id")
            .of(data)
            .remarks()
            .toString()
            .contains("1 value in rows of the repeating instrument lonely is left out"));
    assertTrue(
        RedcapRecords.by("id")
            .repeating("lonely")
            .of(data)
            .remarks()
            .toString()
            .contains("1 value in rows that are not of the repeating lonely is left out"));
  }

  @Test
  void anEventThatRepeatsAsAWhole() {
    Dataset data =
        read(HEAD + "age,u\n1,in_arm_1,,,40,\n1,visit_arm_1,,1,,1\n1,visit_arm_1,,2,,3\n");
    Dataset rows = RedcapRecords.by("id").repeating("visit").person("age").of(data);
    assertArrayEquals(new double[] {1, 3}, rows.numbers("u"));
    assertArrayEquals(new double[] {40, 40}, rows.numbers("age"));
    assertThrows(
        InvalidInputException.class,
        () -> RedcapRecords.by("id").of(data).widen("id", "redcap_event_name"));
    Dataset first = RedcapRecords.by("id").events("in").of(data);
    assertTrue(first.absence("u").orElseThrow().contains("repeating event"));
  }

  @Test
  void whatIsNotThereIsRefusedWithWhatIs() {
    Dataset data = read(HEAD + "u\n1,base_arm_1,,,1\n");
    assertTrue(refusal(RedcapRecords.by("id").events("bse"), data).contains("did you mean base?"));
    assertTrue(refusal(RedcapRecords.by("record"), data).contains("record"));
    Dataset repeats = read(HEAD + "u\n1,base_arm_1,lonely,1,1\n");
    assertTrue(refusal(RedcapRecords.by("id"), repeats).contains("\"repeating\""));
    assertThrows(InvalidInputException.class, () -> RedcapRecords.by("id").events("a", "a"));
    assertThrows(InvalidInputException.class, () -> RedcapRecords.by("id").events());
    assertEquals(
        "records by id, events a, b, rows of the repeating c",
        RedcapRecords.by("id").events("a", "b").repeating("c").toString());
  }

  @Test
  void rowsThatDoNotMeetTheConditionStillTellOfThePerson() {
    Dataset data =
        read(
            HEAD
                + "age,u,u_complete\n1,in_arm_1,,,40,,\n1,base_arm_1,,,,1,2\n2,in_arm_1,,,61,,\n"
                + "2,base_arm_1,,,,3,0\n");
    RedcapRecords complete =
        RedcapRecords.by("id")
            .events("base")
            .person("age")
            .where(RowCondition.is("u_complete", "2"));
    Dataset rows = complete.of(data);
    assertArrayEquals(new double[] {1}, rows.numbers("u"));
    assertArrayEquals(new double[] {40}, rows.numbers("age"));
    assertTrue(rows.remarks().toString().contains("or do not meet the condition"));
    assertTrue(complete.toString().endsWith(", where u_complete is 2"), complete::toString);
    assertTrue(
        refusal(complete.where(RowCondition.is("u_complete", "1")), data)
            .contains("meets the condition"));
    assertThrows(
        InvalidInputException.class,
        () -> complete.where(RowCondition.is("v_complete", "1")).of(data));
  }

  @Test
  void twoEventsOfOneNameInOneArmAreNotOne() {
    Dataset data = read(HEAD + "u\n1,visit_arm_1,,,1\n2,visit_arm_1b,,,2\n");
    assertEquals(1, RedcapRecords.by("id").events("visit").of(data).rows());
    assertEquals(2, RedcapRecords.by("id").events("visit", "visit_arm_1b").of(data).rows());
  }

  @Test
  void answersOfAnotherEventAreNotThePersons() {
    Dataset data = read(HEAD + "u\n1,base_arm_1,,,\n1,late_arm_1,,,3\n");
    Dataset rows = RedcapRecords.by("id").events("base").of(data);
    assertFalse(rows.has("u"));
    String why = rows.absence("u").orElseThrow();
    assertTrue(why.contains("only in rows that are left out; say that it is the person's"), why);
  }
}
