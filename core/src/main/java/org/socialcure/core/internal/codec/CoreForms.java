package org.socialcure.core.internal.codec;

import java.util.List;
import org.socialcure.core.answer.Coding;
import org.socialcure.core.answer.Responses;
import org.socialcure.core.answer.TypedAnswers;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.internal.json.JsonForm;
import org.socialcure.core.internal.json.JsonForms;

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
            (node, binder, problems) -> AnswerCodec.coding(node, problems)));
  }

  /** In the records that bind forms, null is an item that was not answered. */
  @Override
  public boolean holdsNulls(Class<?> record) {
    return TypedAnswers.class.isAssignableFrom(record);
  }
}
