package org.socialcure.scoring.outcome;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoublePredicate;
import org.socialcure.core.Interval;
import org.socialcure.core.instrument.Band;
import org.socialcure.core.instrument.BandScheme;
import org.socialcure.core.instrument.Direction;
import org.socialcure.scoring.NotEstimable;
import org.socialcure.scoring.change.ChangeReference;
import org.socialcure.scoring.change.ImportantDifference;
import org.socialcure.scoring.change.PairedChange;
import org.socialcure.scoring.change.ReliableChange;
import org.socialcure.scoring.change.ReliableChangeClass;
import org.socialcure.scoring.internal.bootstrap.PersonReplicates;

/** Puts the outcome of one measure between two waves together. */
final class OutcomeOfPairs {
  private final Measure measure;
  private final String before;
  private final String after;
  private final OutcomeSettings settings;
  private final List<Gap> gaps = new ArrayList<>();

  OutcomeOfPairs(Measure measure, String before, String after, OutcomeSettings settings) {
    this.measure = measure;
    this.before = before;
    this.after = after;
    this.settings = settings;
  }

  ScaleOutcome of(double[] x, double[] y) {
    Pairs pairs = Pairs.of(x, y);
    Optional<PairedChange> change =
        pairs.n() < 2
            ? missing(OutcomePart.MEAN_CHANGE, NotEstimable.TOO_FEW_PEOPLE)
            : Optional.of(PairedChange.of(x, y, settings.level()));
    if (change.flatMap(PairedChange::test).isEmpty()) {
      gap(OutcomePart.T_TEST, few(change));
    }
    List<ChangeEffect> effects =
        change.map(c -> new ChangeEffects(pairs, settings).of(c)).orElseGet(List::of);
    if (effects.isEmpty()) {
      gap(OutcomePart.STANDARDIZED_CHANGE, few(change));
    }
    double[] differences = pairs.differences();
    Optional<SignedRankTest> signedRank = SignedRankTest.of(differences);
    int rose = count(differences, d -> d > 0);
    int fell = count(differences, d -> d < 0);
    Optional<SignTest> sign =
        rose + fell == 0 ? Optional.empty() : Optional.of(SignTest.of(rose, fell));
    if (sign.isEmpty()) {
      NotEstimable because =
          pairs.n() == 0 ? NotEstimable.TOO_FEW_PEOPLE : NotEstimable.NO_VARIATION;
      gap(OutcomePart.SIGNED_RANK_TEST, because);
      gap(OutcomePart.SIGN_TEST, because);
    }
    return new ScaleOutcome(
        measure,
        pairs.sample(),
        occasion(before, x, pairs.before()),
        occasion(after, y, pairs.after()),
        change,
        effects,
        signedRank,
        sign,
        shares(differences, rose, fell),
        reliable(differences),
        important(differences),
        bands(pairs),
        gaps);
  }

  private static NotEstimable few(Optional<PairedChange> change) {
    return change.isEmpty() ? NotEstimable.TOO_FEW_PEOPLE : NotEstimable.NO_VARIATION;
  }

  private void gap(OutcomePart part, NotEstimable because) {
    gaps.add(new Gap(part, because));
  }

  private <T> Optional<T> missing(OutcomePart part, NotEstimable because) {
    gap(part, because);
    return Optional.empty();
  }

  private Share share(int count, int of) {
    return Share.of(count, of, settings.level());
  }

  private static int count(double[] values, DoublePredicate which) {
    return (int) Arrays.stream(values).filter(which).count();
  }

  private Occasion occasion(String wave, double[] all, double[] paired) {
    int n = count(all, value -> !Double.isNaN(value));
    Optional<Share> floor = Optional.empty();
    Optional<Share> ceiling = Optional.empty();
    if (measure.range().isPresent() && n > 0) {
      double lowest = measure.range().get().minimum();
      double highest = measure.range().get().maximum();
      floor = Optional.of(share(count(all, value -> value == lowest), n));
      ceiling = Optional.of(share(count(all, value -> value == highest), n));
    } else if (Gap.find(gaps, OutcomePart.FLOOR_AND_CEILING).isEmpty()) {
      gap(
          OutcomePart.FLOOR_AND_CEILING,
          n == 0 ? NotEstimable.TOO_FEW_PEOPLE : NotEstimable.NO_REFERENCE);
    }
    return new Occasion(
        wave,
        n,
        paired.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(Ranking.median(paired)),
        floor,
        ceiling);
  }

