package org.socialcure.core.internal.codec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problems;
import org.socialcure.core.answer.Coding;
import org.socialcure.core.answer.Responses;
import org.socialcure.core.answer.TypedAnswers;
import org.socialcure.core.data.ColumnName;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Instruments;
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
    return schemas;
  }

  private static String schema(String name) {
    return JsonForms.text(Json.class, name + ".schema.json");
  }

  private static @Nullable OwnWords ownWords(Node node, Problems problems) {
    String text = Scalars.text(node, problems);
    if (text == null) {
      return null;
    }
    try {
      return new OwnWords(text);
    } catch (InvalidInputException e) {
      e.problems().forEach(problem -> node.report(problems, problem.message()));
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
