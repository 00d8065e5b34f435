package org.socialcure.examples.study;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.socialcure.core.answer.Coding;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.data.ReadData;
import org.socialcure.core.exchange.RedcapRecords;
import org.socialcure.core.exchange.SurveyExport;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Instruments;
import org.socialcure.core.instrument.Wording;
import org.socialcure.files.DataFiles;
import org.socialcure.files.FileOptions;
import org.socialcure.files.LabelledData;
import org.socialcure.files.Xlsx;
import org.socialcure.scoring.Scorer;

/** Files in the shape in which survey programs export them, with totals worked out by hand. */
class SurveyExportsTest {
  private static final double MISSING = Double.NaN;

  @TempDir private Path folder;

  private Path file(String name, String text, Charset charset) throws IOException {
    return Files.writeString(folder.resolve(name), text, charset);
  }

  private Path file(String text) throws IOException {
    return file("export.csv", text, StandardCharsets.UTF_8);
  }

  private Outcome run(Path file, String data, String instrument, String rest) throws IOException {
    String plan =
        "{\"data\": {"
            + data
            + "}, \"instruments\": [{\"instrument\": \"ucla-3\", "
            + instrument
            + "}]"
            + rest
            + "}";
    return Job.of(Optional.of(file), Files.writeString(folder.resolve("plan.json"), plan)).run();
  }

  private Outcome run(Path file, String data, String instrument) throws IOException {
    return run(file, data, instrument, "");
  }

  private static double[] of(Outcome outcome, String column) {
    return outcome.scores().orElseThrow().numbers(column);
  }

  private String refusal(Path file, String data, String instrument) {
    return assertThrows(Refusal.class, () -> run(file, data, instrument)).getMessage();
  }

  private static String notes(Outcome outcome) {
    return String.join("\n", outcome.document().data().notes());
  }

  private static double[] totals(Dataset answers, String pattern) {
    return Scorer.batch()
        .instrument(Instruments.UCLA_3, pattern)
        .score(answers)
        .numbers("ucla-3.total");
  }

  private static void assertScores(Outcome outcome, String column, double... expected) {
    assertArrayEquals(expected, of(outcome, column), column);
  }

  private static ReadData read(SurveyExport from, Path file) {
    return from.readCsv(file);
  }

  /** A longitudinal project with two arms: screening, two visits, repeated medication. */
  private static final String REDCAP =
      """
      record_id,redcap_event_name,redcap_repeat_instrument,redcap_repeat_instance,redcap_data_access_group,redcap_survey_identifier,screening_timestamp,age,support___1,support___2,screening_complete,ucla_timestamp,u_1,u_2,u_3,ucla_complete,med,medication_complete
      1,screening_arm_1,,,north,,2024-01-05 10:00:00,40,1,0,2,,,,,,,
      1,baseline_arm_1,,,north,,,,,,,2024-01-09 09:30:00,3,2,3,2,,
      1,baseline_arm_1,medication,1,north,,,,,,,,,,,,aspirin,2
      1,baseline_arm_1,medication,2,north,,,,,,,,,,,,statin,2
      1,month_3_arm_1,,,north,,,,,,,2024-04-09 09:30:00,2,2,1,2,,
      2,screening_arm_1,,,south,,2024-01-06 11:00:00,61,0,1,2,,,,,,,
      2,baseline_arm_1,,,south,,,,,,,[not completed],2,2,2,0,,
      2,month_3_arm_1,,,south,,,,,,,2024-04-10 09:30:00,1,2,1,2,,
      3,screening_arm_2,,,north,,2024-01-07 12:00:00,55,1,1,2,,,,,,,
      3,baseline_arm_2,,,north,,,,,,,2024-01-11 09:30:00,3,3,3,2,,
      3,month_3_arm_2,,,north,,,,,,,2024-04-11 09:30:00,3,2,3,2,,
      3,month_3_arm_2,medication,1,north,,,,,,,,,,,,aspirin,2
      4,screening_arm_1,,,south,,2024-01-08 13:00:00,47,0,0,2,,,,,,,
      """;

  private static final String REDCAP_WAVES =
      "\"export\": \"redcap\", \"id\": \"record_id\", \"wave\": \"redcap_event_name\","
          + " \"waves\": [\"baseline\", \"month_3\"]";

  @Test
  void redcapWithEventsArmsAndRepeats() throws IOException {
    Outcome outcome =
        run(
            file(REDCAP),
            REDCAP_WAVES,
            "\"columns\": \"u_{n}\"",
            ", \"keep\": [\"redcap_arm\"], \"person\": [\"age\", \"support___1\"]");
    assertScores(outcome, "ucla-3.total@baseline", 8, 6, 9);
    assertScores(outcome, "ucla-3.total@month_3", 5, 4, 8);
    assertScores(outcome, "ucla-3.total@change", -3, -2, -1);
    assertScores(outcome, "age", 40, 61, 55);
    assertScores(outcome, "support___1", 1, 0, 1);
    assertScores(outcome, "redcap_arm", 1, 1, 2);
    String notes = notes(outcome);
    assertTrue(notes.contains("repeating instruments are left out: medication 3"), notes);
    assertTrue(notes.contains("4 that repeat nothing are not of the events named"), notes);
    assertTrue(notes.contains("1 of 4 records has no row that is used"), notes);
    assertTrue(notes.contains("left out are the person's, as is said: "), notes);
    assertFalse(notes.contains("aspirin"), notes);
  }

