package org.socialcure.core.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.socialcure.core.instrument.AnswerOption;
import org.socialcure.core.instrument.Evidence;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Item;
import org.socialcure.core.instrument.ItemWording;
import org.socialcure.core.instrument.Layout;
import org.socialcure.core.instrument.MissingRule;
import org.socialcure.core.instrument.Requirement;
import org.socialcure.core.instrument.Scale;
import org.socialcure.core.instrument.Targeting;
import org.socialcure.core.instrument.TerminologyCode;
import org.socialcure.core.instrument.Wording;
import org.socialcure.core.internal.fhir.InstrumentCodes;
import org.socialcure.core.internal.fhir.ScoreExpression;
import org.socialcure.core.internal.fhir.Terms;
import org.socialcure.core.internal.fhir.Tree;

/** Writes what is true of an instrument whoever fills it in: its questionnaire and its codes. */
final class DefinitionWriter {
  private final Instrument instrument;
  private final InstrumentCodes codes;
  private final Optional<Wording> wording;
  private final WeightExtension weights;

  DefinitionWriter(
      Instrument instrument,
      InstrumentCodes codes,
      Optional<Wording> wording,
      WeightExtension weights) {
    this.instrument = instrument;
    this.codes = codes;
    this.wording = wording;
    this.weights = weights;
  }

  FhirResource questionnaire() {
    List<Tree> items = new ArrayList<>();
    wording.flatMap(Wording::instruction).ifPresent(text -> items.add(display("text:form", text)));
    if (instrument.targeting() == Targeting.GROUP) {
      items.add(target());
    }
    for (FormLayout block : FormLayout.of(instrument)) {
      List<Tree> questions = block.items().stream().map(this::question).toList();
      if (block.group().isPresent()) {
        items.add(
            new Tree()
                .put("extension", List.of(control("htable")))
                .put("linkId", block.group())
                .put("type", "group")
                .put("item", questions));
      } else {
        items.addAll(questions);
      }
    }
    List<String> unsaid = new ArrayList<>();
    for (Scale scale : instrument.scales()) {
      Optional<String> expression = ScoreExpression.of(codes, instrument, scale);
      expression.ifPresentOrElse(
          found -> items.add(score(scale, found)), () -> unsaid.add(scale.label()));
    }
    return FhirResource.of(
        head("Questionnaire", codes.questionnaire())
            .put("title", wording.flatMap(Wording::title).orElse(instrument.name()))
            .put("status", "active")
            .put("description", description(unsaid))
            .put("copyright", Copyright.of(instrument))
            .put("code", terminology(instrument.codes()))
            .put("item", items)
            .map());
  }

  FhirResource codeSystem() {
    List<Tree> concepts = new ArrayList<>();
    codes
        .all()
        .forEach(
            (code, label) ->
                concepts.add(
                    new Tree()
                        .put("code", code)
                        .put("display", label)
                        .put("designation", designations(code, label))));
    return FhirResource.of(
        head("CodeSystem", codes.system())
            .put("title", "Codes of the " + instrument.name())
            .put("status", "active")
            .put(
                "description",
                "Options (by their ids), items, scales and bands of the "
                    + instrument.name()
                    + ". A band is a cut from a cited source, not a diagnosis.")
            .put("copyright", Copyright.of(instrument))
            .put("caseSensitive", true)
            .put("content", "complete")
            .put("count", concepts.size())
            .put("concept", concepts)
            .map());
  }

  private Tree head(String type, String url) {
    return new Tree()
        .put("resourceType", type)
        .put("id", instrument.id())
        .put("language", wording.map(Wording::language))
        .put("url", url)
        .put("version", codes.version())
        .put("name", computerName(instrument.id()));
  }

  private static String computerName(String id) {
    return Pattern.compile("(^|-)([a-z0-9])")
        .matcher(id)
        .replaceAll(match -> match.group(2).toUpperCase(Locale.ROOT));
  }

  private String description(List<String> unsaid) {
    List<String> sentences = new ArrayList<>();
    sentences.add("Measures " + instrument.construct() + ".");
    instrument.recall().ifPresent(recall -> sentences.add("The answers are about " + recall + "."));
    if (instrument.items().stream().anyMatch(item -> text(item).isEmpty())) {
      sentences.add(
          "Some texts are labels of what an item is about, not the wording of the questionnaire,"
              + " which has to come from its owner.");
    }
    String unverified =
        instrument.scales().stream()
            .filter(scale -> instrument.scoringEvidence(scale) == Evidence.MEMORY_ONLY)
            .map(Scale::label)
            .collect(Collectors.joining(", "));
    if (!unverified.isEmpty()) {
      sentences.add("Scoring unverified, since it was not seen in a source: " + unverified + ".");
    }
    if (!unsaid.isEmpty()) {
      sentences.add(
          "Not computed by this form, because FHIRPath cannot say how: "
              + String.join(", ", unsaid)
              + ".");
    }
    instrument.scales().stream()
        .map(Scale::missing)
        .filter(MissingRule.Overridden.class::isInstance)
        .findFirst()
        .ifPresent(rule -> sentences.add("Missing answers: " + rule + "."));
    return String.join(" ", sentences);
  }

