package org.socialcure.core.instrument;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.internal.Nearest;

/**
 * The built-in instruments.
 *
 * <p>Each is one JSON resource beside this class, in the form that own instruments are written in,
 * and is read when it is first asked about. An instrument that is not here is read with {@code
 * Json.read(text, Instrument.class)} and works in every place that these do.
 *
 * @since 0.1
 */
public final class Instruments {
  /** The Three-Item Loneliness Scale, with the adult options of the national statistics. */
  public static final Instrument UCLA_3 = builtIn("ucla-3");

  /** The eight-item short form of the UCLA Loneliness Scale. */
  public static final Instrument ULS_8 = builtIn("uls-8");

  /** The UCLA Loneliness Scale, Version 3, twenty items. */
  public static final Instrument UCLA_20 = builtIn("ucla-20");

  /** The revised UCLA Loneliness Scale of 1980, whose keys are not those of Version 3. */
  public static final Instrument UCLA_20_REVISED = builtIn("ucla-20-revised");

  /** The first UCLA Loneliness Scale, of 1978, which has no reversed items. */
  public static final Instrument UCLA_20_ORIGINAL = builtIn("ucla-20-original");

  /** The direct question on loneliness of the national statistics. */
  public static final Instrument DIRECT_LONELINESS = builtIn("direct-loneliness");

  /** The De Jong Gierveld Loneliness Scale, six items. */
  public static final Instrument DE_JONG_GIERVELD_6 = builtIn("de-jong-gierveld-6");

  /** The De Jong Gierveld Loneliness Scale, eleven items. */
  public static final Instrument DE_JONG_GIERVELD_11 = builtIn("de-jong-gierveld-11");

  /** The Lubben Social Network Scale, six items. */
  public static final Instrument LSNS_6 = builtIn("lsns-6");

  /** The Group Identification Scale, asked about one group at a time. */
  public static final Instrument GROUP_IDENTIFICATION = builtIn("group-identification");

  /** The Four-Item Measure of Social Identification, asked about one group at a time. */
  public static final Instrument FISI = builtIn("fisi");

  /** The Single-Item Measure of Social Identification, asked about one group at a time. */
  public static final Instrument SISI = builtIn("sisi");

  /** The multiple group memberships of the Exeter Identity Transition Scales. */
  public static final Instrument MULTIPLE_GROUPS = builtIn("multiple-groups");

  /** The Brief Sense of Community Scale, with its four facets. */
  public static final Instrument BRIEF_SENSE_OF_COMMUNITY = builtIn("brief-sense-of-community");

  /** The question on belonging to the local community of the Canadian Community Health Survey. */
  public static final Instrument COMMUNITY_BELONGING = builtIn("community-belonging");

  /** The question on belonging to the immediate neighbourhood of the Community Life Survey. */
  public static final Instrument NEIGHBOURHOOD_BELONGING = builtIn("neighbourhood-belonging");

  /** The Oslo Social Support Scale, three items. */
  public static final Instrument OSSS_3 = builtIn("osss-3");

  /** The Multidimensional Scale of Perceived Social Support. */
  public static final Instrument MSPSS = builtIn("mspss");

  /** The Perceived Stress Scale, ten items. */
  public static final Instrument PSS_10 = builtIn("pss-10");

  /** The Perceived Stress Scale, four items. */
  public static final Instrument PSS_4 = builtIn("pss-4");

  /** The four questions on personal wellbeing of the national statistics, which have no total. */
  public static final Instrument ONS4 = builtIn("ons4");

  /** The Short Warwick-Edinburgh Mental Wellbeing Scale. */
  public static final Instrument SWEMWBS = builtIn("swemwbs");

  /** The WHO-5 Well-Being Index. */
  public static final Instrument WHO_5 = builtIn("who-5");

  /** The nine-item Patient Health Questionnaire on depression. */
  public static final Instrument PHQ_9 = builtIn("phq-9");

  /** The Patient Health Questionnaire without its ninth item. */
  public static final Instrument PHQ_8 = builtIn("phq-8");

  /** Two items on anxiety and two on depression. */
  public static final Instrument PHQ_4 = builtIn("phq-4");

  /** The first two items of the Patient Health Questionnaire. */
  public static final Instrument PHQ_2 = builtIn("phq-2");

  /** The seven-item Generalised Anxiety Disorder scale. */
  public static final Instrument GAD_7 = builtIn("gad-7");

  /** The first two items of the Generalised Anxiety Disorder scale. */
  public static final Instrument GAD_2 = builtIn("gad-2");

  /** The Warwick-Edinburgh Mental Wellbeing Scale. */
  public static final Instrument WEMWBS = builtIn("wemwbs");

  /** The Satisfaction With Life Scale. */
  public static final Instrument SWLS = builtIn("swls");

  /** The Depression Anxiety Stress Scales, 21 items. */
  public static final Instrument DASS_21 = builtIn("dass-21");

  /** The EQ-5D with five levels. */
  public static final Instrument EQ_5D_5L = builtIn("eq-5d-5l");

  /** The EQ-5D with three levels. */
  public static final Instrument EQ_5D_3L = builtIn("eq-5d-3l");

  /** The visual analogue scale of the EQ-5D. */
  public static final Instrument EQ_VAS = builtIn("eq-vas");

  /** The ICEpop capability measure for adults, a profile. */
  public static final Instrument ICECAP_A = builtIn("icecap-a");

