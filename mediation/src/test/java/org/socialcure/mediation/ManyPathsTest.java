package org.socialcure.mediation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.data.Dataset;
import org.socialcure.mediation.effect.Caution;
import org.socialcure.mediation.effect.Effect;
import org.socialcure.mediation.effect.EffectKey;
import org.socialcure.mediation.effect.EffectKind;
import org.socialcure.mediation.effect.ListedPaths;
import org.socialcure.mediation.inference.Bootstrap;
import org.socialcure.mediation.model.PathModel;

/** Models of so many paths that no list holds them. */
class ManyPathsTest {
  private static String[] mediators(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(i -> "m" + i).toArray(String[]::new);
  }

  private static Dataset series(int mediators, int rows) {
    Random random = new Random(4);
    double[][] columns = new double[mediators + 2][rows];
    for (int row = 0; row < rows; row++) {
      double sum = 0;
      for (int c = 0; c < columns.length; c++) {
        columns[c][row] = 0.15 * sum + random.nextGaussian();
        sum += columns[c][row];
      }
    }
    var data = Dataset.builder().numbers("x", columns[0]);
    for (int m = 1; m <= mediators; m++) {
      data = data.numbers("m" + m, columns[m]);
    }
    return data.numbers("y", columns[mediators + 1]).build();
  }

  private static MediationModel inSeries(int mediators) {
    return Mediation.from("x").through(mediators(mediators)).inSeries().to("y").build();
  }

  @Test
  void twentyMediatorsInSeriesAreFittedAtOnce() {
    Dataset data = series(20, 1000);
    // A fifth of a second or less on an idle machine, and no end in sight where paths are listed.
    MediationResult result = assertTimeout(Duration.ofSeconds(10), () -> inSeries(20).fit(data));
    assertEquals(
        List.of(new ListedPaths("x", "y", BigInteger.valueOf((1 << 20) - 1), 1000)),
        result.listedPaths());
    assertEquals(
        1000, result.effects().stream().filter(e -> e.kind() == EffectKind.INDIRECT).count());
    // The sum of all million effects is what the regression without mediators finds.
    double total = result.total().orElseThrow().estimate();
    assertEquals(ofExposureAlone(data).estimate(), total, 1e-9);
    assertEquals(
        total,
        result.direct().orElseThrow().estimate() + result.totalIndirect().orElseThrow().estimate(),
        1e-9);
    String told =
        result.cautions().stream()
            .filter(c -> c.code() == Caution.Code.EFFECTS_NOT_LISTED)
            .map(Caution::message)
            .findFirst()
            .orElseThrow();
    assertTrue(told.contains("1048575 indirect effects"), told);
    assertTrue(result.report().text().contains("1048575 indirect effects"));
    assertEquals(1_048_575, result.document().listedPaths().get(0).paths());
  }

  /** The effect of x in the regression of y on x, which is the total effect in linear models. */
  private static Effect ofExposureAlone(Dataset data) {
    return Mediation.of(PathModel.parse("y ~ c*x"))
        .between("x", "y")
        .fit(data)
        .direct()
        .orElseThrow();
  }

  @Test
  void totalsOfReplicatesHoldAllPaths() {
    Dataset data = series(13, 120);
    Bootstrap bootstrap = Bootstrap.percentile(60).seed(9);
    MediationResult result =
        inSeries(13).withIndirectEffectsListed(3).fit(data, bootstrap.withThreads(3));
    MediationResult alone =
        Mediation.of(PathModel.parse("y ~ c*x")).between("x", "y").fit(data, bootstrap);
    double[] expected = alone.replicates(alone.direct().orElseThrow());
    double[] direct = result.replicates(result.direct().orElseThrow());
    double[] through = result.replicates(result.totalIndirect().orElseThrow());
    double[] totals = result.replicates(result.total().orElseThrow());
    for (int r = 0; r < expected.length; r++) {
      assertEquals(expected[r], totals[r], 1e-9);
      assertEquals(expected[r], direct[r] + through[r], 1e-9);
    }
  }

  @Test
  void standardErrorsOfSumsAreThoseOfTheSumsWrittenOut() {
    Dataset data = series(4, 200);
    MediationResult result = inSeries(4).fit(data);
    PathModel path = inSeries(4).path();
    List<String> products = new ArrayList<>();
    for (List<String> way : path.paths("x", "y")) {
      List<String> steps = new ArrayList<>();
      for (int i = 1; i < way.size(); i++) {
        steps.add("`" + way.get(i) + "~" + way.get(i - 1) + "`");
      }
      products.add(String.join("*", steps));
    }
    String indirect = String.join(" + ", products.subList(1, products.size()));
    Effect written = inSeries(4).fit(data).estimate(indirect);
    Effect summed = result.totalIndirect().orElseThrow();
    assertEquals(written.estimate(), summed.estimate(), 1e-12);
    assertEquals(
        written.classical().orElseThrow().se().orElseThrow(),
        summed.classical().orElseThrow().se().orElseThrow(),
        1e-12);
  }

  @Test
  void thoseNotListedAreAnsweredWhenAsked() {
    Dataset data = series(14, 200);
    MediationResult all = inSeries(6).fit(data);
    MediationResult few = inSeries(6).withIndirectEffectsListed(6).fit(data);
    assertEquals(63, all.effects().stream().filter(e -> e.kind() == EffectKind.INDIRECT).count());
    assertEquals(
        Set.of(3),
        Set.copyOf(
            few.effects().stream()
                .filter(e -> e.kind() == EffectKind.INDIRECT)
                .map(e -> e.path().size())
                .toList()));
    for (Effect effect : all.effects()) {
      if (effect.key() instanceof EffectKey.Along along && along.kind() == EffectKind.INDIRECT) {
        Effect asked = few.indirect(along.mediators().toArray(String[]::new));
        assertEquals(effect.estimate(), asked.estimate());
        assertEquals(effect.name(), asked.name());
        assertEquals(effect.classical(), asked.classical());
        assertEquals(effect.key(), few.effect(effect.key()).key());
      }
    }
    for (List<String> none :
        List.of(List.of("m2", "m1"), List.of("x"), List.of("y"), List.of("z"), List.<String>of())) {
      assertThrows(InvalidInputException.class, () -> few.indirect(none.toArray(String[]::new)));
    }
  }