  @Test
  void redcapInJava() throws IOException {
    Dataset rows =
        RedcapRecords.by("record_id")
            .events("baseline", "month_3")
            .person("age")
            .of(read(SurveyExport.REDCAP, file(REDCAP)).data());
    assertEquals(6, rows.rows());
    Dataset wide =
        Scorer.batch()
            .instrument(Instruments.UCLA_3, "u_{n}")
            .keep("record_id", "redcap_event_name", "age", "redcap_arm")
            .score(rows)
            .widen("record_id", "redcap_event_name", List.of("baseline", "month_3"));
    assertArrayEquals(new double[] {-3, -2, -1}, wide.numbers("ucla-3.total@change"));
    assertArrayEquals(new double[] {40, 61, 55}, wide.numbers("age"));
    assertArrayEquals(new double[] {1, 1, 2}, wide.numbers("redcap_arm"));
  }

  @Test
  void redcapLabelled() throws IOException {
    String text =
        """
        "Record ID","Event Name","Repeat Instrument","Repeat Instance","Data Access Group","Survey Identifier","Survey Timestamp",Age,"Support (choice=Visits)","Support (choice=Calls)",Complete?,"Survey Timestamp",Companionship,"Left out",Isolated,Complete?,Medicine,Complete?
        1,"Screening (Arm 1: Usual care)",,,North,,"2024-01-05 10:00:00",40,Checked,Unchecked,Complete,,,,,,,
        1,"Baseline (Arm 1: Usual care)",,,North,,,,,,,"2024-01-09 09:30:00",Often,"Some of the time",Often,Complete,,
        1,"Baseline (Arm 1: Usual care)",Medication,1,North,,,,,,,,,,,,Aspirin,Complete
        1,"Month 3 (Arm 1: Usual care)",,,North,,,,,,,"2024-04-09 09:30:00","Some of the time","Some of the time","Hardly ever",Complete,,
        3,"Screening (Arm 2: Link worker)",,,North,,"2024-01-07 12:00:00",55,Checked,Checked,Complete,,,,,,,
        3,"Baseline (Arm 2: Link worker)",,,North,,,,,,,"2024-01-11 09:30:00",Often,Often,Often,Complete,,
        3,"Month 3 (Arm 2: Link worker)",,,North,,,,,,,"2024-04-11 09:30:00",Often,"Some of the time",Often,Complete,,
        """;
    Outcome outcome =
        run(
            file(text),
            "\"export\": \"redcap\", \"id\": \"Record ID\", \"wave\": \"Event Name\","
                + " \"waves\": [\"Baseline\", \"Month 3\"]",
            "\"columns\": [\"Companionship\", \"Left out\", \"Isolated\"]",
            ", \"person\": [\"Age\"]");
    assertScores(outcome, "ucla-3.total@Baseline", 8, 9);
    assertScores(outcome, "ucla-3.total@Month 3", 5, 8);
    assertScores(outcome, "Age", 40, 55);
  }

  /** One instrument answered again and again, beside another that is. */
  private static final String REPEATING =
      """
      record_id,redcap_repeat_instrument,redcap_repeat_instance,age,demographics_complete,u_1,u_2,u_3,ucla_complete,med,medication_complete
      1,,,40,2,,,,,,
      1,ucla,1,,,3,2,3,2,,
      1,ucla,2,,,2,2,1,2,,
      1,medication,1,,,,,,,aspirin,2
      1,medication,2,,,,,,,statin,2
      2,,,61,2,,,,,,
      2,ucla,1,,,2,2,2,2,,
      2,medication,1,,,,,,,aspirin,2
      """;

  @Test
  void redcapRepeatingInstrument() throws IOException {
    String waves =
        "\"export\": \"redcap\", \"id\": \"record_id\", \"wave\": \"redcap_repeat_instance\","
            + " \"waves\": [\"1\", \"2\"], \"repeating\": ";
    Outcome outcome =
        run(
            file(REPEATING),
            waves + "\"ucla\"",
            "\"columns\": \"u_{n}\"",
            ", \"person\": [\"age\"]");
    assertScores(outcome, "ucla-3.total@1", 8, 6);
    assertScores(outcome, "ucla-3.total@2", 5, MISSING);
    assertScores(outcome, "age", 40, 61);
    String unknown = refusal(file(REPEATING), waves + "\"ucla3\"", "\"columns\": \"u_{n}\"");
    assertTrue(unknown.contains("did you mean ucla?"), unknown);
  }

