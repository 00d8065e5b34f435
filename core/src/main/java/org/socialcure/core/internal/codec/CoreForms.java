package org.socialcure.core.internal.codec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problem;
import org.socialcure.core.ProblemCode;
import org.socialcure.core.Problems;
import org.socialcure.core.answer.Coding;
import org.socialcure.core.answer.Responses;
import org.socialcure.core.answer.TypedAnswers;
import org.socialcure.core.data.ColumnName;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Instruments;
import org.socialcure.core.internal.json.Binder;
import org.socialcure.core.internal.json.Fields;
import org.socialcure.core.internal.json.JsonForm;
import org.socialcure.core.internal.json.JsonForms;
import org.socialcure.core.internal.json.Node;
import org.socialcure.core.internal.json.Scalars;
import org.socialcure.core.json.Json;
import org.socialcure.core.person.Assessment;
import org.socialcure.core.person.Cohort;
import org.socialcure.core.person.OwnWords;
import org.socialcure.core.person.Participant;
import org.socialcure.core.person.SocialIdentityMap;

/** The types of this module with a JSON form of their own. */
public final class CoreForms implements JsonForms {
  /** Creates the provider. */
  public CoreForms() {}

  @Override
  public List<JsonForm<?>> forms() {
    return List.of(
        new JsonForm<>(
            Instrument.class,
            InstrumentWriter::form,
            (node, binder, problems) -> InstrumentReader.read(node, problems)),
        new JsonForm<>(Responses.class, AnswerCodec::form, AnswerCodec::responses),
        new JsonForm<>(
            Coding.class,
            AnswerCodec::form,
            (node, binder, problems) -> AnswerCodec.coding(node, problems)),
        new JsonForm<>(Problem.class, CoreForms::form, CoreForms::problem),
        new JsonForm<>(
            ColumnName.class,
            ColumnName::toString,
            (node, binder, problems) -> columnName(node, problems)),
        new JsonForm<>(
            OwnWords.class, OwnWords::text, (node, binder, problems) -> ownWords(node, problems)));
  }

  @Override
  public Map<Class<?>, Supplier<String>> schemas() {
    Map<Class<?>, Supplier<String>> schemas = new LinkedHashMap<>();
    schemas.put(Instrument.class, Instruments::definitionSchema);
    schemas.put(Responses.class, () -> schema("responses"));
    schemas.put(Assessment.class, () -> schema("assessment"));
    schemas.put(Participant.class, () -> schema("participant"));
    schemas.put(Cohort.class, () -> schema("cohort"));
    schemas.put(SocialIdentityMap.class, () -> schema("social-identity-map"));
    schemas.put(Problem.class, () -> schema("problem"));
    return schemas;
  }

  private static String schema(String name) {
    return JsonForms.text(Json.class, name + ".schema.json");
  }

  private static Map<String, Object> form(Problem problem) {
    Map<String, Object> form = new LinkedHashMap<>();
    form.put("where", problem.where());
    form.put("position", problem.position());
    form.put("message", problem.message());
    form.put("code", problem.code());
    if (!problem.parameters().isEmpty()) {
      form.put("parameters", problem.parameters());
    }
    return form;
  }

  /** A problem that says no code is one of no code of its own. */
  private static @Nullable Problem problem(Node node, Binder binder, Problems problems) {
    Fields fields = new Fields(node, problems);
    String where = fields.text("where");
    Optional<Problem.Position> position =
        fields.optional(
            "position",
            (found, all) -> (Problem.Position) binder.bind(found, Problem.Position.class, all));
    String message = fields.text("message");
    String code = fields.optionalText("code").orElse(ProblemCode.INVALID.toString());
    Map<String, String> parameters = fields.map("parameters", Scalars::text);
    return fields.done().isSound()
        ? node.make(problems, () -> made(where, position, message, code, parameters))
        : null;
  }

  private static Problem made(
      String where,
      Optional<Problem.Position> position,
      String message,
      String code,
      Map<String, String> parameters) {
    try {
      return new Problem(where, position, message, code, parameters);
    } catch (IllegalArgumentException blank) {
      throw new InvalidInputException("$", "needs a place, a message and a code");
    }
  }

  private static @Nullable OwnWords ownWords(Node node, Problems problems) {
    String text = Scalars.text(node, problems);
    if (text == null) {
      return null;
    }
    try {
      return new OwnWords(text);
    } catch (InvalidInputException e) {
      e.problems().forEach(problem -> node.report(problems, problem.at("$", Optional.empty())));
      return null;
    }
  }

  private static @Nullable ColumnName columnName(Node node, Problems problems) {
    String text = Scalars.text(node, problems);
    if (text == null) {
      return null;
    }
    try {
      return ColumnName.parse(text);
    } catch (InvalidInputException e) {
      node.report(problems, "must be the name of a column, which is not blank");
      return null;
    }
  }

  /** In the records that bind forms, null is an item that was not answered. */
  @Override
  public boolean holdsNulls(Class<?> record) {
    return TypedAnswers.class.isAssignableFrom(record);
  }
}
