package org.socialcure.core.instrument;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.json.Json;

/**
 * What every built-in definition must keep to, so that a new one is checked as soon as its file
 * exists.
 */
class InstrumentResourcesTest {
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(Instruments.definitionSchema());

  static Stream<Instrument> all() {
    return Stream.concat(Instruments.all().stream(), Instruments.onRequest().stream());
  }

  @Test
  void everyFileIsListedAndEveryListedInstrumentHasItsFile() throws Exception {
    Set<String> files;
    try (Stream<Path> found = Files.list(folder())) {
      files =
          found
              .map(path -> path.getFileName().toString())
              .filter(name -> name.endsWith(".json") && !name.endsWith(".schema.json"))
              .map(name -> name.substring(0, name.length() - ".json".length()))
              .collect(Collectors.toCollection(TreeSet::new));
    }
    assertEquals(files, all().map(Instrument::id).collect(Collectors.toCollection(TreeSet::new)));
  }

  @ParameterizedTest
  @MethodSource("all")
  void fitsTheSchema(Instrument instrument) {
    assertEquals(List.of(), SCHEMA.validate(resource(instrument.id() + ".json"), InputFormat.JSON));
    assertEquals(List.of(), SCHEMA.validate(Json.write(instrument), InputFormat.JSON));
  }

  /** A rule that was asked for by its name is written with the instrument. */
  @Test
  void anInstrumentByAnotherRuleForMissingAnswersFitsTheSchema() {
    Instrument half = Instruments.ULS_8.withMissing(MissingOverride.AT_LEAST_HALF);
    String json = Json.write(half);
    assertEquals(half, Json.read(json, Instrument.class));
    assertEquals(List.of(), SCHEMA.validate(json, InputFormat.JSON));
    String asPublished =
        json.replaceFirst(
            "\"missing\": \\{\\s*\"kind\": \"overridden\",\\s*\"override\": (\\{(?s:.)*?\\}(?s:.)*?)\\}\\s*\\},",
            "\"missingOverrides\": [$1}],");
    assertNotEquals(json, asPublished);
    assertFalse(SCHEMA.validate(asPublished, InputFormat.JSON).isEmpty());
    assertThrows(InvalidInputException.class, () -> Json.read(asPublished, Instrument.class));
  }

  @ParameterizedTest
  @MethodSource("all")
  void comesBackUnchangedFromJson(Instrument instrument) {
    assertEquals(instrument, Json.read(Json.write(instrument), Instrument.class));
  }

  @ParameterizedTest
  @MethodSource("all")
  void givesTheEvidenceForEveryFact(Instrument instrument) {
    for (Fact fact : Fact.values()) {
      if (!fact.isOfScale() && fact != Fact.WORDING) {
        assertNotEquals(
            Evidence.NOT_STATED, instrument.evidence(fact), instrument.id() + " " + fact);
      }
    }
    for (Scale scale : instrument.scales()) {
      assertNotEquals(Evidence.NOT_STATED, scale.evidence(Fact.SCORING));
      assertNotEquals(Evidence.NOT_STATED, scale.evidence(Fact.MISSING_RULE));
      for (BandScheme scheme : scale.bandSchemes()) {
        assertNotEquals(Evidence.NOT_STATED, scheme.evidence());
      }
      assertTrue(
          scale.defaultBands().stream().allMatch(scheme -> scheme.evidence().isSourced()),
          "bands that are known from memory only are never the default");
    }
    assertNotEquals(Evidence.NOT_STATED, instrument.licence().evidence());
    instrument.citations().forEach(c -> assertNotEquals(Evidence.NOT_STATED, c.evidence()));
    instrument.norms().forEach(norm -> assertNotEquals(Evidence.NOT_STATED, norm.evidence()));
    instrument.reliabilities().forEach(r -> assertNotEquals(Evidence.NOT_STATED, r.evidence()));
    assertFalse(instrument.citations().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("all")
  void shipsWordingOnlyWhereItIsOpenAndThenWithItsEvidenceAndAttribution(Instrument instrument) {
    boolean worded = !instrument.wordings().isEmpty();
    assertEquals(worded, instrument.licence().status() == Licence.Status.OPEN);
    assertTrue(!worded || instrument.licence().attribution().isPresent());
    assertEquals(worded, instrument.evidence(Fact.WORDING) != Evidence.NOT_STATED);
  }

  @ParameterizedTest
  @MethodSource("all")
  void normsLieInTheRangeOfTheirScale(Instrument instrument) {
    for (Norm norm : instrument.norms()) {
      assertTrue(instrument.range(instrument.scale(norm.scale())).contains(norm.mean()));
    }
  }

  /** Guards against a schema that lets everything through. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"id\": \"ucla-3\", > \"id\": \"UCLA 3\",",
        "\"id\": \"ucla-3\", > \"id\": \"ucla-3\", \"unknown\": 1,",
        "\"scoring\": \"sum\", > \"scoring\": \"total\",",
        "\"scoring\": \"sum\", > \"scoring\": { \"kind\": \"linear\", \"of\": \"sum\" },",
        "\"missing\": \"all-required\", > \"missing\": { \"kind\": \"at-most\", \"missing\": 0 },",
        "\"value\": 2, > \"value\": \"2\",",
        "\"from\": 6 > \"from\": 6, \"above\": 5",
        "\"evidence\": \"one\",\n          \"use\": \"on-request\","
            + " > \"evidence\": \"memory-only\", \"use\": \"default\",",
        "\"doi\": \"10.1177/0164027504268574\", > \"doi\": \"doi:10.1177/0164027504268574\","
      })
  void theSchemaRefusesWhatTheReaderRefuses(String change) {
    String[] sides = change.split(" > ");
    String text = resource("ucla-3.json");
    assertTrue(text.contains(sides[0]), "the definition does not hold " + sides[0]);
    String changed = text.replace(sides[0], sides[1]);
    assertFalse(SCHEMA.validate(changed, InputFormat.JSON).isEmpty());
    assertThrows(InvalidInputException.class, () -> Json.read(changed, Instrument.class));
  }

  private static Path folder() throws URISyntaxException {
    return Path.of(Objects.requireNonNull(Instruments.class.getResource("ucla-3.json")).toURI())
        .getParent();
  }

  static String resource(String name) {
    try (InputStream in = Instruments.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new AssertionError(broken);
    }
  }
}
