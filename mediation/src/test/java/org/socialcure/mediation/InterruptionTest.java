package org.socialcure.mediation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.socialcure.core.data.Dataset;
import org.socialcure.mediation.effect.Effect;
import org.socialcure.mediation.inference.Bootstrap;
import org.socialcure.mediation.inference.BootstrapKind;
import org.socialcure.mediation.internal.Lazy;
import org.socialcure.mediation.model.Family;
import org.socialcure.mediation.model.PathModel;
import org.socialcure.mediation.regression.Moments;
import org.socialcure.mediation.regression.RegressionFit;
import org.socialcure.mediation.regression.StandardErrors;

/** A calculation whose thread is interrupted ends soon, says so, and leaves no thread behind. */
class InterruptionTest {
  /** A machine that nothing else runs on takes under 50 ms; a busy one is given more. */
  private static final long SOON_MILLIS = 1000;

  /** Where other work takes the processors at the wrong moment, one try in three has to be soon. */
  private static final int TRIES = 3;

  private static final int LONG = 1_000_000;
  private static final Dataset MANY_ROWS = data(400_000, 30);
  private static final Dataset SOME_ROWS = data(20_000, 2);

  /** A question that takes many seconds. */
  private interface Question {
    void ask() throws Exception;
  }

  static Stream<Arguments> questions() {
    Dataset few = data(300, 2);
    MediationModel linear = model(2);
    MediationModel wide = model(30);
    MediationModel counts = linear.withFamily("y", Family.NEGATIVE_BINOMIAL);
    return IntStream.of(1, 2, 8)
        .boxed()
        .flatMap(
            threads ->
                Stream.of(
                    asked("percentile", threads, it -> linear.fit(few, it)),
                    asked("many rows", threads, it -> wide.fit(MANY_ROWS, it)),
                    asked("negative binomial", threads, it -> counts.fit(few, it)),
                    asked("wild", threads, it -> linear.fit(few, it.withKind(BootstrapKind.WILD))),
                    asked(
                        "Bayesian, counts of many rows",
                        threads,
                        it ->
                            wide.withFamily("y", Family.POISSON)
                                .fit(MANY_ROWS, it.withKind(BootstrapKind.BAYESIAN))),
                    asked(
                        "jackknife",
                        threads,
                        it ->
                            model(2)
                                .withFamily("y", Family.POISSON)
                                .fit(SOME_ROWS, Bootstrap.bca(40).withThreads(threads))
                                .effects()
                                .forEach(Effect::bootstrap)),
                    asked(
                        "permutations",
                        threads,
                        it ->
                            wide.withThreads(threads)
                                .withPermutationTests(LONG, 1)
                                .fit(data(2000, 30))
                                .effects()
                                .forEach(Effect::normalTheory)),
                    asked(
                        "Monte Carlo",
                        threads,
                        it ->
                            wide.withThreads(threads)
                                .withMonteCarlo(4 * LONG, 1)
                                .fit(few30())
                                .effects()
                                .forEach(Effect::normalTheory))));
  }

  private static Dataset few30() {
    return data(300, 30);
  }

  private interface Fit {
    void of(Bootstrap bootstrap);
  }

  private static Arguments asked(String what, int threads, Fit fit) {
    Question question = () -> fit.of(Bootstrap.percentile(LONG).seed(1).withThreads(threads));
    return Arguments.of(what, threads, question);
  }

  @ParameterizedTest(name = "{0}, {1} threads")
  @MethodSource("questions")
  void aLongQuestionEndsSoon(String what, int threads, Question question) throws Exception {
    assertEndsSoon(what + ", " + threads, question, 120);
  }

  @Test
  void aWildClusterTestEndsSoon() throws Exception {
    Dataset rows =
        data(300, 2).with("row", IntStream.range(0, 300).mapToDouble(row -> row).toArray());
    // Every row is a cluster: of few, all signs are enumerated within milliseconds.
    RegressionFit fit = model(2).withClusters("row").fit(rows).equation("m").fit();
    assertEndsSoon("wild cluster test", () -> fit.wildClusterTest("x", 1_000_000, 1), 50);
  }