  @Test
  void redcapRepeatedAnswersAreNeverTakenForNone() throws IOException {
    String one = "\"export\": \"redcap\", \"id\": \"record_id\"";
    String refused = refusal(file(REPEATING), one, "\"columns\": \"u_{n}\"");
    assertTrue(
        refused.contains("values only in rows of the repeating instrument ucla")
            && refused.contains("\"repeating\""),
        refused);
    String needed =
        refusal(
            file(REPEATING),
            one + ", \"wave\": \"redcap_repeat_instance\", \"waves\": [\"1\", \"2\"]",
            "\"columns\": \"u_{n}\"");
    assertTrue(needed.contains("data.repeating") || needed.contains("repeating"), needed);
    assertTrue(needed.contains("name the instrument or event that repeats"), needed);
  }

  @Test
  void redcapRepeatingInstrumentTwiceInOneEventIsRefused() throws IOException {
    String text =
        """
        record_id,redcap_event_name,redcap_repeat_instrument,redcap_repeat_instance,u_1,u_2,u_3
        1,baseline_arm_1,ucla,1,3,2,3
        1,baseline_arm_1,ucla,2,1,1,1
        1,month_3_arm_1,ucla,1,2,2,1
        """;
    String refused =
        refusal(file(text), REDCAP_WAVES + ", \"repeating\": \"ucla\"", "\"columns\": \"u_{n}\"");
    assertTrue(refused.contains("the same participant and wave as in line 2"), refused);
    // The first of each is a choice that a person has made.
    Outcome chosen =
        run(
            file(text),
            REDCAP_WAVES + ", \"repeating\": \"ucla\", \"where\": {\"redcap_repeat_instance\": 1}",
            "\"columns\": \"u_{n}\"");
    assertScores(chosen, "ucla-3.total@change", -3);
  }

  @Test
  void redcapFormThatRepeatsInOneEventOnlyIsRemarkedOn() throws IOException {
    String text =
        """
        record_id,redcap_event_name,redcap_repeat_instrument,redcap_repeat_instance,u_1,u_2,u_3
        1,baseline_arm_1,,,3,2,3
        1,month_3_arm_1,ucla,1,2,2,1
        1,month_3_arm_1,ucla,2,1,1,1
        """;
    Outcome outcome = run(file(text), REDCAP_WAVES, "\"columns\": \"u_{n}\"");
    assertTrue(
        notes(outcome)
            .contains("column u_1: 2 values in rows of the repeating instrument ucla are left out"),
        notes(outcome));
  }

  @Test
  void redcapRepeatingEvent() throws IOException {
    String text =
        """
        record_id,redcap_event_name,redcap_repeat_instrument,redcap_repeat_instance,age,u_1,u_2,u_3
        1,enrolment_arm_1,,,40,,,
        1,visit_arm_1,,1,,3,2,3
        1,visit_arm_1,,2,,2,2,1
        2,enrolment_arm_1,,,61,,,
        2,visit_arm_1,,1,,2,2,2
        2,visit_arm_1,,2,,1,2,1
        """;
    Outcome outcome =
        run(
            file(text),
            "\"export\": \"redcap\", \"id\": \"record_id\", \"wave\": \"redcap_repeat_instance\","
                + " \"waves\": [\"1\", \"2\"], \"repeating\": \"visit\"",
            "\"columns\": \"u_{n}\"",
            ", \"person\": [\"age\"]");
    assertScores(outcome, "ucla-3.total@1", 8, 6);
    assertScores(outcome, "ucla-3.total@2", 5, 4);
    assertScores(outcome, "age", 40, 61);
    String refused =
        refusal(
            file(text),
            "\"export\": \"redcap\", \"id\": \"record_id\", \"wave\": \"redcap_event_name\","
                + " \"waves\": [\"visit\"]",
            "\"columns\": \"u_{n}\"");
    assertTrue(refused.contains("the same participant and wave"), refused);
  }

  @Test
  void redcapEventsThatAreNotThereAreNamed() throws IOException {
    String refused =
        refusal(
            file(REDCAP),
            "\"export\": \"redcap\", \"id\": \"record_id\", \"wave\": \"redcap_event_name\","
                + " \"waves\": [\"basline\", \"month3\"]",
            "\"columns\": \"u_{n}\"");
    assertTrue(refused.contains("did you mean baseline?"), refused);
  }

