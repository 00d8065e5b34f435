package org.socialcure.core.answer;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Instruments;

/**
 * The answers to the Campaign to End Loneliness Measurement Tool (2015), whose coding was not seen
 * in a source: to make this record is to ask for it by name.
 *
 * <p>Three items, 4 strongly disagree, 3 disagree, 2 neutral, 1 agree, 0 strongly agree, as
 * recalled; none reversed. Sum 0 to 12, higher is lonelier. All three are required. Labels only.
 *
 * <p>Immutable and thread-safe. {@code toString} prints no answers.
 *
 * @param content content with relationships, 0 to 4; null if not answered
 * @param askForHelp enough people to ask for help, 0 to 4; null if not answered
 * @param satisfying relationships as satisfying as wanted, 0 to 4; null if not answered
 * @since 0.1
 */
public record CampaignToEndLoneliness(
    @Nullable @Min(0) @Max(4) Integer content,
    @Nullable @Min(0) @Max(4) Integer askForHelp,
    @Nullable @Min(0) @Max(4) Integer satisfying)
    implements TypedAnswers {

  @Override
  public Instrument instrument() {
    return Instruments.onRequest("campaign-to-end-loneliness");
  }

  @Override
  public String toString() {
    return Forms.summary(this);
  }
}
