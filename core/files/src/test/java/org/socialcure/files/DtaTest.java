package org.socialcure.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.socialcure.core.data.CsvOptions;
import org.socialcure.core.data.Dataset;

/** Stata files as haven writes them, against what haven reads in them again. */
class DtaTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"people-117.dta", "people-118.dta", "people-119.dta"})
  void givesWhatHavenReads(String name) {
    LabelledData read = DataFiles.read(TestFiles.copy(name, folder));

    Dataset haven =
        Dataset.readCsv(
            TestFiles.copy(name.replace("119", "118") + ".csv", folder),
            CsvOptions.defaults().withMissing());
    SavTest.assertSameCells(haven, read.data());
    assertEquals("How often lonely", read.data().label("lonely"));
    assertEquals(
        "1 = Hardly ever, 2 = Some of the time, 3 = Often, .a = Refused",
        read.valueLabels().get("lonely").toString());
    assertEquals(Map.of("lonely", Map.of(".a", 1, ".z", 1)), read.missingCodes());
  }

  @Test
  void moreThan32767VariablesAreVersion119() throws IOException {
    byte[] packed = TestFiles.bytes("wide-119.dta.gz");
    byte[] bytes;
    try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      bytes = in.readAllBytes();
    }
    assertEquals("119", new String(bytes, 28, 3, StandardCharsets.US_ASCII));

    Dataset read = DataFiles.read(TestFiles.write(folder.resolve("wide.dta"), bytes)).data();

    assertEquals(33_000, read.names().size());
    assertEquals(33_000 % 90, read.number("V33000", 0).orElseThrow());
  }

  @Test
  void olderVersionsAreNamed() {
    assertTrue(
        Refused.only(() -> DataFiles.read(TestFiles.copy("old.dta", folder)))
            .contains("Stata 12 or older"));
  }

  @Test
  void theEncodingCanBeToldOnlyWhereTheFormatLeavesItOpen() {
    FileOptions latin = FileOptions.defaults().withEncoding(StandardCharsets.ISO_8859_1);
    assertEquals(6, DataFiles.read(TestFiles.copy("people-117.dta", folder), latin).data().rows());
    assertEquals(
        "encoding: has no place here: Stata files of this version are UTF-8; leave it out",
        Refused.only(() -> DataFiles.read(TestFiles.copy("people-118.dta", folder), latin)));
  }
}
