package org.socialcure.core.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.data.CsvOptions;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.data.ReadData;

/** What is known of each program's files. */
class SurveyExportTest {
  private static ReadData read(SurveyExport from, String text) {
    ReadData read = Dataset.readCsvAll(new StringReader(text), from.options());
    return new ReadData(from.tidied(read.data()), read.summary());
  }

  @ParameterizedTest
  @CsvSource({
    "QUALTRICS, -99",
    "LIMESURVEY, N/A",
    "LIMESURVEY_VV, {question_not_shown}",
    "KOBO, n/a"
  })
  void whatMeansNoAnswer(SurveyExport from, String code) {
    String top = from == SurveyExport.LIMESURVEY_VV ? "Texts\tof questions\n" : "";
    String text = top + "id\tu\n1\t" + code + "\n2\t3\n3\tNA\n";
    assertArrayEquals(
        new double[] {Double.NaN, 3, Double.NaN}, read(from, text).data().numbers("u"));
  }

  @ParameterizedTest
  @EnumSource(SurveyExport.class)
  void headingsHaveNoBlanksThatCannotBeSeen(SurveyExport from) {
    Dataset data =
        Dataset.builder()
            .numbers("\u00a0How old\u00a0 are\nyou?\u200b ", 40)
            .numbers("Twice", 1)
            .numbers("Twice ", 2)
            .numbers("plain", 3)
            .build();
    Dataset tidied = from.tidied(data);
    assertEquals(List.of("How old are you?", "plain"), tidied.names());
    assertTrue(tidied.absence("Twice").orElseThrow().contains("2 columns"));
    assertTrue(tidied.remarks().toString().contains("Twice"), tidied.remarks()::toString);
  }

  @ParameterizedTest
  @CsvSource({"1", "2", "9", "17", "Survey Preview", "Survey Test", "Offline Survey Preview"})
  void previewsAreNobodysAnswers(String status) {
    ReadData read =
        read(SurveyExport.QUALTRICS, "id,Status\na," + status + "\nb,0\nc,IP Address\nd,Spam\n");
    assertEquals(3, read.data().rows());
    String remarks = read.data().remarks().toString();
    assertTrue(remarks.contains("1 row is a preview or test"), remarks);
    String all = "id,Status\na," + status + "\n";
    assertThrows(InvalidInputException.class, () -> read(SurveyExport.QUALTRICS, all));
    assertEquals(1, read(SurveyExport.KOBO, all).data().rows(), "a column of somebody's own");
  }

  @Test
  void importIdsAreHeadingsInSpreadsheetsToo() {
    Dataset sheet =
        Dataset.builder()
            .texts("u", "How lonely?", "{\"ImportId\":\"QID1\"}", "3", "1")
            .texts("id", "Response ID", "{\"ImportId\":\"_recordId\"}", "R_1", "R_2")
            .build();
    ReadData read = SurveyExport.QUALTRICS.rules().applyTo(sheet);
    assertArrayEquals(new double[] {3, 1}, read.data().numbers("u"));
    assertEquals(2, read.summary().headingRows());
    ReadData all = SurveyExport.QUALTRICS.rules().withSkippedRows(0).applyTo(sheet);
    assertEquals(4, all.data().rows(), "told that they are none");
    Dataset short1 = sheet.take(1);
    assertThrows(InvalidInputException.class, () -> SurveyExport.QUALTRICS.rules().applyTo(short1));
  }

  @Test
  void whatTheCallerSaysCountsBeforeIt() {
    CsvOptions options = SurveyExport.QUALTRICS.options().withMissing("-1");
    Dataset data = Dataset.readCsv(new StringReader("u\n-99\n-1\n"), options);
    assertArrayEquals(new double[] {-99, Double.NaN}, data.numbers("u"));
    assertFalse(SurveyExport.REDCAP.options().separator().isPresent());
  }

  @Test
  void previewsAreToldByTheirChannelToo() {
    String text = "id,DistributionChannel\na,preview\nb,anonymous\nc,test\n";
    assertEquals(1, read(SurveyExport.QUALTRICS, text).data().rows());
    assertEquals(3, read(SurveyExport.LIMESURVEY, text).data().rows());
  }
}