  /** Three rows of headings, a preview, an unfinished response and one question not answered. */
  private static String qualtrics(
      String status, String preview, String no, String yes, String... u) {
    return """
        StartDate,EndDate,Status,IPAddress,Progress,Duration (in seconds),Finished,RecordedDate,ResponseId,RecipientLastName,RecipientFirstName,RecipientEmail,ExternalReference,LocationLatitude,LocationLongitude,DistributionChannel,UserLanguage,Q1_1,Q1_2,Q1_3,Q2
        Start Date,End Date,Response Type,IP Address,Progress,Duration (in seconds),Finished,Recorded Date,Response ID,Recipient Last Name,Recipient First Name,Recipient Email,External Data Reference,Location Latitude,Location Longitude,Distribution Channel,User Language,"How often - you lack companionship?","How often - you feel left out?","How often - you feel isolated?","How old
        are you?"
        "{""ImportId"":""startDate"",""timeZone"":""Europe/London""}","{""ImportId"":""endDate"",""timeZone"":""Europe/London""}","{""ImportId"":""status""}","{""ImportId"":""ipAddress""}","{""ImportId"":""progress""}","{""ImportId"":""duration""}","{""ImportId"":""finished""}","{""ImportId"":""recordedDate"",""timeZone"":""Europe/London""}","{""ImportId"":""_recordId""}","{""ImportId"":""recipientLastName""}","{""ImportId"":""recipientFirstName""}","{""ImportId"":""recipientEmail""}","{""ImportId"":""externalDataReference""}","{""ImportId"":""locationLatitude""}","{""ImportId"":""locationLongitude""}","{""ImportId"":""distributionChannel""}","{""ImportId"":""userLanguage""}","{""ImportId"":""QID1_1""}","{""ImportId"":""QID1_2""}","{""ImportId"":""QID1_3""}","{""ImportId"":""QID2_TEXT""}"
        2024-01-09 09:00:00,2024-01-09 09:01:00,%2$s,,100,60,%4$s,2024-01-09 09:01:01,R_0,,,,,53.1,-1.2,preview,EN,%7$s,%7$s,%7$s,1
        2024-01-10 09:00:00,2024-01-10 09:05:00,%1$s,192.0.2.1,100,300,%4$s,2024-01-10 09:05:01,R_1,,,,P1,53.1,-1.2,anonymous,EN,%7$s,%6$s,%7$s,40
        2024-01-11 09:00:00,2024-01-11 09:05:00,%1$s,192.0.2.2,100,300,%4$s,2024-01-11 09:05:01,R_2,,,,P2,53.1,-1.2,anonymous,EN,%6$s,%6$s,%5$s,61
        2024-01-12 09:00:00,2024-01-12 09:05:00,%1$s,192.0.2.3,50,300,%3$s,2024-01-19 09:05:01,R_3,,,,P3,53.1,-1.2,anonymous,EN,%6$s,-99,,-99
        """
        .formatted(status, preview, no, yes, u[0], u[1], u[2]);
  }

  private static final String NUMERIC = qualtrics("0", "1", "0", "1", "1", "2", "3");

  private static final String TEXTS =
      qualtrics(
          "IP Address",
          "Survey Preview",
          "False",
          "True",
          "Hardly ever",
          "Some of the time",
          "Often");

  private static final String OF_QUALTRICS = "\"export\": \"qualtrics\", \"id\": \"ResponseId\"";

  private void assertQualtrics(Path file) throws IOException {
    Outcome outcome = run(file, OF_QUALTRICS, "\"columns\": \"Q1_{n}\"", ", \"keep\": [\"Q2\"]");
    assertScores(outcome, "ucla-3.total", 8, 5, MISSING);
    assertScores(outcome, "Q2", 40, 61, MISSING);
    assertTrue(notes(outcome).contains("1 row is a preview or test of the survey"), notes(outcome));
  }

  @Test
  void qualtricsInNumbersAndTexts() throws IOException {
    assertQualtrics(file(NUMERIC));
    assertQualtrics(file(TEXTS));
    assertQualtrics(
        file(
            "export.tsv",
            NUMERIC.replace(',', '\t').replace("\"\"timeZone", "timeZone"),
            StandardCharsets.UTF_16));
    ReadData read = read(SurveyExport.QUALTRICS, file(TEXTS));
    assertArrayEquals(new double[] {8, 5, MISSING}, totals(read.data(), "Q1_{n}"));
    assertEquals(2, read.summary().headingRows());
  }

  /** The cells of a CSV file as a sheet of texts and numbers. */
  private Path sheet(String csv) throws IOException {
    Dataset cells =
        Dataset.readCsv(
            file(csv), SurveyExport.QUALTRICS.options().withSkippedRows(0).withMissing());
    Path file = folder.resolve("export.xlsx");
    Xlsx.write(cells, file);
    return file;
  }

  @Test
  void qualtricsSpreadsheets() throws IOException {
    assertQualtrics(sheet(NUMERIC));
    assertQualtrics(sheet(TEXTS));
    LabelledData read =
        DataFiles.read(
            sheet(NUMERIC), FileOptions.defaults().withRules(SurveyExport.QUALTRICS.rules()));
    Dataset tidied = SurveyExport.QUALTRICS.tidied(read.data());
    assertArrayEquals(new double[] {8, 5, MISSING}, totals(tidied, "Q1_{n}"));
  }

  @Test
  void qualtricsRecodedValuesArePointedOut() throws IOException {
    Path file = file(qualtrics("0", "1", "0", "1", "0", "1", "2"));
    String refused = refusal(file, OF_QUALTRICS, "\"columns\": \"Q1_{n}\"");
    assertTrue(refused.contains("coding"), refused);
    Outcome outcome =
        run(
            file,
            OF_QUALTRICS,
            "\"columns\": \"Q1_{n}\", \"coding\": {\"0\": 1, \"1\": 2, \"2\": 3}");
    assertScores(outcome, "ucla-3.total", 8, 5, MISSING);
  }

