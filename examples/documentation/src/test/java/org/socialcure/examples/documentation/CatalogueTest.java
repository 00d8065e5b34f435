package org.socialcure.examples.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.socialcure.core.instrument.Instruments;

/**
 * The page of the catalogue is what the definitions say today. {@code mvn test -pl
 * examples/documentation -am -Dtest=CatalogueTest -Dcatalogue=write} writes it anew.
 */
class CatalogueTest {
  private static final Path PAGE =
      Repository.root().resolve("examples/documentation/INSTRUMENTS.md");

  @Test
  void thePageIsCurrent() throws IOException {
    String page = Catalogue.page();
    if ("write".equals(System.getProperty("catalogue"))) {
      Files.writeString(PAGE, page);
    }
    assertEquals(
        page,
        Files.readString(PAGE),
        "the definitions have changed; write the page anew with -Dcatalogue=write");
  }

  @Test
  void everyInstrumentIsOnIt() {
    String page = Catalogue.page();
    Instruments.all().forEach(it -> assertTrue(page.contains(it.id()), it.id()));
    Instruments.onRequest().forEach(it -> assertTrue(page.contains(it.id()), it.id()));
    assertTrue(page.contains("unverified (recalled)"));
  }
}
