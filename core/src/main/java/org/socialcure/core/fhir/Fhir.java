package org.socialcure.core.fhir;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.answer.Responses;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Instruments;
import org.socialcure.core.instrument.Scale;
import org.socialcure.core.instrument.Wording;
import org.socialcure.core.internal.fhir.InstrumentCodes;
import org.socialcure.core.internal.fhir.ScoreExpression;

/**
 * FHIR R4 in and out, and how it is to be written.
 *
 * <p>The canonical addresses of questionnaires and code systems begin with a base that the caller
 * owns: {@code base/Questionnaire/ucla-3|2004}. One base should have one language and one kind of
 * weights, since all of a canonical address's copies are taken to be the same.
 *
 * <p>What is read is read strictly: unknown items, two answers to one item, codes without or of
 * another system, and fields that FHIR does not have are refused all at once, each by its path. No
 * message holds an answer or an identifier. Whatever the text is, it is read or refused with an
 * {@link InvalidInputException}, in time and memory that grow with its length, and not beyond 1,000
 * levels of depth.
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class Fhir {
  private final String base;
  private final Optional<String> language;
  private final WeightExtension weights;
  private final List<Instrument> own;

  private Fhir(
      String base, Optional<String> language, WeightExtension weights, List<Instrument> own) {
    this.base = base;
    this.language = language;
    this.weights = weights;
    this.own = own;
  }

  /**
   * FHIR with a base for its addresses, short labels for texts and {@link
   * WeightExtension#ORDINAL_VALUE}.
   *
   * @param base what the addresses of questionnaires and code systems begin with, {@code
   *     "https://example.org/fhir"}; not null
   * @return the settings
   * @throws InvalidInputException if the base is no address, or has a slash at its end
   */
  public static Fhir at(String base) {
    Objects.requireNonNull(base, "base");
    if (!base.matches("https?://[^\\s|#?\"<>\\\\^`{}/]+(/[^\\s|#?\"<>\\\\^`{}/]+)*")) {
      throw new InvalidInputException(
          "base", "must be an address without a slash at its end, as in https://example.org/fhir");
    }
    return new Fhir(base, Optional.empty(), WeightExtension.ORDINAL_VALUE, List.of());
  }

  /**
   * These settings with texts in a language, for instruments that {@linkplain
   * Instrument#wording(String) have} it; the others keep their labels.
   *
   * @param tag the language as a BCP 47 tag, {@code "cy-GB"}; not null
   * @return the changed settings
   */
  public Fhir withLanguage(String tag) {
    return new Fhir(base, Optional.of(tag), weights, own);
  }

  /**
   * These settings with another name for the values of options.
   *
   * @param extension the name; not null
   * @return the changed settings
   */
  public Fhir withWeights(WeightExtension extension) {
    return new Fhir(base, language, Objects.requireNonNull(extension, "extension"), own);
  }

  /**
   * These settings with instruments of the caller's own, whose responses are to be read: such as
   * are not built in, and other versions of those that are.
   *
   * @param instruments the instruments; each takes the place of a built-in one of the same id and
   *     version; not null
   * @return the changed settings
   * @throws InvalidInputException if two of them have the same id and version
   */
  public Fhir withInstruments(Collection<Instrument> instruments) {
    List<Instrument> all = new ArrayList<>(own);
    for (Instrument instrument : instruments) {
      String canonical = codes(instrument).canonical();
      if (all.stream().anyMatch(other -> codes(other).canonical().equals(canonical))) {
        throw new InvalidInputException(
            instrument.id(), "is there already in this version; give one of the two another");
      }
      all.add(instrument);
    }
    return new Fhir(base, language, weights, List.copyOf(all));
  }

  /**
   * What the addresses begin with.
   *
   * @return the base
   */
  public String base() {
    return base;
  }

  /**
   * The address of an instrument's questionnaire with its version, as responses name it. An
   * instrument with a {@linkplain Instrument#withMissing rule for missing answers that was asked
   * for} is another form, with the rule after its version.
   *
   * @param instrument the instrument; not null
   * @return {@code "https://example.org/fhir/Questionnaire/ucla-3|2004"}
   */
  public String canonical(Instrument instrument) {
    return codes(instrument).canonical();
  }

  /**
   * The questionnaire of an instrument. Each scale has an item that cannot be filled in, with the
   * expression that computes it, or, where FHIRPath cannot say it, stands among those that the
   * description calls not computed.
   *
   * @param instrument the instrument; not null
   * @return a {@code Questionnaire}
   * @throws InvalidInputException if the instrument carries a code of LOINC that is of a measure in
   *     the opposite direction
   */
  public FhirResource questionnaire(Instrument instrument) {
    return definition(instrument).questionnaire();
  }

  /**
   * The codes of an instrument's options, items, scales and bands.
   *
   * @param instrument the instrument; not null
   * @return a {@code CodeSystem}
   * @throws InvalidInputException as {@link #questionnaire} does
   */
  public FhirResource codeSystem(Instrument instrument) {
    return definition(instrument).codeSystem();
  }

  private DefinitionWriter definition(Instrument instrument) {
    return new DefinitionWriter(instrument, codes(instrument), wording(instrument), weights);
  }

  /**
   * How a form computes a scale, in FHIRPath on the response. The result is empty on a form that
   * the scale's rule for missing answers does not permit to score.
   *
   * @param instrument the instrument; not null
   * @param scale a scale of it; not null
   * @return the expression; empty if FHIRPath cannot say how the scale is scored, which is so for
   *     tables of more than 200 entries
   */
  public Optional<String> calculatedExpression(Instrument instrument, Scale scale) {
    return ScoreExpression.of(codes(instrument), instrument, scale);
  }

  /**
   * Responses as FHIR has them.
   *
   * @param responses the responses; not null
   * @param details about whom, when and by whom; not null
   * @return a {@code QuestionnaireResponse}
   */
  public FhirResource response(Responses responses, ResponseDetails details) {
    Instrument instrument = responses.instrument();
    return new ResponseWriter(responses, codes(instrument), wording(instrument)).response(details);
  }

  /**
   * Reads a response to a questionnaire of this base: to the instruments that were {@linkplain
   * #withInstruments given}, or one that is built in.
   *
   * <p>An answer is a code of the instrument's code system, or, for options with values, their
   * value as {@code valueInteger} or {@code valueDecimal}. A weight beside an answer has to be the
   * one of its option. Scores that the form computed are passed over.
   *
   * @param json a {@code QuestionnaireResponse}; not null
   * @return the responses and what is said beside them
   * @throws InvalidInputException with everything that is wrong
   */
  public FilledQuestionnaire read(String json) {
    return reader(json, null);
  }

  /**
   * Reads a response to the questionnaire of an instrument. The response may leave out which
   * questionnaire it is to, but may not name another.
   *
   * @param json a {@code QuestionnaireResponse}; not null
   * @param instrument the instrument; not null
   * @return the responses and what is said beside them
   * @throws InvalidInputException with everything that is wrong
   */
  public FilledQuestionnaire read(String json, Instrument instrument) {
    return reader(json, Objects.requireNonNull(instrument, "instrument"));
  }

  private FilledQuestionnaire reader(String json, @Nullable Instrument given) {
    Objects.requireNonNull(json, "json");
    List<Instrument> known =
        given != null
            ? List.of(given)
            : Stream.concat(own.stream(), Instruments.all().stream().filter(this::isNotReplaced))
                .toList();
    return new ResponseReader(base, known, given != null).read(json);
  }

  private boolean isNotReplaced(Instrument builtIn) {
    return own.stream()
        .filter(mine -> mine.id().equals(builtIn.id()))
        .noneMatch(mine -> canonical(mine).equals(canonical(builtIn)));
  }

  private InstrumentCodes codes(Instrument instrument) {
    return new InstrumentCodes(base, instrument);
  }

  private Optional<Wording> wording(Instrument instrument) {
    return language.flatMap(instrument::wording);
  }

  /**
   * How FHIR is written.
   *
   * @return {@code "FHIR R4 at https://example.org/fhir, in en, weights as ordinalValue"}
   */
  @Override
  public String toString() {
    return "FHIR R4 at "
        + base
        + language.map(tag -> ", in " + tag).orElse("")
        + ", weights as "
        + weights.url().substring(weights.url().lastIndexOf('/') + 1);
  }
}