  private static List<Tree> terminology(List<TerminologyCode> all) {
    return all.stream().map(InstrumentCodes::terminology).toList();
  }

  private Optional<String> text(Item item) {
    return wording.flatMap(words -> words.text(item));
  }

  private static Tree display(String linkId, String text) {
    return new Tree().put("linkId", linkId).put("text", text).put("type", "display");
  }

  private Tree target() {
    return new Tree()
        .put("linkId", InstrumentCodes.TARGET)
        .put(
            "code",
            List.of(
                Tree.coding(
                    codes.system(),
                    InstrumentCodes.TARGET,
                    Optional.of(InstrumentCodes.TARGET_LABEL))))
        .put("text", "The group that is asked about, as a short name in lower case: community")
        .put("type", "string")
        .put("required", true);
  }

  private Tree question(Item item) {
    Tree tree = new Tree();
    item.layout().ifPresent(layout -> tree.put("extension", controls(layout)));
    tree.put("linkId", item.id())
        .put("code", codes.item(item))
        .put("prefix", String.valueOf(item.number()))
        .put("text", text(item).orElse(item.label()))
        .put("type", "choice");
    item.requirement()
        .ifPresent(requirement -> tree.put("required", requirement == Requirement.REQUIRED));
    tree.put("answerOption", item.options().stream().map(each -> option(item, each)).toList());
    wording
        .map(words -> words.items().get(item.id()))
        .flatMap(ItemWording::instruction)
        .ifPresent(words -> tree.put("item", List.of(display("text:" + item.id(), words))));
    return tree;
  }

  private static List<Tree> controls(Layout layout) {
    return switch (layout) {
      case RADIO_BUTTONS -> List.of(control("radio-button"));
      case DROP_DOWN -> List.of(control("drop-down"));
      case SLIDER -> List.of(control("slider"));
      case TABLE_ROW -> List.of();
    };
  }

  private static Tree control(String code) {
    return Tree.extension(
        Terms.ITEM_CONTROL,
        "valueCodeableConcept",
        new Tree()
            .put("coding", List.of(Tree.coding(Terms.ITEM_CONTROLS, code, Optional.empty())))
            .map());
  }

  private Tree option(Item item, AnswerOption option) {
    Tree tree = new Tree();
    option
        .value()
        .ifPresent(
            value ->
                tree.put(
                    "extension",
                    List.of(Tree.extension(weights.url(), "valueDecimal", Tree.number(value)))));
    return tree.put("valueCoding", ResponseWriter.coding(codes, item, option, wording));
  }

  private Tree score(Scale scale, String expression) {
    Tree calculated =
        new Tree()
            .put("description", scale.scoring() + ", " + scale.missing())
            .put("language", "text/fhirpath")
            .put("expression", expression);
    Tree unit = Tree.coding(Terms.UCUM, Terms.SCORE_UNIT, Optional.of(Terms.SCORE_UNIT));
    return new Tree()
        .put(
            "extension",
            List.of(
                Tree.extension(Terms.CALCULATED_EXPRESSION, "valueExpression", calculated),
                Tree.extension(Terms.UNIT, "valueCoding", unit)))
        .put("linkId", InstrumentCodes.SCORE + scale.id())
        .put("code", codes.scale(scale))
        .put("text", instrument.label(scale, Optional.empty()))
        .put("type", "decimal")
        .put("readOnly", true);
  }

  /** The words that an option has in any language, where they are not its label. */
  private List<Tree> designations(String code, String label) {
    List<Tree> designations = new ArrayList<>();
    for (Wording words : instrument.wordings()) {
      Stream<String> texts =
          instrument.items().stream()
              .flatMap(
                  item ->
                      item.options().stream()
                          .filter(option -> codes.option(item, option).equals(code))
                          .map(option -> words.text(item, option)));
      texts
          .distinct()
          .filter(text -> !text.equals(label))
          .forEach(
              text ->
                  designations.add(
                      new Tree().put("language", words.language()).put("value", text)));
    }
    return designations;
  }
}