  /** Measure Yourself Concerns and Wellbeing: the person's own concerns, rated. */
  public static final Instrument MYCAW = builtIn("mycaw");

  /** Eight readings of a Well-being Star, whose names are its owner's. */
  public static final Instrument STAR_READING = builtIn("star-reading");

  private static final List<Instrument> ALL =
      List.of(
          UCLA_3,
          ULS_8,
          UCLA_20,
          UCLA_20_REVISED,
          UCLA_20_ORIGINAL,
          DIRECT_LONELINESS,
          DE_JONG_GIERVELD_6,
          DE_JONG_GIERVELD_11,
          LSNS_6,
          GROUP_IDENTIFICATION,
          FISI,
          SISI,
          MULTIPLE_GROUPS,
          BRIEF_SENSE_OF_COMMUNITY,
          COMMUNITY_BELONGING,
          NEIGHBOURHOOD_BELONGING,
          OSSS_3,
          MSPSS,
          PSS_10,
          PSS_4,
          ONS4,
          SWEMWBS,
          WHO_5,
          PHQ_9,
          PHQ_8,
          PHQ_4,
          PHQ_2,
          GAD_7,
          GAD_2,
          WEMWBS,
          SWLS,
          DASS_21,
          EQ_5D_5L,
          EQ_5D_3L,
          EQ_VAS,
          ICECAP_A,
          MYCAW,
          STAR_READING);

  /** Instruments whose coding was not seen in a source; see {@link #onRequest(String)}. */
  private static final List<Instrument> ON_REQUEST = List.of(builtIn("campaign-to-end-loneliness"));

  private Instruments() {}

  /**
   * All built-in instruments, but those that have to be asked for by name.
   *
   * @return the instruments in the order of the constants
   */
  public static List<Instrument> all() {
    return ALL;
  }

  /**
   * The built-in instruments whose coding itself was not seen in any source. None of them is found
   * by {@link #find} or {@link #get}, so that nobody scores with one unknowingly.
   *
   * @return the instruments
   */
  public static List<Instrument> onRequest() {
    return ON_REQUEST;
  }

  /**
   * A built-in instrument whose coding itself was not seen in any source. To call this method is to
   * say that one knows.
   *
   * @param id an id; not null
   * @return the instrument, whose {@link Instrument#use()} is {@link Use#ON_REQUEST}
   * @throws InvalidInputException if none has that id; the message lists the ids there are
   */
  public static Instrument onRequest(String id) {
    Objects.requireNonNull(id, "id");
    List<String> ids = ON_REQUEST.stream().map(Instrument::id).toList();
    return ON_REQUEST.stream()
        .filter(instrument -> instrument.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "instrument",
                    "is not the id of an instrument that has to be asked for"
                        + Nearest.listed(id, ids, "such instruments")));
  }

  /**
   * The built-in instrument of that id.
   *
   * @param id an id, {@code "ucla-3"}; not null
   * @return the instrument, or empty if none has that id
   */
  public static Optional<Instrument> find(String id) {
    Objects.requireNonNull(id, "id");
    return ALL.stream().filter(instrument -> instrument.id().equals(id)).findFirst();
  }

  /**
   * The built-in instrument of that id and version, for answers that were stored with both.
   *
   * @param id an id, {@code "ucla-3"}; not null
   * @param version a version of it; not null
   * @return the instrument, or empty if that version of it is not built in
   */
  public static Optional<Instrument> find(String id, String version) {
    Objects.requireNonNull(version, "version");
    return find(id).filter(instrument -> instrument.version().equals(version));
  }

  /**
   * The built-in instrument of that id.
   *
   * @param id an id, {@code "ucla-3"}; not null
   * @return the instrument
   * @throws InvalidInputException if none has that id; the message lists the ids there are, and
   *     says so if the instrument has to be {@linkplain #onRequest(String) asked for}
   */
  public static Instrument get(String id) {
    List<String> ids = ALL.stream().map(Instrument::id).toList();
    return find(id)
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "instrument",
                    (ON_REQUEST.stream().anyMatch(other -> other.id().equals(id))
                            ? "can be had by Instruments.onRequest alone, because its coding was"
                                + " not seen in a source"
                            : "is not the id of a built-in instrument")
                        + Nearest.question(id, ids)
                        + "; there are "
                        + String.join(", ", ids)));
  }

  /**
   * The JSON Schema of instrument definitions, for editors and for other programs. What a schema
   * cannot say, such as that every item named by a scale must exist, is checked when a definition
   * is read.
   *
   * @return the schema, draft 2020-12
   */
  public static String definitionSchema() {
    return text("instrument.schema.json");
  }

  private static Instrument builtIn(String id) {
    return new Instrument(id, () -> worded(DefinitionReader.read(text(id + ".json"))));
  }

  /** The instrument with the words that are shipped, which lie apart from how it is scored. */
  private static Instrument worded(Instrument instrument) {
    Optional<String> words = resource("wording/" + instrument.id() + ".en.json");
    return words.map(text -> instrument.withWording(WordingReader.read(text))).orElse(instrument);
  }

  private static String text(String resource) {
    return resource(resource)
        .orElseThrow(() -> new IllegalStateException("no such resource: " + resource));
  }

  private static Optional<String> resource(String name) {
    try (InputStream in = Instruments.class.getResourceAsStream(name)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