  /** Codes of answers, full answers, and question texts. */
  private static String limesurvey(String headings, String one, String two, String three) {
    return """
        "id","submitdate","lastpage","startlanguage","seed","token","startdate","datestamp",%1$s
        "1","2024-01-10 09:05:00","3","en","12345","tok1","2024-01-10 09:00:00","2024-01-10 09:05:00","%4$s","%3$s","%4$s","-oth-","Neighbour"
        "2","2024-01-11 09:05:00","3","en","12346","tok2","2024-01-11 09:00:00","2024-01-11 09:05:00","%3$s","%3$s","%2$s","N/A","N/A"
        "3","","1","en","12347","tok3","2024-01-12 09:00:00","2024-01-12 09:02:00","%3$s","N/A","",""," "
        """
        .formatted(headings, one, two, three);
  }

  private static final String CODES =
      "\"UCLA[SQ001]\",\"UCLA[SQ002]\",\"UCLA[SQ003]\",\"who\",\"who[other]\"";
  private static final String OF_LIMESURVEY = "\"export\": \"limesurvey\", \"id\": \"token\"";

  @Test
  void limesurveyAnswersInFull() throws IOException {
    Path file = file(limesurvey(CODES, "Hardly ever", "Some of the time", "Often"));
    Outcome outcome = run(file, OF_LIMESURVEY, "\"columns\": \"UCLA[SQ00{n}]\"");
    assertScores(outcome, "ucla-3.total", 8, 5, MISSING);
    Outcome complete =
        run(
            file,
            OF_LIMESURVEY + ", \"where\": {\"submitdate\": {\"not\": \"\"}}",
            "\"columns\": \"UCLA[SQ00{n}]\"");
    assertScores(complete, "ucla-3.total", 8, 5);
    assertArrayEquals(
        new double[] {8, 5, MISSING},
        totals(read(SurveyExport.LIMESURVEY, file).data(), "UCLA[SQ00{n}]"));
  }

  @Test
  void limesurveyCodesNeedTheirMeaning() throws IOException {
    Path file = file(limesurvey(CODES, "A1", "A2", "A3"));
    String refused = refusal(file, OF_LIMESURVEY, "\"columns\": \"UCLA[SQ00{n}]\"");
    assertTrue(refused.contains("\"coding\""), refused);
    Outcome outcome =
        run(
            file,
            OF_LIMESURVEY,
            "\"columns\": \"UCLA[SQ00{n}]\", \"coding\": {\"A1\": 1, \"A2\": 2, \"A3\": 3}");
    assertScores(outcome, "ucla-3.total", 8, 5, MISSING);
    assertArrayEquals(
        new double[] {8, 5, MISSING},
        Scorer.batch()
            .instrument(Instruments.UCLA_3, "UCLA[SQ00{n}]", Coding.of("A1=1", "A2=2", "A3=3"))
            .score(read(SurveyExport.LIMESURVEY, file).data())
            .numbers("ucla-3.total"));
  }

  @Test
  void limesurveyQuestionTexts() throws IOException {
    String headings =
        "\"How often?\u00a0 [You lack\ncompanionship]\",\"How often?  [You feel left out ]\","
            + "\"How often? [You feel isolated]\",\"Who?\",\"Who? [Other]\"";
    Path file = file(limesurvey(headings, "Hardly ever", "Some of the time", "Often"));
    String columns =
        "\"columns\": [\"How often? [You lack companionship]\","
            + " \"How often? [You feel left out ]\", \"How often? [You feel isolated]\"]";
    assertScores(run(file, OF_LIMESURVEY, columns), "ucla-3.total", 8, 5, MISSING);
    String refused =
        refusal(
            file, OF_LIMESURVEY, columns.replace("How often? [You lack", "How often [you lack"));
    assertTrue(refused.contains("did you mean How often? [You lack companionship]?"), refused);
  }

  @Test
  void limesurveyVv() throws IOException {
    String text =
        """
        id\tsubmitdate\tlastpage\tstartlanguage\ttoken\t"How often? [You lack companionship]"\t"How often? [You feel left out]"\t"How often? [You feel isolated]"\tRemarks
        id\tsubmitdate\tlastpage\tstartlanguage\ttoken\tUCLA_SQ001\tUCLA_SQ002\tUCLA_SQ003\tremarks
        1\t"2024-01-10 09:05:00"\t3\ten\ttok1\t3\t2\t3\t"one{newline}two {lbrace}x}"
        2\t"2024-01-11 09:05:00"\t3\ten\ttok2\t2\t2\t1\t
        3\t{question_not_shown}\t1\ten\ttok3\t2\t{question_not_shown}\t\t{question_not_shown}
        """;
    Path file = file("vvexport_1.csv", text, StandardCharsets.UTF_8);
    String data = "\"export\": \"limesurvey-vv\", \"id\": \"token\"";
    Outcome outcome = run(file, data, "\"columns\": \"UCLA_SQ00{n}\"");
    assertScores(outcome, "ucla-3.total", 8, 5, MISSING);
    assertArrayEquals(
        new double[] {8, 5, MISSING},
        totals(read(SurveyExport.LIMESURVEY_VV, file).data(), "UCLA_SQ00{n}"));
  }

