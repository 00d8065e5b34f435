package org.socialcure.core.internal.codec;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.socialcure.core.instrument.AnswerOption;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Item;
import org.socialcure.core.instrument.ItemWording;
import org.socialcure.core.instrument.Keying;
import org.socialcure.core.instrument.Scale;
import org.socialcure.core.instrument.Use;
import org.socialcure.core.instrument.Wording;

/** Takes an instrument apart into the form that {@link InstrumentReader} reads. */
public final class InstrumentWriter {
  private InstrumentWriter() {}

  /**
   * The JSON form of an instrument.
   *
   * @param instrument the instrument; not null
   * @return its fields in the order of the form
   */
  public static Map<String, Object> form(Instrument instrument) {
    List<Item> items = instrument.items();
    boolean shared = new HashSet<>(items.stream().map(Item::options).toList()).size() == 1;
    Map<String, Object> form = new LinkedHashMap<>();
    form.put("id", instrument.id());
    form.put("version", instrument.version());
    form.put("name", instrument.name());
    form.put("label", instrument.label());
    form.put("construct", instrument.construct());
    form.put("recall", instrument.recall());
    form.put("targeting", instrument.targeting());
    form.put("licence", instrument.licence());
    form.put("citations", instrument.citations());
    if (shared) {
      form.put("options", items.get(0).options());
    }
    form.put("items", items.stream().map(item -> item(item, shared)).toList());
    form.put("scales", instrument.scales().stream().map(InstrumentWriter::scale).toList());
    form.put("main", instrument.main());
    form.put("norms", instrument.norms());
    form.put("reliabilities", instrument.reliabilities());
    form.put("changes", instrument.changes());
    form.put("orders", instrument.orders());
    form.put("codingVariants", instrument.codingVariants());
    form.put("flags", instrument.flags());
    form.put("codes", instrument.codes());
    form.put("wordings", instrument.wordings().stream().map(InstrumentWriter::wording).toList());
    if (instrument.use() != Use.DEFAULT) {
      form.put("use", instrument.use());
    }
    form.put("evidence", instrument.evidence());
    form.put("notes", instrument.notes());
    form.values().removeIf(InstrumentWriter::isEmpty);
    return form;
  }

  private static Map<String, Object> item(Item item, boolean shared) {
    Map<String, Object> form = new LinkedHashMap<>();
    form.put("id", item.id());
    form.put("number", item.number());
    form.put("label", item.label());
    form.put("options", shared ? List.<AnswerOption>of() : item.options());
    if (item.keying() == Keying.REVERSED) {
      form.put("keying", item.keying());
    }
    form.put("counted", item.counted());
    form.put("requirement", item.requirement());
    form.put("layout", item.layout());
    form.put("codes", item.codes());
    form.values().removeIf(InstrumentWriter::isEmpty);
    return form;
  }

  private static Map<String, Object> scale(Scale scale) {
    Map<String, Object> form = new LinkedHashMap<>();
    form.put("id", scale.id());
    form.put("label", scale.label());
    form.put("items", scale.items());
    form.put("scoring", scale.scoring());
    form.put("missing", scale.missing());
    form.put("direction", scale.direction());
    form.put("higherMeans", scale.higherMeans());
    form.put("bandSchemes", scale.bandSchemes());
    form.put("missingOverrides", scale.missingOverrides());
    form.put("codes", scale.codes());
    form.put("evidence", scale.evidence());
    form.values().removeIf(InstrumentWriter::isEmpty);
    return form;
  }

  private static Map<String, Object> wording(Wording wording) {
    Map<String, Object> form = new LinkedHashMap<>();
    form.put("language", wording.language());
    form.put("title", wording.title());
    form.put("instruction", wording.instruction());
    Map<String, Object> items = new LinkedHashMap<>();
    wording.items().forEach((id, words) -> items.put(id, wording(words)));
    form.put("items", items);
    form.put("options", wording.options());
    form.put("source", wording.source());
    form.values().removeIf(InstrumentWriter::isEmpty);
    return form;
  }

  private static Map<String, Object> wording(ItemWording words) {
    Map<String, Object> form = new LinkedHashMap<>();
    form.put("text", words.text());
    form.put("instruction", words.instruction());
    form.put("options", words.options());
    form.values().removeIf(InstrumentWriter::isEmpty);
    return form;
  }

  private static boolean isEmpty(Object value) {
    return (value instanceof List<?> list && list.isEmpty())
        || (value instanceof Map<?, ?> map && map.isEmpty())
        || (value instanceof Optional<?> optional && optional.isEmpty());
  }
}
