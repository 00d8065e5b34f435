package org.socialcure.mediation.inference;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problems;
import org.socialcure.core.internal.Words;

/**
 * How replicates are drawn and how intervals are made of them.
 *
 * <p>{@code Bootstrap.percentile(10_000).seed(2019)} draws rows with replacement, or whole clusters
 * where the model has them. One set of resamples serves every effect, contrast and standardised
 * effect of a model. Replicate {@code r} depends on the seed and {@code r} alone, so the same seed
 * gives the same bits for any number of threads.
 *
 * <p>Reference: Efron B, Tibshirani RJ. An Introduction to the Bootstrap. Chapman &amp; Hall; 1993.
 * Davison AC, Hinkley DV. Bootstrap Methods and their Application. Cambridge University Press;
 * 1997.
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class Bootstrap {
  /** The largest number of replicates that can be asked for. */
  public static final int MAX_REPLICATES = 1_000_000;

  /** The seed when none is given. */
  public static final long DEFAULT_SEED = 20191129L;

  private final Settings settings;

  /** What was asked for; changed in no other way than on a copy of its own, before it is used. */
  private static final class Settings {
    private final IntervalMethod method;
    private int replicates;
    private Optional<BootstrapKind> kind = Optional.empty();
    private Acceleration acceleration = Acceleration.JACKKNIFE;
    private Compatibility compatibility = Compatibility.NONE;
    private Optional<QuantileRule> rule = Optional.empty();
    private long seed = DEFAULT_SEED;
    private Optional<String> strata = Optional.empty();
    private OptionalInt threads = OptionalInt.empty();
    private int @Nullable [][] indices;

    Settings(IntervalMethod method, int replicates) {
      this.method = Objects.requireNonNull(method, "method");
      this.replicates = replicates;
    }

    Settings(Settings other) {
      method = other.method;
      replicates = other.replicates;
      kind = other.kind;
      acceleration = other.acceleration;
      compatibility = other.compatibility;
      rule = other.rule;
      seed = other.seed;
      strata = other.strata;
      threads = other.threads;
      indices = other.indices;
    }
  }

  private Bootstrap(Settings settings) {
    if (settings.replicates < 2 || settings.replicates > MAX_REPLICATES) {
      throw new InvalidInputException(
          "bootstrap replicates",
          "must be from 2 to " + MAX_REPLICATES + "; 5000 to 10000 are usual");
    }
    this.settings = settings;
  }

  private Bootstrap with(Consumer<Settings> change) {
    Settings copy = new Settings(settings);
    change.accept(copy);
    return new Bootstrap(copy);
  }

  /**
   * Percentile intervals.
   *
   * @param replicates how many replicates, from 2 to {@value #MAX_REPLICATES}
   * @return the bootstrap
   * @throws InvalidInputException if the number is out of range
   */
  public static Bootstrap percentile(int replicates) {
    return of(IntervalMethod.PERCENTILE, replicates);
  }

  /**
   * Bias-corrected intervals.
   *
   * @param replicates how many replicates, from 2 to {@value #MAX_REPLICATES}
   * @return the bootstrap
   * @throws InvalidInputException if the number is out of range
   */
  public static Bootstrap biasCorrected(int replicates) {
    return of(IntervalMethod.BIAS_CORRECTED, replicates);
  }

  /**
   * Bias-corrected and accelerated intervals.
   *
   * @param replicates how many replicates, from 2 to {@value #MAX_REPLICATES}
   * @return the bootstrap
   * @throws InvalidInputException if the number is out of range
   */
  public static Bootstrap bca(int replicates) {
    return of(IntervalMethod.BCA, replicates);
  }

  /**
   * Intervals of a given method.
   *
   * @param method the method
   * @param replicates how many replicates, from 2 to {@value #MAX_REPLICATES}
   * @return the bootstrap
   * @throws InvalidInputException if the number is out of range
   */
  public static Bootstrap of(IntervalMethod method, int replicates) {
    return new Bootstrap(new Settings(method, replicates));
  }

  /**
   * The same with a seed.
   *
   * @param seed any number
   * @return the bootstrap
   */
  public Bootstrap seed(long seed) {
    return with(s -> s.seed = seed);
  }

  /**
   * The same with a kind of resampling that stays whatever the model.
   *
   * <p>Rows of a model with clusters are drawn one by one only if that is named here, and the
   * result says that it was.
   *
   * @param kind the kind
   * @return the bootstrap
   * @throws InvalidInputException if there are strata and the kind is another than {@link
   *     BootstrapKind#STRATIFIED}
   */
  public Bootstrap withKind(BootstrapKind kind) {
    Optional<BootstrapKind> named = Optional.of(kind);
    if (settings.strata.isPresent() && kind != BootstrapKind.STRATIFIED) {
      throw new InvalidInputException(
          "bootstrap kind",
          "strata belong to the stratified bootstrap, not to " + Words.of(kind) + "; say one");
    }
    return with(s -> s.kind = named);
  }

  /**
   * The same, drawing rows within strata.
   *
   * @param column the column that holds the stratum of each row
   * @return the bootstrap
   * @throws InvalidInputException if another kind than {@link BootstrapKind#STRATIFIED} was named
   */
  public Bootstrap withStrata(String column) {
    Optional<String> strata = Optional.of(column);
    settings
        .kind
        .filter(kind -> kind != BootstrapKind.STRATIFIED)
        .ifPresent(
            kind -> {
              throw new InvalidInputException(
                  "bootstrap strata",
                  "belong to the stratified bootstrap, not to " + Words.of(kind) + "; say one");
            });
    return with(
        s -> {
          s.kind = Optional.of(BootstrapKind.STRATIFIED);
          s.strata = strata;
        });
  }

  /**
   * The same with another rule for quantiles of replicates.
   *
   * @param rule the rule
   * @return the bootstrap
   */
  public Bootstrap withRule(QuantileRule rule) {
    Optional<QuantileRule> asked = Optional.of(rule);
    return with(s -> s.rule = asked);
  }

  /**
   * The same with another estimate of the acceleration of BCa intervals.
   *
   * @param acceleration how it is estimated
   * @return the bootstrap
   */
  public Bootstrap withAcceleration(Acceleration acceleration) {
    Objects.requireNonNull(acceleration, "acceleration");
    return with(s -> s.acceleration = acceleration);
  }

  /**
   * The same in the manner of another tool: its quantile rule, critical values and treatment of
   * degenerate replicates.
   *
   * @param compatibility the tool
   * @return the bootstrap
   */
  public Bootstrap withCompatibility(Compatibility compatibility) {
    Objects.requireNonNull(compatibility, "compatibility");
    return with(s -> s.compatibility = compatibility);
  }

  /**
   * The same on a given number of threads; the results do not depend on it.
   *
   * @param threads at least 1; by default as many as there are processors. With 1, no other thread
   *     runs, neither for the replicates nor for anything that is asked of the result later
   * @return the bootstrap
   * @throws InvalidInputException if there is no thread
   */
  public Bootstrap withThreads(int threads) {
    if (threads < 1) {
      throw new InvalidInputException("bootstrap threads", "at least one thread is needed");
    }
    return with(s -> s.threads = OptionalInt.of(threads));
  }

  /**
   * The same with resamples that were drawn elsewhere.
   *
   * @param indices one row a replicate: the positions, from 0, of the drawn rows among the rows
   *     that the model uses
   * @return the bootstrap, with as many replicates as there are rows of indices
   * @throws InvalidInputException if there are fewer than two resamples or an index is negative
   */
  public Bootstrap withIndices(int[][] indices) {
    Problems problems = new Problems();
    problems.require(
        indices.length >= 2 && indices.length <= MAX_REPLICATES,
        "resamples",
        "from 2 to " + MAX_REPLICATES + " are needed");
    int[][] copy = new int[indices.length][];
    for (int r = 0; r < indices.length; r++) {
      if (indices[r] == null) {
        problems.add("resample " + (r + 1), "is null; give the positions of its rows");
        continue;
      }
      copy[r] = indices[r].clone();
      for (int index : copy[r]) {
        if (index < 0) {
          problems.add("resample " + (r + 1), "indices count from 0");
          break;
        }
      }
    }
    problems.throwIfAny();
    return with(
        s -> {
          s.replicates = copy.length;
          s.indices = copy;
        });
  }

  /**
   * How many replicates are asked for.
   *
   * @return from 2 to {@value #MAX_REPLICATES}
   */
  public int replicates() {
    return settings.replicates;
  }

  /**
   * What is drawn, if it was named.
   *
   * @return the kind; empty for clusters where the model has them, and rows where it has none
   */
  public Optional<BootstrapKind> kind() {
    return settings.kind;
  }

  /**
   * How intervals are made.
   *
   * @return the method
   */
  public IntervalMethod method() {
    return settings.method;
  }

  /**
   * How the acceleration of BCa intervals is estimated.
   *
   * @return the jackknife by default
   */
  public Acceleration acceleration() {
    return settings.acceleration;
  }

  /**
   * The tool in whose manner intervals are made.
   *
   * @return none by default
   */
  public Compatibility compatibility() {
    return settings.compatibility;
  }

  /**
   * The rule for quantiles of replicates.
   *
   * @return the rule asked for, else that of {@link #compatibility()}
   */
  public QuantileRule rule() {
    return settings.rule.orElseGet(settings.compatibility::rule);
  }

  /**
   * The seed.
   *
   * @return {@value #DEFAULT_SEED} by default
   */
  public long seed() {
    return settings.seed;
  }

  /**
   * The column of strata.
   *
   * @return the column of a stratified bootstrap
   */
  public Optional<String> strata() {
    return settings.strata;
  }

  /**
   * The number of threads asked for.
   *
   * @return empty for as many as there are processors
   */
  public OptionalInt threads() {
    return settings.threads;
  }

  /**
   * Whether the resamples were supplied.
   *
   * @return whether {@link #withIndices(int[][])} was used
   */
  public boolean hasIndices() {
    return settings.indices != null;
  }

  /**
   * The supplied resample of one replicate.
   *
   * @param replicate from 0
   * @return the positions of its rows
   * @throws IllegalStateException if no resamples were supplied
   */
  public int[] indices(int replicate) {
    int[][] indices = settings.indices;
    if (indices == null) {
      throw new IllegalStateException("No resamples were supplied.");
    }
    return indices[replicate].clone();
  }

  @Override
  public String toString() {
    return settings.kind.map(kind -> Words.of(kind) + " bootstrap, ").orElse("bootstrap, ")
        + settings.replicates
        + " replicates, "
        + Words.of(settings.method)
        + " intervals, rule "
        + Words.of(rule())
        + (settings.indices == null ? ", seed " + settings.seed : ", supplied resamples");
  }
}