  private static String kobo(String headings, String one, String two, String three) {
    return """
        "start";"end";%1$s;"_id";"_uuid";"_submission_time";"_validation_status";"_notes";"_status";"_submitted_by";"__version__";"_tags";"_index"
        "2024-01-10T09:00:00.000+00:00";"2024-01-10T09:05:00.000+00:00";"P1";"%4$s";"%3$s";"%4$s";"choir walks";"1";"1";"301";"a-1";"2024-01-10T09:05:10";"";"";"submitted_via_web";"";"v1";"";"1"
        "2024-01-11T09:00:00.000+00:00";"2024-01-11T09:05:00.000+00:00";"P2";"%3$s";"%3$s";"%2$s";"walks";"0";"1";"302";"a-2";"2024-01-11T09:05:10";"";"";"submitted_via_web";"";"v1";"";"2"
        "2024-01-12T09:00:00.000+00:00";"2024-01-12T09:05:00.000+00:00";"P3";"%3$s";"";"n/a";"";"";"";"303";"a-3";"2024-01-12T09:05:10";"";"";"submitted_via_web";"";"v1";"";"3"
        """
        .formatted(headings, one, two, three);
  }

  private static final String XML =
      "\"person/id\";\"lonely/ucla_1\";\"lonely/ucla_2\";\"lonely/ucla_3\";"
          + "\"groups\";\"groups/choir\";\"groups/walks\"";
  private static final String OF_KOBO = "\"export\": \"kobo\", \"id\": ";

  @Test
  void koboValuesAndLabels() throws IOException {
    Path values = file(kobo(XML, "1", "2", "3"));
    Outcome outcome = run(values, OF_KOBO + "\"person/id\"", "\"columns\": \"lonely/ucla_{n}\"");
    assertScores(outcome, "ucla-3.total", 8, 5, MISSING);
    assertArrayEquals(
        new double[] {8, 5, MISSING},
        totals(read(SurveyExport.KOBO, values).data(), "lonely/ucla_{n}"));
    String labels =
        "\"Your number\";\"How often do you lack companionship?\";\"How often do you feel left"
            + " out?\";\"How often do you feel isolated?\";\"Groups\";\"Groups/Choir\";\"Groups/Walks\"";
    Outcome labelled =
        run(
            file(kobo(labels, "1 - Hardly ever", "2 - Some of the time", "3 - Often")),
            OF_KOBO + "\"Your number\"",
            "\"columns\": [\"How often do you lack companionship?\", \"How often do you feel left"
                + " out?\", \"How often do you feel isolated?\"]");
    assertScores(labelled, "ucla-3.total", 8, 5, MISSING);
  }

  @Test
  void koboRepeatGroupsInAnotherSheet() throws IOException {
    Map<String, Dataset> sheets = new LinkedHashMap<>();
    sheets.put(
        "Survey",
        Dataset.builder()
            .texts("person/id", "P1", "P2")
            .numbers("_id", 301, 302)
            .texts("_uuid", "a-1", "a-2")
            .numbers("_index", 1, 2)
            .build());
    sheets.put(
        "visits",
        Dataset.builder()
            .numbers("visits/ucla_1", 3, 2, 2, 1)
            .numbers("visits/ucla_2", 2, 2, 2, 2)
            .numbers("visits/ucla_3", 3, 1, 2, 1)
            .numbers("visits/number", 1, 2, 1, 2)
            .numbers("_index", 1, 2, 3, 4)
            .texts("_parent_table_name", "Survey", "Survey", "Survey", "Survey")
            .numbers("_parent_index", 1, 1, 2, 2)
            .numbers("_submission__id", 301, 301, 302, 302)
            .build());
    Path file = folder.resolve("kobo.xlsx");
    Xlsx.write(sheets, file);
    Outcome outcome =
        run(
            file,
            OF_KOBO
                + "\"_submission__id\", \"sheet\": \"visits\", \"wave\": \"visits/number\","
                + " \"waves\": [\"1\", \"2\"]",
            "\"columns\": \"visits/ucla_{n}\"");
    assertScores(outcome, "ucla-3.total@1", 8, 6);
    assertScores(outcome, "ucla-3.total@2", 5, 4);
    String which = refusal(file, OF_KOBO + "\"person/id\"", "\"columns\": \"visits/ucla_{n}\"");
    assertTrue(which.contains("2 sheets with cells; name the one"), which);
  }

  private Path forms(boolean numbered) throws IOException {
    String[] often =
        numbered
            ? new String[] {"1 - Hardly ever", "2 - Some of the time", "3 - Often"}
            : new String[] {"Hardly ever", "Some of the time", "Often"};
    Path file = folder.resolve("Wellbeing check(1-3).xlsx");
    Xlsx.write(
        Dataset.builder()
            .numbers("ID", 1, 2, 3)
            .texts(
                "Start time", "2024-01-10T09:00:00", "2024-01-11T09:00:00", "2024-01-12T09:00:00")
            .texts(
                "Completion time",
                "2024-01-10T09:05:00",
                "2024-01-11T09:05:00",
                "2024-01-12T09:05:00")
            .texts("Email", "anonymous", "anonymous", "anonymous")
            .texts("Name", null, null, null)
            .texts("Last modified time", null, null, null)
            .texts("Your number\u00a0", "P1", "P2", "P3")
            .texts(
                "How often do you feel that you lack companionship?\u00a0",
                often[2],
                often[1],
                often[1])
            .texts("How often do you feel\u00a0left out?\n", often[1], often[1] + " ", null)
            .texts("How often do you feel isolated from others? ", often[2], often[0], null)
            .texts("Which groups do you belong to?\u00a0", "Choir;Walks;", "Walks;", null)
            .build(),
        file);
    return file;
  }

