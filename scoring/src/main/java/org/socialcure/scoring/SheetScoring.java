package org.socialcure.scoring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.socialcure.core.answer.Answer;
import org.socialcure.core.answer.Responses;
import org.socialcure.core.instrument.AnswerFlag;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Item;
import org.socialcure.core.instrument.Scale;

/** Scores one form. */
final class SheetScoring {
  private SheetScoring() {}

  static ScoreSheet score(Responses responses) {
    Instrument instrument = responses.instrument();
    List<ScaleResult> results = new ArrayList<>();
    for (Scale scale : instrument.scales()) {
      results.add(score(responses, new ScaleEngine(instrument, scale)));
    }
    return new ScoreSheet(
        instrument.id(),
        instrument.version(),
        responses.target(),
        instrument.mainScale().map(Scale::id),
        results,
        raised(responses));
  }

  private static List<AnswerFlag> raised(Responses responses) {
    List<AnswerFlag> raised = new ArrayList<>();
    for (AnswerFlag flag : responses.instrument().flags()) {
      if (responses
          .given(flag.item())
          .filter(option -> flag.options().contains(option.id()))
          .isPresent()) {
        raised.add(flag);
      }
    }
    return raised;
  }

  private static ScaleResult score(Responses responses, ScaleEngine engine) {
    Instrument instrument = responses.instrument();
    int[] states = new int[engine.items()];
    Map<String, Answer.Missing> unanswered = new LinkedHashMap<>();
    double sum = 0;
    for (int i = 0; i < states.length; i++) {
      Item item = instrument.items().get(engine.places[i]);
      Answer answer = Objects.requireNonNull(responses.answers().get(item.id()));
      states[i] = AnswerState.of(item, answer);
      sum += engine.contributions[i][AnswerState.index(states[i])];
      if (answer instanceof Answer.Missing missing) {
        unanswered.put(item.id(), missing);
      }
    }
    String label = instrument.label(engine.scale, responses.target());
    int answered = states.length - unanswered.size();
    if (answered < engine.required) {
      return new NotScored(
          instrument.id(),
          instrument.version(),
          responses.target(),
          engine.scale.id(),
          label,
          ScaleEngine.reason(answered, states),
          answered,
          states.length,
          engine.scale.missing(),
          unanswered);
    }
    double value = engine.finish(sum, answered);
    Optional<ScoreBand> band =
        engine.scale.defaultBands().map(scheme -> ScoreBand.of(value, scheme));
    return new Score(
        instrument.id(),
        instrument.version(),
        responses.target(),
        engine.scale.id(),
        label,
        value,
        engine.range,
        engine.scale.direction(),
        engine.scale.higherMeans(),
        answered,
        states.length,
        engine.scale.missing(),
        engine.completeness(answered),
        band,
        engine.bandIfRounded(value, answered),
        instrument.scoringEvidence(engine.scale));
  }
}