  /** A single fit, without any replicate, of more rows and columns than anyone waits for. */
  static Stream<Arguments> singleFits() {
    MediationModel wide = model(30);
    return Stream.of(
        Arguments.of("linear", (Question) () -> wide.fit(MANY_ROWS)),
        Arguments.of(
            "hc3", (Question) () -> wide.withStandardErrors(StandardErrors.HC3).fit(MANY_ROWS)),
        Arguments.of(
            "logit",
            (Question)
                () ->
                    Mediation.from("x")
                        .through("m")
                        .to("b")
                        .adjustingFor(
                            IntStream.range(1, 30).mapToObj(i -> "c" + i).toArray(String[]::new))
                        .build()
                        .withFamily("b", Family.LOGIT)
                        .fit(MANY_ROWS)),
        Arguments.of(
            "negative binomial",
            (Question) () -> wide.withFamily("y", Family.NEGATIVE_BINOMIAL).fit(MANY_ROWS)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("singleFits")
  void aSingleFitEndsSoon(String what, Question question) throws Exception {
    for (int after : List.of(20, 400)) {
      assertEndsSoon(what + ", after " + after, question, after);
    }
  }

  /** What a result is asked later, and leaves to the first question. */
  static Stream<Arguments> lazyQuestions() {
    MediationModel moderated =
        Mediation.of(PathModel.parse("m ~ a*x + c1 + d*x:c1\ny ~ q*m + c*x + b")).between("x", "y");
    MediationModel logit =
        Mediation.of(PathModel.parse("m ~ a*x + c1\nb ~ q*m + c*x + y"))
            .between("x", "b")
            .withFamily("b", Family.LOGIT);
    Dataset few = data(300, 2);
    Map<String, double[]> wide = new LinkedHashMap<>();
    java.util.SplittableRandom random = new java.util.SplittableRandom(5);
    String[] mediators = IntStream.range(0, 25).mapToObj(i -> "m" + i).toArray(String[]::new);
    Stream.concat(Stream.of("x", "y"), Stream.of(mediators))
        .forEach(name -> wide.put(name, random.doubles(200).toArray()));
    Moments moments = Moments.of(wide);
    MediationModel parallel = Mediation.from("x").through(mediators).to("y").build();
    Supplier<MediationResult> replicated =
        () -> moderated.fit(few, Bootstrap.percentile(8_000).seed(2));
    return Stream.of(
        lazy("bands of replicates", replicated, MediationResult::regions),
        lazy("simultaneous intervals", replicated, r -> r.simultaneous(r.effects())),
        lazy("intervals of replicates", replicated, MediationResult::document),
        lazy(
            "jackknife",
            () -> moderated.fit(data(2000, 2), Bootstrap.bca(40)),
            MediationResult::effects),
        lazy(
            "profiles of the likelihood",
            () -> logit.fit(data(5000, 2)),
            r -> r.equation("b").fit().ratios()),
        lazy(
            "wild cluster tests",
            () -> model(2).withClusters("y").withWildClusterTests(9_999, 4).fit(few),
            MediationResult::document),
        lazy("draws", () -> model(2).fit(few), r -> r.monteCarlo(r.indirect("m"), 200_000, 1)),
        lazy(
            "permutations",
            () -> model(2).fit(few),
            r -> r.permutationTest(r.indirect("m"), 20_000, 1)),
        lazy("moments", () -> parallel.fit(moments), MediationResult::document),
        lazy("page", () -> parallel.fit(moments), r -> r.report().html()));
  }

  private static Arguments lazy(
      String what, Supplier<MediationResult> fit, Function<MediationResult, Object> question) {
    return Arguments.of(what, fit, question);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lazyQuestions")
  void aLazyQuestionEndsSoonAndIsAskedAgain(
      String what, Supplier<MediationResult> fit, Function<MediationResult, Object> question)
      throws Exception {
    String expected = question.apply(fit.get()).toString();
    MediationResult result = fit.get();
    int late = 0;
    for (long after = 2; after < 200; after *= 3) {
      AtomicReference<Throwable> thrown = new AtomicReference<>();
      AtomicReference<Object> answer = new AtomicReference<>();
      Thread asking =
          new Thread(
              () -> {
                try {
                  answer.set(question.apply(result));
                } catch (Throwable e) {
                  thrown.set(e);
                }
              });
      asking.start();
      asking.join(after);
      long start = System.nanoTime();
      asking.interrupt();
      asking.join(TimeUnit.MINUTES.toMillis(1));
      long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
      late += millis < SOON_MILLIS ? 0 : 1;
      if (answer.get() == null) {
        assertInstanceOf(CancellationException.class, thrown.get(), what);
      }
      assertEquals(List.of(), workers(), what);
    }
    int lateOnes = late;
    assertTrue(lateOnes < TRIES, () -> what + ": ended late " + lateOnes + " times");
    assertEquals(expected, question.apply(result).toString());
  }

  private static void assertEndsSoon(String what, Question question, long afterMillis)
      throws Exception {
    List<Long> took = new ArrayList<>();
    while (took.size() < TRIES && took.stream().noneMatch(millis -> millis < SOON_MILLIS)) {
      took.add(millisToTheEnd(what, question, afterMillis));
    }
    assertTrue(
        took.stream().anyMatch(millis -> millis < SOON_MILLIS),
        () -> what + ": ended after " + took + " ms");
  }

  private static long millisToTheEnd(String what, Question question, long afterMillis)
      throws Exception {
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    AtomicReference<Boolean> marked = new AtomicReference<>();
    Thread asking =
        new Thread(
            () -> {
              try {
                question.ask();
              } catch (Throwable e) {
                thrown.set(e);
              }
              marked.set(Thread.currentThread().isInterrupted());
            });
    asking.start();
    asking.join(afterMillis);
    assertTrue(
        asking.isAlive(), () -> what + " was answered before it was interrupted: " + thrown.get());

    long start = System.nanoTime();
    asking.interrupt();
    asking.join(TimeUnit.MINUTES.toMillis(1));
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);

    assertInstanceOf(CancellationException.class, thrown.get(), what);
    assertEquals(true, marked.get(), () -> what + ": the mark of the interruption is gone");
    assertEquals(List.of(), workers(), what);
    return millis;
  }

  static List<String> workers() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(Thread::isAlive)
        .map(Thread::getName)
        .filter(name -> name.startsWith("resampling"))
        .toList();
  }

  @Test
  void whoWaitsForAnotherThreadsAnswerCanBeInterrupted() throws Exception {
    CountDownLatch computing = new CountDownLatch(1);
    CountDownLatch enough = new CountDownLatch(1);
    Lazy<String> value =
        Lazy.of(
            () -> {
              computing.countDown();
              try {
                enough.await();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
              return "value";
            });
    Thread first = new Thread(value::get);
    first.start();
    computing.await();

    assertEndsSoon("waiting", value::get, 50);

    enough.countDown();
    first.join();
    assertEquals("value", value.get());
  }

  @Test
  void aResultIsAskedAgainAfterAnInterruption() {
    MediationResult result =
        model(2).withPermutationTests(2000, 1).fit(data(300, 2), Bootstrap.bca(400).seed(3));
    String expected =
        model(2)
            .withPermutationTests(2000, 1)
            .fit(data(300, 2), Bootstrap.bca(400).seed(3))
            .document()
            .toString();

    Thread.currentThread().interrupt();
    try {
      result.document();
    } catch (CancellationException e) {
      assertTrue(Thread.interrupted());
    }

    assertEquals(expected, result.document().toString());
  }

  static MediationModel model(int covariates) {
    return Mediation.from("x")
        .through("m")
        .to("y")
        .adjustingFor(
            Stream.concat(IntStream.range(1, covariates).mapToObj(i -> "c" + i), Stream.of("b"))
                .toArray(String[]::new))
        .build();
  }

  /** Rows of counts and scores that follow from a fixed recurrence. */
  static Dataset data(int rows, int covariates) {
    java.util.SplittableRandom random = new java.util.SplittableRandom(7);
    double[] x = new double[rows];
    double[] m = new double[rows];
    double[] y = new double[rows];
    double[] b = new double[rows];
    double[][] c = new double[covariates][rows];
    for (int i = 0; i < rows; i++) {
      x[i] = random.nextDouble();
      m[i] = x[i] + random.nextDouble();
      y[i] = Math.floor(3 * random.nextDouble() * (1 + m[i]) * random.nextDouble());
      b[i] = random.nextDouble() < 0.4 + 0.2 * x[i] ? 1 : 0;
      for (double[] column : c) {
        column[i] = random.nextDouble();
      }
    }
    Map<String, double[]> columns = new LinkedHashMap<>(Map.of("x", x, "m", m, "y", y, "b", b));
    for (int j = 1; j < covariates; j++) {
      columns.put("c" + j, c[j]);
    }
    return Dataset.of(columns);
  }
}
