package org.socialcure.core.internal.codec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.Problem;
import org.socialcure.core.ProblemCode;
import org.socialcure.core.Problems;
import org.socialcure.core.answer.Answer;
import org.socialcure.core.answer.Coding;
import org.socialcure.core.answer.Responses;
import org.socialcure.core.instrument.AnswerOption;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Instruments;
import org.socialcure.core.instrument.Item;
import org.socialcure.core.internal.Names;
import org.socialcure.core.internal.Nearest;
import org.socialcure.core.internal.answer.AnswerProblems;
import org.socialcure.core.internal.json.Binder;
import org.socialcure.core.internal.json.Fields;
import org.socialcure.core.internal.json.Node;
import org.socialcure.core.internal.json.Scalars;

/** The JSON forms of responses and codings. */
public final class AnswerCodec {
  private static final String MISSING = "missing";

  private AnswerCodec() {}

  /**
   * Reads responses: {@code {"instrument": id, "version": …, "target": …, "answers": {item:
   * answer}}}.
   *
   * @param node the JSON value; not null
   * @param binder knows the caller's own instruments, each of which takes the place of a built-in
   *     one with the same id; not null
   * @param problems where to report; not null
   * @return the responses, or null if they were refused
   */
  public static @Nullable Responses responses(Node node, Binder binder, Problems problems) {
    Fields fields = new Fields(node, problems);
    String id = fields.required("instrument", Scalars::text);
    Optional<String> target = fields.optional("target", AnswerCodec::target);
    Optional<String> version = fields.optional("version", Scalars::text);
    Instrument instrument =
        id == null ? null : instrument(fields, id, version, binder.own(Instrument.class));
    Map<String, Answer> answers =
        fields.required(
            "answers", (n, p) -> instrument == null ? Map.of() : answers(n, instrument, p));
    if (!fields.done().isSound() || instrument == null || answers == null) {
      return null;
    }
    return node.make(problems, () -> Responses.of(instrument, target, answers));
  }

  /**
   * The instrument of that id and version. An own one takes the place of a built-in one with the
   * same id and version; without a version, of any with the same id.
   */
  private static @Nullable Instrument instrument(
      Fields fields, String id, Optional<String> version, List<Instrument> own) {
    List<Instrument> known =
        Stream.concat(own.stream(), Instruments.all().stream())
            .filter(instrument -> instrument.id().equals(id))
            .toList();
    if (known.isEmpty()) {
      fields.report(unknown(id));
      return null;
    }
    List<String> versions = known.stream().map(Instrument::version).distinct().toList();
    for (String each : version.map(List::of).orElse(versions)) {
      if (isAmbiguous(own, id, each)) {
        fields.report(
            "version",
            "is that of two definitions of "
                + id
                + " that were given and differ; give one of the two another version");
        return null;
      }
    }
    if (version.isEmpty()) {
      List<Instrument> first =
          own.isEmpty() ? known : known.stream().filter(own::contains).toList();
      if (first.stream().map(Instrument::version).distinct().count() > 1) {
        fields.report(
            Problem.coded(
                "version",
                ProblemCode.VERSION_MISSING,
                Map.of("instrument", id, "known", told(versions)),
                "must say which one, for several are known: " + told(versions)));
        return null;
      }
      return first.isEmpty() ? known.get(0) : first.get(0);
    }
    Optional<Instrument> found =
        known.stream().filter(instrument -> instrument.version().equals(version.get())).findFirst();
    if (found.isEmpty()) {
      fields.report(
          Problem.coded(
              "version",
              ProblemCode.UNKNOWN_VERSION,
              Map.of("instrument", id, "known", told(versions)),
              "must be a version of "
                  + id
                  + " that is known here, "
                  + told(versions)
                  + "; answers of another version are read when its definition is passed"));
    }
    // What else is wrong is told by the only version that is known.
    return found.orElse(versions.size() == 1 ? known.get(0) : null);
  }

  /** Whether answers would be taken and scored by whichever definition happens to come first. */
  private static boolean isAmbiguous(List<Instrument> own, String id, String version) {
    List<Instrument> same =
        own.stream()
            .filter(each -> each.id().equals(id) && each.version().equals(version))
            .toList();
    return same.stream()
        .anyMatch(
            each ->
                !each.items().equals(same.get(0).items())
                    || !each.scales().equals(same.get(0).scales()));
  }

  private static Problem unknown(String id) {
    if (Instruments.onRequest().stream().anyMatch(other -> other.id().equals(id))) {
      return Problem.coded(
          "instrument",
          ProblemCode.INSTRUMENT_ON_REQUEST,
          Map.of("instrument", id),
          "has to be asked for, because its coding was not seen in a source: read with"
              + " Instruments.onRequest as an instrument of your own");
    }
    List<String> ids = Instruments.all().stream().map(Instrument::id).toList();
    return Problem.coded(
        "instrument",
        ProblemCode.UNKNOWN_INSTRUMENT,
        Map.of(),
        "is not the id of a known instrument"
            + Nearest.question(id, ids)
            + "; built in are "
            + String.join(", ", ids));
  }

