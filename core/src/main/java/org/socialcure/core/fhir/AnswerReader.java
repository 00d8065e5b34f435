package org.socialcure.core.fhir;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.Problems;
import org.socialcure.core.answer.Answer;
import org.socialcure.core.instrument.AnswerOption;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Item;
import org.socialcure.core.internal.Names;
import org.socialcure.core.internal.fhir.InstrumentCodes;
import org.socialcure.core.internal.fhir.Terms;
import org.socialcure.core.internal.json.Node;
import org.socialcure.core.internal.json.Scalars;

/** Reads the answer to one item, or why there is none. */
final class AnswerReader {
  private static final Set<String> ANSWER =
      Set.of(
          "valueBoolean",
          "valueDecimal",
          "valueInteger",
          "valueDate",
          "valueDateTime",
          "valueTime",
          "valueString",
          "valueUri",
          "valueAttachment",
          "valueCoding",
          "valueQuantity",
          "valueReference",
          "item");
  private static final Set<String> CODING =
      Set.of("system", "version", "code", "display", "userSelected");
  private static final Set<String> WEIGHTS = Set.of(Terms.ORDINAL_VALUE, Terms.ITEM_WEIGHT);
  private static final Set<String> ABSENT = Set.of(Terms.DATA_ABSENT_REASON);

  private static final List<String> NUMBERS = List.of("valueDecimal", "valueInteger");

  private final Instrument instrument;
  private final InstrumentCodes codes;
  private final Elements elements;
  private final Problems problems;

  AnswerReader(Instrument instrument, InstrumentCodes codes, Elements elements, Problems problems) {
    this.instrument = instrument;
    this.codes = codes;
    this.elements = elements;
    this.problems = problems;
  }

  /** The answer; skipped where what there is was refused. */
  Answer read(Item item, Map<String, Node> fields) {
    List<Answer.Missing> reasons = new ArrayList<>(reasons(fields));
    Node value = value(fields, reasons);
    Optional<AnswerOption> option = Optional.empty();
    if (value != null) {
      option = option(item, value, fields);
      if (!reasons.isEmpty()) {
        value.report(problems, "stands beside a reason why there is no answer");
      }
    }
    if (option.isPresent()) {
      return new Answer.Given(option.get());
    }
    return reasons.isEmpty() ? Answer.Missing.SKIPPED : reasons.get(0);
  }

  /** A text that was filled in; empty where there is none or it was refused. */
  Optional<String> text(Map<String, Node> fields) {
    Node value = value(fields, new ArrayList<>());
    if (value != null && !value.place().part().equals("valueString")) {
      value.report(problems, "must be a valueString");
      return Optional.empty();
    }
    return elements.text(value);
  }

  /** The one value of the one answer; null if there is none, or if there are more. */
  private @Nullable Node value(Map<String, Node> item, List<Answer.Missing> reasons) {
    List<Node> answers = elements.elements(item.get("answer"));
    if (answers.size() > 1) {
      answers.get(1).report(problems, "is a second answer; the item takes one");
    }
    if (answers.size() != 1) {
      return null;
    }
    Node answer = answers.get(0);
    Map<String, Node> fields = elements.of(answer, "QuestionnaireResponse.item.answer", ANSWER);
    reasons.addAll(reasons(fields));
    Map<String, Node> values = new LinkedHashMap<>();
    fields.forEach(
        (name, node) -> {
          if (name.startsWith("value")) {
            values.put(name, node);
          } else if (name.startsWith("_value") && node instanceof Node.Obj object) {
            reasons.addAll(reasons(object.fields()));
          }
        });
    Node value = values.isEmpty() ? null : values.values().iterator().next();
    if (values.size() > 1) {
      answer.report(problems, "holds more than one value");
      return null;
    }
    if (value == null && reasons.isEmpty() && answer instanceof Node.Obj) {
      answer.report(problems, "holds no value; leave the answer out, or say why there is none");
    }
    if (value instanceof Node.Obj object && !object.fields().containsKey("code")) {
      List<Answer.Missing> within = reasons(object.fields());
      reasons.addAll(within);
      return within.isEmpty() ? value : null;
    }
    return value;
  }

