package org.socialcure.core.internal.fhir;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.instrument.AnswerOption;
import org.socialcure.core.instrument.Band;
import org.socialcure.core.instrument.BandScheme;
import org.socialcure.core.instrument.Direction;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Item;
import org.socialcure.core.instrument.MissingRule;
import org.socialcure.core.instrument.Scale;
import org.socialcure.core.instrument.Targeting;
import org.socialcure.core.instrument.TerminologyCode;

/**
 * The addresses of an instrument and the codes of its parts, all of which stand in one code system.
 *
 * <p>An option has its id for a code, or {@code item.option} where options of one id mean different
 * things in different items; everything else has a prefix with a colon, which no id holds.
 */
public final class InstrumentCodes {
  /** The linkId and the code of the group that an instrument is asked about. */
  public static final String TARGET = "target:group";

  /** What {@link #TARGET} stands for. */
  public static final String TARGET_LABEL = "Group that is asked about";

  /** What the linkIds of items that hold a computed score begin with. */
  public static final String SCORE = "score:";

  private static final Set<String> HIGH_IS_GOOD = Set.of("100946-3", "100951-3");

  private final String base;
  private final Instrument instrument;
  private final Set<String> ambiguous = new HashSet<>();

  /**
   * Names the parts of an instrument.
   *
   * @param base the beginning of every address, without a slash at the end; not null
   * @param instrument the instrument; not null
   * @throws InvalidInputException if a code of a terminology is of an instrument with the opposite
   *     direction
   */
  public InstrumentCodes(String base, Instrument instrument) {
    this.base = base;
    this.instrument = instrument;
    Map<String, AnswerOption> seen = new HashMap<>();
    for (Item item : instrument.items()) {
      for (AnswerOption option : item.options()) {
        AnswerOption other = seen.putIfAbsent(option.id(), option);
        if (other != null && !other.equals(option)) {
          ambiguous.add(option.id());
        }
      }
    }
    refuseOppositeDirection();
  }

  private void refuseOppositeDirection() {
    List<TerminologyCode> codes = new ArrayList<>(instrument.codes());
    instrument.scales().stream()
        .filter(scale -> scale.direction() == Direction.HIGHER_IS_WORSE)
        .forEach(scale -> codes.addAll(scale.codes()));
    boolean lonelyIsHigh =
        instrument.scales().stream()
            .anyMatch(scale -> scale.direction() == Direction.HIGHER_IS_WORSE);
    for (TerminologyCode code : codes) {
      if (lonelyIsHigh
          && code.system().equals(TerminologyCode.LOINC)
          && HIGH_IS_GOOD.contains(code.code())) {
        throw new InvalidInputException(
            instrument.id() + ", codes",
            "LOINC "
                + code.code()
                + " is of a measure in which a high score is good, and this instrument's is not; take it out");
      }
    }
  }

  /**
   * The version as it stands after the bar of an address. A rule for missing answers that was asked
   * for makes another form, which computes other scores.
   *
   * @return the version without blanks and bars, and the rules that were asked for
   */
  public String version() {
    String rules =
        instrument.scales().stream()
            .map(Scale::missing)
            .filter(MissingRule.Overridden.class::isInstance)
            .map(rule -> "+" + ((MissingRule.Overridden) rule).override().id())
            .distinct()
            .collect(Collectors.joining());
    return instrument.version().strip().replaceAll("[\\s|#]+", "-") + rules;
  }

  /**
   * The address of the questionnaire.
   *
   * @return the address without a version
   */
  public String questionnaire() {
    return base + "/Questionnaire/" + instrument.id();
  }

  /**
   * The address of the questionnaire in this version.
   *
   * @return address, bar and version
   */
  public String canonical() {
    return questionnaire() + "|" + version();
  }

  /**
   * The system of all codes here.
   *
   * @return the address of the code system
   */
  public String system() {
    return base + "/CodeSystem/" + instrument.id();
  }

  /**
   * The code of an option.
   *
   * @param item the item; not null
   * @param option an option of it; not null
   * @return the code
   */
  public String option(Item item, AnswerOption option) {
    return ambiguous.contains(option.id()) ? item.id() + "." + option.id() : option.id();
  }

  /**
   * The code of a band.
   *
   * @param scale the id of a scale; not null
   * @param scheme the id of a scheme of it; not null
   * @param band the id of a band of that; not null
   * @return the code
   */
  public static String band(String scale, String scheme, String band) {
    return "band:" + scale + "." + scheme + "." + band;
  }

  /**
   * The codings of an item: those of terminologies first, then the one of the instrument's own.
   *
   * @param item the item; not null
   * @return the codings
   */
  public List<Tree> item(Item item) {
    return codings(item.codes(), "item:" + item.id(), item.label());
  }

  /**
   * The codings of a scale: those of terminologies first, then the one of the instrument's own.
   *
   * @param scale the scale; not null
   * @return the codings
   */
  public List<Tree> scale(Scale scale) {
    return codings(scale.codes(), "scale:" + scale.id(), scale.label());
  }

  private List<Tree> codings(List<TerminologyCode> terminology, String code, String label) {
    List<Tree> codings = new ArrayList<>();
    terminology.forEach(each -> codings.add(terminology(each)));
    codings.add(Tree.coding(system(), code, Optional.of(label)));
    return codings;
  }

  /**
   * The coding of a terminology.
   *
   * @param code the code; not null
   * @return the coding
   */
  public static Tree terminology(TerminologyCode code) {
    return Tree.coding(code.system(), code.code(), code.display());
  }

  /**
   * All codes of the instrument.
   *
   * @return what each of them means, by code in order
   */
  public Map<String, String> all() {
    Map<String, String> concepts = new LinkedHashMap<>();
    for (Item item : instrument.items()) {
      for (AnswerOption option : item.options()) {
        concepts.put(option(item, option), option.label());
      }
    }
    instrument.items().forEach(item -> concepts.put("item:" + item.id(), item.label()));
    for (Scale scale : instrument.scales()) {
      concepts.put("scale:" + scale.id(), scale.label());
      for (BandScheme scheme : scale.bandSchemes()) {
        for (Band band : scheme.bands()) {
          concepts.put(band(scale.id(), scheme.id(), band.id()), band.label());
        }
      }
    }
    if (instrument.targeting() == Targeting.GROUP) {
      concepts.put(TARGET, TARGET_LABEL);
    }
    return concepts;
  }
}