  @Test
  void sumsDoNotDependOnTheList() {
    Dataset data = series(6, 150);
    MediationResult one = inSeries(6).withIndirectEffectsListed(1).fit(data);
    MediationResult all = inSeries(6).fit(data);
    assertEquals(all.total().map(Effect::estimate), one.total().map(Effect::estimate));
    assertEquals(
        all.totalIndirect().map(Effect::inference), one.totalIndirect().map(Effect::inference));
    assertEquals(all.direct().map(Effect::inference), one.direct().map(Effect::inference));
    assertTrue(all.cautions().stream().noneMatch(c -> c.code() == Caution.Code.EFFECTS_NOT_LISTED));
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, PathModel.MOST_PATHS + 1, Integer.MAX_VALUE})
  void listsThatNobodyCouldReadAreRefused(int most) {
    assertThrows(InvalidInputException.class, () -> inSeries(2).withIndirectEffectsListed(most));
    PathModel path = inSeries(2).path();
    assertThrows(InvalidInputException.class, () -> path.paths("x", "y", most));
  }

  @Test
  void pathsAreCountedWhereTheyCannotBeListed() {
    PathModel path = inSeries(200).path();
    assertEquals(BigInteger.TWO.pow(200), path.pathCount("x", "y"));
    assertEquals(200, path.between("x", "y").size());
    assertEquals(2, path.paths("x", "y", 2).size());
    InvalidInputException refused =
        assertThrows(InvalidInputException.class, () -> path.paths("x", "y"));
    assertTrue(refused.getMessage().contains("10000"), refused.getMessage());
  }

  /** A chain of mediators nests as deep as it is long. */
  @Test
  void chainsAreAsLongAsTheyAre() {
    StringBuilder syntax = new StringBuilder("m1 ~ x\n");
    for (int m = 2; m <= 3000; m++) {
      syntax.append("m").append(m).append(" ~ m").append(m - 1).append("\n");
    }
    PathModel path = PathModel.parse(syntax + "y ~ m3000");
    assertEquals(3002, path.paths("x", "y").get(0).size());
    assertEquals(BigInteger.ONE, path.pathCount("x", "y"));
  }

  @Test
  void effectsOfManyModeratorsAreAskedForAtValues() {
    int count = 12;
    Random random = new Random(2);
    StringBuilder syntax = new StringBuilder("m ~ a*x");
    var data = Dataset.builder();
    for (String name : List.of("x", "m", "y")) {
      data = data.numbers(name, random.doubles(200).toArray());
    }
    java.util.Map<String, Double> at = new java.util.TreeMap<>();
    for (int w = 1; w <= count; w++) {
      syntax.append(" + w" + w + " + x:w" + w);
      data = data.numbers("w" + w, random.doubles(200).toArray());
      at.put("w" + w, 0.5);
    }
    MediationModel model =
        Mediation.of(PathModel.parse(syntax + "\ny ~ b*m + c*x")).between("x", "y");
    MediationResult result = model.fit(data.build());
    assertTrue(
        result.cautions().stream().anyMatch(c -> c.code() == Caution.Code.EFFECTS_NOT_LISTED));
    assertEquals(0, result.listedPaths().get(0).listed());
    List<Effect> asked =
        result.conditional(at).stream().filter(e -> e.kind() == EffectKind.INDIRECT).toList();
    assertEquals(1, asked.size());
    assertTrue(result.report().text().length() > 0);
  }

  @Test
  void effectsThatDoubleCostNoMoreThanTheirNames() {
    StringBuilder syntax = new StringBuilder("m ~ a*x + w\ny ~ b*m + x\ne0 := a + b*w\n");
    for (int e = 1; e <= 60; e++) {
      String before = "e" + (e - 1);
      syntax.append("e" + e + " := " + before + "*0.3 + " + before + "*0.2\n");
    }
    Dataset data = series(2, 80);
    Dataset named =
        Dataset.builder()
            .numbers("x", data.numbers("x"))
            .numbers("m", data.numbers("m1"))
            .numbers("w", data.numbers("m2"))
            .numbers("y", data.numbers("y"))
            .build();
    assertTimeout(
        Duration.ofSeconds(20),
        () -> {
          PathModel path = PathModel.parse(syntax.toString());
          assertEquals(path, PathModel.parse(path.syntax()));
          assertEquals(path.hashCode(), PathModel.parse(path.syntax()).hashCode());
          MediationResult result = Mediation.of(path).fit(named, Bootstrap.bca(50).seed(1));
          for (Effect effect : result.effects()) {
            if (effect.key() instanceof EffectKey.Named last && last.name().equals("e60")) {
              Effect first = result.effect(new EffectKey.Named("e0", last.at()));
              double halved = Math.pow(0.5, 60);
              assertEquals(first.estimate() * halved, effect.estimate(), 1e-30);
              assertEquals(
                  first.classical().orElseThrow().se().orElseThrow() * halved,
                  effect.classical().orElseThrow().se().orElseThrow(),
                  1e-30);
            }
          }
        });
  }
}