  private List<Answer.Missing> reasons(Map<String, Node> element) {
    List<Answer.Missing> reasons = new ArrayList<>();
    for (Map<String, Node> extension : elements.extensions(element, ABSENT)) {
      Node code = extension.get("valueCode");
      Answer.Missing reason =
          code instanceof Node.Text text ? Terms.MISSING.get(text.text()) : null;
      if (reason != null) {
        reasons.add(reason);
      } else {
        new Node.Obj(place(extension), extension)
            .report(
                problems,
                "valueCode",
                "must be " + Names.anyOf(Terms.MISSING.keySet().stream().sorted().toList()));
      }
    }
    return reasons;
  }

  private static Node.Place place(Map<String, Node> extension) {
    Node.Place inner = extension.values().iterator().next().place();
    return inner.whole() == null ? inner : inner.whole();
  }

  private Optional<AnswerOption> option(Item item, Node value, Map<String, Node> fields) {
    Optional<AnswerOption> option =
        switch (value.place().part()) {
          case "valueCoding" -> coded(item, value);
          case "valueInteger", "valueDecimal" -> valued(item, value);
          default -> {
            value.report(problems, "must be a valueCoding of " + codes.system());
            yield Optional.empty();
          }
        };
    option.ifPresent(
        found -> {
          if (value instanceof Node.Obj coding) {
            checkWeights(found, coding.fields());
          }
          if (fields.get("answer") instanceof Node.Arr answers
              && answers.elements().get(0) instanceof Node.Obj answer) {
            checkWeights(found, answer.fields());
          }
        });
    return option;
  }

  private Optional<AnswerOption> coded(Item item, Node value) {
    Map<String, Node> coding = elements.of(value, "Coding", CODING);
    if (coding.isEmpty()) {
      return Optional.empty();
    }
    if (!(coding.get("system") instanceof Node.Text system)
        || !system.text().equals(codes.system())) {
      value.report(problems, "system", "must be " + codes.system());
      return Optional.empty();
    }
    if (coding.get("version") instanceof Node.Text version
        && !version.text().equals(codes.version())) {
      version.report(
          problems, "is another version of the codes than that of the form, " + codes.version());
      return Optional.empty();
    }
    if (coding.get("code") instanceof Node.Text code) {
      for (AnswerOption option : item.options()) {
        if (codes.option(item, option).equals(code.text())) {
          return Optional.of(option);
        }
      }
    }
    value.report(
        problems,
        "code",
        "must be "
            + Names.anyOf(
                item.options().stream().map(option -> codes.option(item, option)).toList()));
    return Optional.empty();
  }

  private Optional<AnswerOption> valued(Item item, Node value) {
    if (!item.isNumeric()) {
      value.report(
          problems, "must be a valueCoding: the options of item " + item.id() + " have no values");
      return Optional.empty();
    }
    Double number = Scalars.number(value, problems);
    if (number == null) {
      return Optional.empty();
    }
    Optional<AnswerOption> option = item.optionOf(number);
    if (option.isEmpty()) {
      String variants =
          instrument.codingVariantsWith(number).stream()
              .map(variant -> "; " + variant)
              .collect(Collectors.joining());
      value.report(problems, "must be " + item.permitted() + variants);
    }
    return option;
  }

  /** A form that weighs an option otherwise is another form. */
  private void checkWeights(AnswerOption option, Map<String, Node> element) {
    for (Map<String, Node> extension : elements.extensions(element, WEIGHTS)) {
      for (String name : NUMBERS) {
        Node weight = extension.get(name);
        Double number = weight == null ? null : Scalars.number(weight, problems);
        if (weight != null
            && number != null
            && option.value().isPresent()
            && option.value().getAsDouble() != number) {
          weight.report(problems, "is not the weight that the instrument gives to this option");
        }
      }
    }
  }
}
