package org.socialcure.core.exchange;

import java.util.Optional;
import org.socialcure.core.instrument.AnswerOption;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Item;
import org.socialcure.core.instrument.ItemWording;
import org.socialcure.core.instrument.Wording;

/** The words of a form: those of a language, or else the labels. */
record FormWords(Optional<Wording> wording) {
  static FormWords of(Instrument instrument, String language) {
    return new FormWords(instrument.wording(language));
  }

  String text(Item item) {
    Optional<String> own = wording.flatMap(words -> words.text(item));
    Optional<String> instruction =
        wording.map(words -> words.items().get(item.id())).flatMap(ItemWording::instruction);
    String text = own.orElse(item.label());
    return instruction.map(said -> said + " " + text).orElse(text);
  }

  String text(Item item, AnswerOption option) {
    return wording.map(words -> words.text(item, option)).orElse(option.label());
  }

  Optional<String> instruction() {
    return wording.flatMap(Wording::instruction);
  }
}
