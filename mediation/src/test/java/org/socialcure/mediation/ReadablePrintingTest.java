package org.socialcure.mediation;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.socialcure.core.data.Dataset;
import org.socialcure.mediation.inference.Bootstrap;
import org.socialcure.mediation.model.CategoricalCoding;
import org.socialcure.mediation.model.PathModel;
import org.socialcure.mediation.regression.Moments;

/** Whatever a result hands out prints itself in words, not as the record that it is. */
class ReadablePrintingTest {
  private static final Pattern RAW =
      Pattern.compile("[A-Z]\\w*\\[\\w+=|Optional(Double|Int)?[.\\[]|@[0-9a-f]{5,}|\\bNaN\\b");

  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<String> raw = new TreeSet<>();
  private final Set<Class<?>> printed = Collections.newSetFromMap(new IdentityHashMap<>());

  @Test
  void everyValueOfAResultPrintsItselfInWords() throws ReflectiveOperationException {
    Dataset data = data();
    MediationModel model =
        Mediation.of(
                PathModel.parse(
                    """
                    m ~ a*x + w + x:w
                    y ~ b*m + c*x + w
                    serial := a*b
                    """))
            .between("x", "y")
            .withCoding("w", CategoricalCoding.of(CategoricalCoding.Scheme.INDICATOR))
            .withMonteCarlo(200, 1)
            .withPermutationTests(50, 1);
    walk(model.fit(data, Bootstrap.bca(60)));
    walk(model.question());
    walk(
        Mediation.of(PathModel.parse("m ~ x + w + x:w\ny ~ m + x + w"))
            .between("x", "y")
            .fit(data));
    walk(
        Moments.of(Map.of("x", data.numbers("x"), "m", data.numbers("m"), "y", data.numbers("y"))));
    assertTrue(printed.size() > 25, () -> "only " + printed);
    assertFalse(!raw.isEmpty(), () -> String.join("\n", raw));
  }

  private void walk(Object value) throws ReflectiveOperationException {
    if (value instanceof Optional<?> optional) {
      if (optional.isPresent()) {
        walk(optional.get());
      }
    } else if (value instanceof Collection<?> collection) {
      for (Object each : collection) {
        walk(each);
      }
    } else if (value instanceof Map<?, ?> map) {
      walk(map.values());
    } else if (isOurs(value.getClass()) && seen.add(value)) {
      printed.add(value.getClass());
      if (RAW.matcher(value.toString()).find()) {
        raw.add(value.getClass().getName() + ": " + value);
      }
      for (Method method : value.getClass().getMethods()) {
        if (method.getParameterCount() == 0
            && !Modifier.isStatic(method.getModifiers())
            && Modifier.isPublic(method.getDeclaringClass().getModifiers())
            && method.getReturnType() != void.class
            && isOurs(method.getDeclaringClass())) {
          walk(method.invoke(value));
        }
      }
    }
  }

  /** Strokes of a picture and rows of a table have no words without their whole. */
  private static boolean isOurs(Class<?> type) {
    String name = type.getName();
    return name.startsWith("org.socialcure")
        && !name.contains(".internal")
        && !name.matches(".*\\.document\\.(Diagram|ForestPlot|LinePlot|Table)\\$.*");
  }

  private static Dataset data() {
    Random random = new Random(7);
    int n = 120;
    double[] x = random.doubles(n).toArray();
    double[] w = Arrays.stream(random.ints(n, 0, 3).toArray()).asDoubleStream().toArray();
    double[] m = new double[n];
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      m[i] = x[i] * (1 + w[i]) + random.nextGaussian() / 3;
      y[i] = m[i] + random.nextGaussian() / 3;
    }
    return Dataset.builder()
        .numbers("x", x)
        .numbers("w", w)
        .numbers("m", m)
        .numbers("y", y)
        .build();
  }
}