  private static final String OF_FORMS = "\"export\": \"microsoft-forms\", \"id\": \"Your number\"";
  private static final String QUESTIONS =
      "\"columns\": [\"How often do you feel that you lack companionship?\", \"How often do you feel"
          + " left out?\", \"How often do you feel isolated from others?\"]";

  @Test
  void microsoftForms() throws IOException {
    for (boolean numbered : new boolean[] {false, true}) {
      Outcome outcome = run(forms(numbered), OF_FORMS, QUESTIONS);
      assertScores(outcome, "ucla-3.total", 8, 5, MISSING);
    }
    Outcome groups =
        run(
            forms(false),
            OF_FORMS,
            QUESTIONS,
            ", \"groups\": [{\"name\": \"groups\", \"kinds\": [\"Which groups do you belong to?\"],"
                + " \"separator\": \";\", \"words\": {\"Choir\": \"music-and-arts\", \"Walks\": \"sport\"}}]");
    assertScores(groups, "groups", 2, 1, MISSING);
    String refused = refusal(forms(false), OF_FORMS, QUESTIONS.replace("left out?", "left out"));
    assertTrue(refused.contains("did you mean How often do you feel left out??"), refused);
  }

  @Test
  void googleForms() throws IOException {
    String text =
        """
        Timestamp,Username,Your number,How often do you feel like this? [I lack companionship],How often do you feel like this? [I feel left out],How often do you feel like this? [I feel isolated],Which groups do you belong to?
        1/10/2024 9:05:00,a@example.org,P1,Often,Some of the time,Often,"Choir, Walks"
        1/11/2024 9:05:00,b@example.org,P2,Some of the time,Some of the time,Hardly ever,Walks
        1/12/2024 9:05:00,c@example.org,P3,Some of the time,,,
        """;
    Outcome outcome =
        run(
            file(text),
            "\"export\": \"google-forms\", \"id\": \"Your number\"",
            "\"columns\": [\"How often do you feel like this? [I lack companionship]\", \"How often do"
                + " you feel like this? [I feel left out]\", \"How often do you feel like this? [I feel"
                + " isolated]\"]",
            ", \"groups\": [{\"name\": \"groups\", \"kinds\": [\"Which groups do you belong to?\"],"
                + " \"separator\": \",\", \"words\": {\"Choir\": \"music-and-arts\", \"Walks\": \"sport\"}}]");
    assertScores(outcome, "ucla-3.total", 8, 5, MISSING);
    assertScores(outcome, "groups", 2, 1, MISSING);
  }

  /** Made-up words: an authorised translation has to be taken from whoever holds it. */
  private static final Instrument IN_GERMAN =
      Instruments.UCLA_3.withWording(
          new Wording(
              "de",
              Optional.empty(),
              Optional.empty(),
              Map.of(),
              Map.of("hardly-ever", "Fast nie", "some-of-the-time", "Manchmal", "often", "Oft"),
              Optional.empty()));

  @Test
  void wordsOfAnotherLanguage() throws IOException {
    Path file =
        file(
            limesurvey(CODES, "Fast nie", "Manchmal", "Oft")
                .replaceFirst("\"Oft\"", "\"3 - oft \""));
    assertArrayEquals(
        new double[] {8, 5, MISSING},
        Scorer.batch()
            .instrument(IN_GERMAN, "UCLA[SQ00{n}]", Coding.ofWords(IN_GERMAN, "de"))
            .score(read(SurveyExport.LIMESURVEY, file).data())
            .numbers("ucla-3.total"));
    Outcome outcome =
        run(
            file,
            OF_LIMESURVEY,
            "\"columns\": \"UCLA[SQ00{n}]\", \"coding\": {\"Fast nie\": 1, \"Manchmal\": 2, \"Oft\":"
                + " 3}");
    assertScores(outcome, "ucla-3.total", 8, 5, MISSING);
    String refused = refusal(file, OF_LIMESURVEY, "\"columns\": \"UCLA[SQ00{n}]\"");
    assertTrue(refused.contains("\"coding\""), refused);
  }

  @Test
  void redcapRowsByACondition() throws IOException {
    Outcome outcome =
        run(
            file(REDCAP),
            REDCAP_WAVES + ", \"where\": {\"ucla_complete\": 2}",
            "\"columns\": \"u_{n}\"",
            ", \"person\": [\"age\"]");
    assertScores(outcome, "ucla-3.total@baseline", 8, MISSING, 9);
    assertScores(outcome, "ucla-3.total@month_3", 5, 4, 8);
    assertScores(outcome, "age", 40, 61, 55);
  }

