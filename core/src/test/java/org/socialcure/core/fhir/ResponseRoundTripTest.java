package org.socialcure.core.fhir;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.socialcure.core.answer.Answer;
import org.socialcure.core.answer.Responses;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Instruments;
import org.socialcure.core.instrument.Item;
import org.socialcure.core.instrument.Targeting;

/** What is written is read as the same. */
class ResponseRoundTripTest {
  private static final Fhir FHIR = Fhir.at("https://example.org/fhir").withLanguage("en");

  @Provide
  Arbitrary<Instrument> instruments() {
    return Arbitraries.of(Instruments.all());
  }

  @Provide
  Arbitrary<ResponseDetails> details() {
    return Arbitraries.of(
        ResponseDetails.EMPTY.withStatus(ResponseStatus.COMPLETED),
        ResponseDetails.EMPTY.withStatus(ResponseStatus.IN_PROGRESS).withId("r-1.2"),
        ResponseDetails.EMPTY
            .withStatus(ResponseStatus.AMENDED)
            .withSubject(FhirReference.to("Patient/1"))
            .withAuthored(LocalDate.of(2019, 11, 26)),
        ResponseDetails.EMPTY
            .withStatus(ResponseStatus.STOPPED)
            .withSubject(FhirReference.identifiedBy("https://example.org/people", "p 1"))
            .withAuthor(FhirReference.to("Practitioner/2"))
            .withAuthored(OffsetDateTime.parse("2019-11-26T14:30:00+01:00")));
  }

  @Property
  void responsesAreReadAsTheyWereWritten(
      @ForAll("instruments") Instrument instrument,
      @ForAll("details") ResponseDetails details,
      @ForAll long seed) {
    Random chance = new Random(seed);
    double missing = chance.nextDouble();
    Map<String, Answer> answers = new LinkedHashMap<>();
    for (Item item : instrument.items()) {
      answers.put(
          item.id(),
          chance.nextDouble() < missing
              ? Answer.Missing.values()[chance.nextInt(4)]
              : new Answer.Given(item.options().get(chance.nextInt(item.options().size()))));
    }
    Optional<String> target =
        instrument.targeting() == Targeting.GROUP ? Optional.of("community") : Optional.empty();
    Responses responses = Responses.of(instrument, target, answers);
    FhirResource written = FHIR.response(responses, details);
    FilledQuestionnaire expected = new FilledQuestionnaire(responses, details);
    assertEquals(expected, FHIR.read(written.json()));
    assertEquals(expected, FHIR.read(written.jsonLine(), instrument));
    assertEquals(written, FhirResource.parse(written.json()));
  }
}
