package org.socialcure.mediation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.socialcure.core.Progress;
import org.socialcure.core.Progress.Stage;
import org.socialcure.core.data.Dataset;
import org.socialcure.mediation.inference.Acceleration;
import org.socialcure.mediation.inference.Bootstrap;
import org.socialcure.mediation.regression.Moments;
import org.socialcure.mediation.regression.RegressionFit;

/** What a listener hears of a fit, and how it ends one. */
class ProgressTest {
  private static final Dataset DATA = InterruptionTest.data(400, 2);
  private static final MediationModel MODEL = InterruptionTest.model(2);

  private record Call(Stage stage, long done, long total, Thread thread) {}

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void everyLongStageIsHeardInOrderOnTheCallingThread(int threads) {
    List<Call> calls = new ArrayList<>();

    MODEL
        .withPermutationTests(3000, 1)
        .withMonteCarlo(3000, 1)
        .fit(
            DATA,
            Bootstrap.bca(3000).seed(4).withThreads(threads),
            (stage, done, total) ->
                calls.add(new Call(stage, done, total, Thread.currentThread())));

    assertEquals(
        EnumSet.complementOf(EnumSet.of(Stage.WILD_CLUSTER_TEST)),
        calls.stream()
            .map(Call::stage)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Stage.class))));
    assertEquals(
        Set.of(Thread.currentThread()),
        calls.stream().map(Call::thread).collect(Collectors.toSet()));
    assertEquals(new Call(Stage.REPLICATES, 0, 3000, Thread.currentThread()), calls.get(0));
    for (int i = 1; i < calls.size(); i++) {
      Call before = calls.get(i - 1);
      Call call = calls.get(i);
      assertTrue(call.done() >= 0 && call.done() <= call.total(), call::toString);
      // Before any block of tasks is done, nothing is told again.
      boolean again = before.done() == 0 && before.stage() == call.stage();
      if (call.done() == 0 && !again) {
        assertEquals(before.total(), before.done(), "a stage begins before another has ended");
      } else {
        assertEquals(before.stage(), call.stage());
        assertTrue(call.done() >= before.done(), call::toString);
      }
    }
    Call last = calls.get(calls.size() - 1);
    assertEquals(last.total(), last.done());
  }

  /**
   * What the jackknife will take is told before anything begins, and then nothing of it is done.
   */
  @Test
  void aLongJackknifeIsToldBeforehandAndCanBeDeclined() {
    record Told(Stage stage, long total, Duration about) {}
    List<Told> told = new ArrayList<>();
    List<Stage> begun = new ArrayList<>();
    Progress declining =
        new Progress() {
          @Override
          public void ahead(Stage stage, long total, Duration about) {
            told.add(new Told(stage, total, about));
          }

          @Override
          public void advanced(Stage stage, long done, long total) {
            begun.add(stage);
          }

          @Override
          public boolean cancelled() {
            return !told.isEmpty();
          }
        };

    assertThrows(
        CancellationException.class, () -> MODEL.fit(DATA, Bootstrap.bca(3000), declining));

    assertEquals(List.of(), begun);
    assertEquals(Stage.JACKKNIFE, told.get(0).stage());
    assertEquals(400, told.get(0).total());
    assertTrue(told.get(0).about().compareTo(Duration.ZERO) > 0, told::toString);
    told.clear();
    for (Bootstrap none :
        List.of(
            Bootstrap.percentile(500),
            Bootstrap.bca(500).withAcceleration(Acceleration.REGRESSION))) {
      MODEL.fit(DATA, none, declining);
    }
    assertEquals(List.of(), told);
    assertThrows(
        CancellationException.class,
        () ->
            MODEL.fit(
                DATA, Bootstrap.bca(500).withAcceleration(Acceleration.INFINITESIMAL), declining));
    assertEquals(800, told.get(0).total());
  }

  @Test
  void aFitOfMomentsIsHeardAndEnded() {
    Map<String, double[]> columns = new LinkedHashMap<>();
    MODEL.columns().forEach(name -> columns.put(name, DATA.numbers(name)));
    Moments moments = Moments.of(columns);
    MediationModel drawn = MODEL.withMonteCarlo(3000, 1);
    List<Stage> heard = new ArrayList<>();

    MediationResult result = drawn.fit(moments, (stage, done, total) -> heard.add(stage));

    assertEquals(Set.of(Stage.MONTE_CARLO_DRAWS), Set.copyOf(heard));
    assertEquals(drawn.fit(moments).document(), result.document());
    assertThrows(
        CancellationException.class,
        () ->
            drawn.fit(
                moments,
                new Progress() {
                  @Override
                  public void advanced(Stage stage, long done, long total) {}

                  @Override
                  public boolean cancelled() {
                    return true;
                  }
                }));
  }

  @Test
  void wildClusterTestsAreHeardAndEnded() {
    MediationModel tested = MODEL.withClusters("y").withWildClusterTests(2000, 1);
    List<Call> calls = new ArrayList<>();

    MediationResult result =
        tested.fit(
            DATA,
            (stage, done, total) ->
                calls.add(new Call(stage, done, total, Thread.currentThread())));

    assertEquals(
        Set.of(new Call(Stage.WILD_CLUSTER_TEST, 0, 2000, Thread.currentThread())),
        calls.stream().filter(call -> call.done() == 0).collect(Collectors.toSet()));
    assertEquals(
        result.document().wildClusterTests().size(),
        calls.stream().filter(call -> call.done() == call.total()).count());
    assertEquals(tested.fit(DATA).document(), result.document());

    // Every row is a cluster: of few, all signs are enumerated before anyone grows impatient.
    Dataset rows = DATA.with("row", IntStream.range(0, 400).mapToDouble(row -> row).toArray());
    RegressionFit fit = MODEL.withClusters("row").fit(rows).equation("y").fit();
    List<Long> heard = new ArrayList<>();
    Progress impatient =
        new Progress() {
          @Override
          public void advanced(Stage stage, long done, long total) {
            heard.add(done);
          }

          @Override
          public boolean cancelled() {
            return heard.size() > 2;
          }
        };
    assertThrows(
        CancellationException.class, () -> fit.wildClusterTest("x", 10_000_000, 1, impatient));
    assertEquals(3, heard.size());
    calls.clear();
    assertEquals(
        fit.wildClusterTest("x", 5000, 1),
        fit.wildClusterTest(
            "x",
            5000,
            1,
            (stage, done, total) ->
                calls.add(new Call(stage, done, total, Thread.currentThread()))));
    assertEquals(5000, calls.get(calls.size() - 1).done());
  }

  @Test
  void theResultIsTheSameAsUnheard() {
    Bootstrap bootstrap = Bootstrap.bca(500).seed(4);

    assertEquals(
        MODEL.fit(DATA, bootstrap).document(),
        MODEL.fit(DATA, bootstrap, (stage, done, total) -> {}).document());
    assertEquals(MODEL.fit(DATA).document(), MODEL.fit(DATA, (s, d, t) -> {}).document());
  }

  @Test
  void whatIsAskedLaterIsToldToNobody() {
    AtomicInteger calls = new AtomicInteger();
    MediationResult result =
        MODEL.fit(DATA, Bootstrap.bca(500), (stage, done, total) -> calls.incrementAndGet());
    int during = calls.get();

    result.permutationTest(result.indirect("m"), 500, 1);
    result.monteCarlo(result.indirect("m"), 500, 1);

    assertTrue(during > 0);
    assertEquals(during, calls.get());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void whatAListenerThrowsReachesTheCallerAndEndsTheFit(int threads) {
    RuntimeException thrown = new IllegalStateException("no more");
    AtomicInteger after = new AtomicInteger();

    RuntimeException caught =
        assertThrows(
            RuntimeException.class,
            () ->
                MODEL.fit(
                    DATA,
                    Bootstrap.percentile(1_000_000).withThreads(threads),
                    (stage, done, total) -> {
                      after.incrementAndGet();
                      if (done > 0) {
                        throw thrown;
                      }
                    }));

    assertSame(thrown, caught);
    assertEquals(2, after.get());
    assertEquals(List.of(), InterruptionTest.workers());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void aListenerThatSaysSoCancels(int threads) {
    Progress canceller =
        new Progress() {
          private boolean enough;

          @Override
          public void advanced(Stage stage, long done, long total) {
            enough = done > 0;
          }

          @Override
          public boolean cancelled() {
            return enough;
          }
        };

    assertThrows(
        CancellationException.class,
        () -> MODEL.fit(DATA, Bootstrap.percentile(1_000_000).withThreads(threads), canceller));

    assertFalse(Thread.currentThread().isInterrupted());
    assertEquals(List.of(), InterruptionTest.workers());
  }

  @Test
  void aListenerThatInterruptsItsThreadEndsTheFit() {
    assertThrows(
        CancellationException.class,
        () ->
            MODEL.fit(
                DATA,
                Bootstrap.percentile(1_000_000),
                (stage, done, total) -> Thread.currentThread().interrupt()));

    assertTrue(Thread.interrupted());
  }

  @Test
  void aListenerMayFitAnotherModel() {
    List<Integer> replicates = new ArrayList<>();

    MODEL.fit(
        DATA,
        Bootstrap.percentile(200),
        (stage, done, total) ->
            replicates.add(
                MODEL
                    .fit(DATA, Bootstrap.percentile(100))
                    .document()
                    .bootstrap()
                    .orElseThrow()
                    .replicates()));

    assertTrue(replicates.size() >= 2);
  }
}