  @Test
  void whatAFileLooksLikeIsToldWhereThePlanSaysNothing() throws IOException {
    String redcap =
        refusal(
            file(REDCAP),
            REDCAP_WAVES
                .replace("\"export\": \"redcap\", ", "")
                .replace("\"baseline\", \"month_3\"", "\"baseline_arm_1\", \"month_3_arm_1\""),
            "\"columns\": \"u_{n}\"");
    assertTrue(redcap.contains("\"export\": \"redcap\" chooses its rows"), redcap);
    assertTrue(redcap.contains("rows of others are left out with \"where\""), redcap);
    Outcome qualtrics =
        run(file(NUMERIC), "\"id\": \"ResponseId\", \"missing\": [-99]", "\"columns\": \"Q1_{n}\"");
    assertScores(qualtrics, "ucla-3.total", 9, 8, 5, MISSING);
    assertTrue(notes(qualtrics).contains("1 row is probably a preview or test"), notes(qualtrics));
  }

  /** The table of the plans' page: what goes with an export. */
  @Test
  void everyOtherFieldGoesWithAnExport() throws IOException {
    String columns = "\"columns\": \"Q1_{n}\"";
    Path commas = file(NUMERIC);
    for (String field :
        List.of(
            "\"separator\": \",\"",
            "\"decimal\": \".\"",
            "\"encoding\": \"UTF-8\"",
            "\"formulaMarks\": \"apostrophe\"",
            "\"skip\": {\"rows\": 2}",
            "\"skip\": {\"where\": {\"Progress\": 7}}",
            "\"missing\": [\"NA\", -99, -98]",
            "\"where\": {\"Progress\": {\"atLeast\": 50}}",
            "\"unifySpelling\": {\"ResponseId\": [\"capitals\"]}",
            "\"invalid\": \"missing\"")) {
      Outcome outcome = run(commas, OF_QUALTRICS + ", " + field, columns);
      assertArrayEquals(new double[] {8, 5, MISSING}, of(outcome, "ucla-3.total"), field);
    }
    assertTrue(
        refusal(commas, OF_QUALTRICS + ", \"missing\": [\"NA\"]", columns).contains("Q1_2"),
        "codes of the plan are in the place of the program's");
    assertScores(
        run(sheet(NUMERIC), OF_QUALTRICS + ", \"sheet\": \"Data\"", columns),
        "ucla-3.total",
        8,
        5,
        MISSING);
    String vv =
        refusal(sheet(NUMERIC), "\"export\": \"limesurvey-vv\", \"id\": \"ResponseId\"", columns);
    assertTrue(vv.contains("the file is no text"), vv);
    String repeating = refusal(commas, OF_QUALTRICS + ", \"repeating\": \"ucla\"", columns);
    assertTrue(repeating.contains("only with \"export\": \"redcap\""), repeating);
    String unnamed = refusal(commas, "\"export\": \"redcap\"", columns);
    assertTrue(unnamed.contains("name the column that says whose row it is"), unnamed);
  }

  @Test
  void exportsWithWavesSideBySideAndSpelledDifferently() throws IOException {
    String text =
        """
        record_id,redcap_repeat_instrument,redcap_repeat_instance,a1,a2,a3,b1,b2,b3,med
        1,,,3,2,3,2,2,1,
        1,medication,1,,,,,,,aspirin
        2,,,2,2,2,1,2,1,
        """;
    Outcome beside =
        run(
            file(text),
            "\"export\": \"redcap\", \"id\": \"record_id\"",
            "\"columns\": {\"t0\": \"a{n}\", \"t1\": \"b{n}\"}");
    assertScores(beside, "ucla-3.total@change", -3, -2);
    Outcome spelled =
        run(
            file(REDCAP.replace("2,month_3_arm_1", "2,Month_3_arm_1")),
            REDCAP_WAVES + ", \"unifySpelling\": {\"redcap_event_name\": [\"capitals\"]}",
            "\"columns\": \"u_{n}\"");
    assertScores(spelled, "ucla-3.total@change", -3, -2, -1);
  }

  @Test
  void redcapAnswersOfAnotherEventAreNeverThoseOfAWave() throws IOException {
    String text =
        """
        record_id,redcap_event_name,u_1,u_2,u_3,sex
        1,baseline_arm_1,,,,
        1,month_3_arm_1,,,,
        1,month_12_arm_1,3,2,3,1
        2,baseline_arm_1,,,,
        2,month_3_arm_1,,,,
        2,month_12_arm_1,2,2,2,2
        """;
    String refused =
        assertThrows(
                Refusal.class,
                () ->
                    run(
                        file(text),
                        REDCAP_WAVES,
                        "\"columns\": \"u_{n}\"",
                        ", \"keep\": [\"u_1\", \"u_2\", \"u_3\", \"sex\"]"))
            .getMessage();
    assertTrue(
        refused.contains("u_1") && refused.contains("only in rows that are left out"), refused);
  }
}