  private static String told(List<String> versions) {
    return String.join(", ", versions);
  }

  private static @Nullable String target(Node node, Problems problems) {
    String target = Scalars.text(node, problems);
    if (target != null && !Names.isId(target)) {
      node.report(problems, ProblemCode.NOT_AN_ID, Map.of(), Names.idRule());
      return null;
    }
    return target;
  }

  private static @Nullable Map<String, Answer> answers(
      Node node, Instrument instrument, Problems problems) {
    if (!(node instanceof Node.Obj object)) {
      Scalars.wrong(node, "an object of answers by item", problems);
      return null;
    }
    List<String> ids = instrument.items().stream().map(Item::id).toList();
    Map<String, Answer> answers = new LinkedHashMap<>();
    object
        .fields()
        .forEach(
            (id, field) -> {
              if (!ids.contains(id)) {
                object.reportUnnamed(
                    problems,
                    id,
                    ProblemCode.UNKNOWN_ITEM,
                    Map.of("instrument", instrument.id()),
                    "is not an item of " + instrument.id() + Nearest.among(id, ids, "items"));
                return;
              }
              Answer answer = answer(field, instrument, instrument.item(id), problems);
              if (answer != null) {
                answers.put(id, answer);
              }
            });
    return answers.size() == object.fields().size() ? answers : null;
  }

  private static @Nullable Answer answer(
      Node node, Instrument instrument, Item item, Problems problems) {
    if (node instanceof Node.Null) {
      return Answer.Missing.SKIPPED;
    }
    if (node instanceof Node.Obj) {
      Fields fields = new Fields(node, problems);
      Answer.Missing reason =
          fields.required(MISSING, (n, p) -> Scalars.constant(n, Answer.Missing.class, p));
      return fields.done().isSound() ? reason : null;
    }
    Optional<AnswerOption> option = Optional.empty();
    String variants = "";
    if (node instanceof Node.Text text) {
      option = item.option(text.text());
    } else if (node instanceof Node.Num num) {
      double value = Double.parseDouble(num.digits());
      option = item.optionOf(value);
      variants =
          instrument.codingVariantsWith(value).stream()
              .map(variant -> "; " + variant)
              .collect(Collectors.joining());
    }
    if (option.isEmpty()) {
      node.report(
          problems,
          AnswerProblems.notPermitted(
              "$",
              instrument,
              item,
              "must be " + permitted(item) + ", or null if it was skipped" + variants));
    }
    return option.map(Answer.Given::new).orElse(null);
  }

  private static String permitted(Item item) {
    return item.isNumeric()
        ? "one of the numbers " + item.permitted()
        : item.permitted() + " in quotes";
  }

  /**
   * The JSON form of responses.
   *
   * @param responses the responses; not null
   * @return their fields
   */
  public static Map<String, Object> form(Responses responses) {
    Map<String, @Nullable Object> answers = new LinkedHashMap<>();
    responses.answers().forEach((id, answer) -> answers.put(id, form(answer)));
    Map<String, Object> form = new LinkedHashMap<>();
    form.put("instrument", responses.instrument().id());
    form.put("version", responses.instrument().version());
    form.put("target", responses.target());
    form.put("answers", answers);
    return form;
  }

  private static @Nullable Object form(Answer answer) {
    if (answer instanceof Answer.Given given) {
      AnswerOption option = given.option();
      return option.value().isPresent() ? (Object) option.value().getAsDouble() : option.id();
    }
    return answer == Answer.Missing.SKIPPED ? null : Map.of(MISSING, answer);
  }

  /**
   * Reads a coding: {@code {"1": "yes", "2": "more-or-less"}} or, by value, {@code {"1": 0, "2":
   * 1}}.
   *
   * @param node the JSON value; not null
   * @param problems where to report; not null
   * @return the coding, or null if it was refused
   */
  public static @Nullable Coding coding(Node node, Problems problems) {
    if (!(node instanceof Node.Obj object)) {
      Scalars.wrong(node, "an object of options by code", problems);
      return null;
    }
    Map<String, String> options = new LinkedHashMap<>();
    object
        .fields()
        .forEach(
            (code, field) -> {
              if (field instanceof Node.Text text) {
                options.put(code, text.text());
                return;
              }
              Double value = Scalars.number(field, problems);
              if (value != null) {
                options.put(code, Names.number(value));
              }
            });
    return options.size() == object.fields().size()
        ? node.make(problems, () -> Coding.of(options))
        : null;
  }

  /**
   * The JSON form of a coding.
   *
   * @param coding the coding; not null
   * @return the options by code, values as numbers
   */
  public static Map<String, Object> form(Coding coding) {
    Map<String, Object> form = new LinkedHashMap<>();
    coding
        .options()
        .forEach(
            (code, option) -> {
              Object value = option;
              if (Names.parse(option).isPresent()) {
                value = Names.parse(option).getAsDouble();
              }
              form.put(code, value);
            });
    return form;
  }
}
