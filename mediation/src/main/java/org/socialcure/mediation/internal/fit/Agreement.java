package org.socialcure.mediation.internal.fit;

import java.util.OptionalInt;
import org.socialcure.core.InvalidInputException;
import org.socialcure.mediation.inference.Bootstrap;
import org.socialcure.mediation.inference.Compatibility;

/** One set of rules where a model and its bootstrap both say by which they go. */
final class Agreement {
  private Agreement() {}

  /**
   * The settings of a fit: what the bootstrap says of compatibility and threads holds for all of
   * it.
   */
  static Settings of(Settings settings, Bootstrap bootstrap) {
    Compatibility model = settings.errors().compatibility();
    Compatibility drawn = bootstrap.compatibility();
    if (model != Compatibility.NONE && drawn != Compatibility.NONE && model != drawn) {
      throw new InvalidInputException(
          "compatibility",
          "the model follows the rules of one program and its bootstrap those of another; say it"
              + " once");
    }
    OptionalInt threads =
        bootstrap.threads().isPresent() ? bootstrap.threads() : settings.threads();
    return settings
        .with(settings.errors().withCompatibility(drawn == Compatibility.NONE ? model : drawn))
        .with(threads);
  }
}
