package org.socialcure.core.answer;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.internal.Words;

/**
 * What the typed records share. Their components stand in the order of the items, which a test
 * holds them to.
 */
final class Forms {
  private Forms() {}

  /** The responses as values or as names of options, one per item; null was skipped. */
  static Responses responses(
      Instrument instrument, Optional<String> target, @Nullable Object... answers) {
    Responses.Builder builder = Responses.builder(instrument);
    target.ifPresent(builder::target);
    for (int i = 0; i < answers.length; i++) {
      String item = instrument.items().get(i).id();
      Object answer = answers[i];
      if (answer instanceof Integer value) {
        builder.value(item, value);
      } else if (answer instanceof Enum<?> option) {
        builder.option(item, Words.of(option));
      } else {
        builder.missing(item, Answer.Missing.SKIPPED);
      }
    }
    return builder.build();
  }

  /** How much was answered, never what. */
  static String summary(Instrument instrument, @Nullable Object... answers) {
    return instrument.id()
        + ": "
        + Arrays.stream(answers).filter(Objects::nonNull).count()
        + " of "
        + answers.length
        + " items answered";
  }
}