  private Optional<ChangeShares> shares(double[] differences, int rose, int fell) {
    int n = differences.length;
    if (n == 0) {
      return missing(OutcomePart.SHARES, NotEstimable.TOO_FEW_PEOPLE);
    }
    double up = measure.direction() == Direction.HIGHER_IS_WORSE ? -1 : 1;
    double[] wins = Arrays.stream(differences).map(d -> (1 + Math.signum(up * d)) / 2).toArray();
    return Optional.of(
        new ChangeShares(
            measure.direction(),
            share(rose, n),
            share(n - rose - fell, n),
            share(fell, n),
            mean(wins)));
  }

  private Optional<Interval> mean(double[] values) {
    return settings.interval(
        PersonReplicates.of(
            values.length,
            settings.bootstrap().replicates(),
            settings.bootstrap().seed(),
            weights -> {
              double sum = 0;
              double all = 0;
              for (int i = 0; i < values.length; i++) {
                sum += weights[i] * values[i];
                all += weights[i];
              }
              return sum / all;
            }));
  }

  private Optional<ReliableShares> reliable(double[] differences) {
    Optional<ChangeReference> reference = measure.reference();
    Optional<NotEstimable> because = noJudgement(reference.isPresent(), differences.length);
    if (because.isPresent()) {
      return missing(OutcomePart.RELIABLE_CHANGE, because.get());
    }
    int improved = 0;
    int deteriorated = 0;
    for (double difference : differences) {
      ReliableChangeClass outcome =
          ReliableChange.of(difference, measure.direction(), reference).outcome();
      improved += outcome == ReliableChangeClass.IMPROVED ? 1 : 0;
      deteriorated += outcome == ReliableChangeClass.DETERIORATED ? 1 : 0;
    }
    int n = differences.length;
    return Optional.of(
        new ReliableShares(
            share(improved, n),
            share(n - improved - deteriorated, n),
            share(deteriorated, n),
            ReliableChange.of(0, measure.direction(), reference).threshold().orElseThrow(),
            reference.orElseThrow()));
  }

  private Optional<ImportantShares> important(double[] differences) {
    Optional<ImportantDifference> important = measure.important();
    Optional<NotEstimable> because = noJudgement(important.isPresent(), differences.length);
    if (because.isPresent()) {
      return missing(OutcomePart.IMPORTANT_CHANGE, because.get());
    }
    double points = important.orElseThrow().points();
    int n = differences.length;
    return Optional.of(
        new ImportantShares(
            share(count(differences, d -> measure.sign() * d >= points), n),
            share(count(differences, d -> measure.sign() * d <= -points), n),
            important.get()));
  }

  private Optional<NotEstimable> noJudgement(boolean given, int n) {
    if (!given) {
      return Optional.of(NotEstimable.NO_REFERENCE);
    }
    if (measure.direction() == Direction.NEUTRAL) {
      return Optional.of(NotEstimable.NO_DIRECTION);
    }
    return n == 0 ? Optional.of(NotEstimable.TOO_FEW_PEOPLE) : Optional.empty();
  }

  private List<BandShare> bands(Pairs pairs) {
    if (measure.bands().isEmpty() || pairs.n() == 0) {
      gap(
          OutcomePart.BANDS,
          pairs.n() == 0 ? NotEstimable.TOO_FEW_PEOPLE : NotEstimable.NO_REFERENCE);
      return List.of();
    }
    BandScheme scheme = measure.bands().get();
    List<BandShare> bands = new ArrayList<>();
    for (Band band : scheme.bands()) {
      bands.add(
          new BandShare(
              band.id(),
              band.label(),
              share(count(pairs.before(), v -> scheme.band(v).equals(band)), pairs.n()),
              share(count(pairs.after(), v -> scheme.band(v).equals(band)), pairs.n())));
    }
    return bands;
  }
}
