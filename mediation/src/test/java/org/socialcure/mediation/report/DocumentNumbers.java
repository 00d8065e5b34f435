package org.socialcure.mediation.report;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the numbers of a document in what was made of it, whatever their digits. */
final class DocumentNumbers {
  /** Too much for a table; the JSON document has them. */
  private static final Set<String> NOT_SHOWN = Set.of("covariance", "curve");

  private static final Pattern NUMBER =
      Pattern.compile("-?[0-9]*\\.[0-9]+(e[+-]?[0-9]+)?|-?[0-9][0-9,]*(e[+-]?[0-9]+)?");

  private DocumentNumbers() {}

  /** Fails for the first number of the document that no number of the text rounds. */
  static void assertShown(ModelDocument document, String text) {
    assertShown(document, text, Set.of());
  }

  /** The same, but for parts that this form leaves to others. */
  static void assertShown(ModelDocument document, String text, Set<String> leftOut) {
    String plain = text.replace('\u2007', ' ').replace('\u2212', '-').replace('\u00a0', ' ');
    List<double[]> shown = new ArrayList<>();
    Matcher matcher = NUMBER.matcher(plain);
    while (matcher.find()) {
      shown.add(printed(matcher.group()));
    }
    collect("", document).stream()
        .filter(n -> leftOut.stream().noneMatch(n.name::contains))
        .forEach(
            n ->
                assertTrue(
                    shown.stream().anyMatch(s -> Math.abs(s[0] - n.value) <= s[1])
                        || n.name.endsWith("p") && n.value < 0.001 && plain.contains("< .001")
                        || n.name.endsWith("p") && n.value > 0.999 && plain.contains("> .999"),
                    () -> n + " is not shown"));
  }

  /** A printed number and half of the unit of its last digit. */
  private static double[] printed(String number) {
    String digits = number.replace(",", "");
    int e = digits.indexOf('e');
    String mantissa = e < 0 ? digits : digits.substring(0, e);
    int point = mantissa.indexOf('.');
    int decimals = point < 0 ? 0 : mantissa.length() - point - 1;
    double unit = Math.pow(10, -decimals + (e < 0 ? 0 : Integer.parseInt(digits.substring(e + 1))));
    // A hair more than half a unit, for halves that binary fractions cannot hold.
    return new double[] {Double.parseDouble(digits), unit * 0.51};
  }

  private record Named(String name, double value) {}

  private static List<Named> collect(String name, Object value) {
    List<Named> found = new ArrayList<>();
    if (value instanceof ModelDocument.EffectSize size && size.withheld().isPresent()) {
      // People are told the reason in place of the number.
      return found;
    }
    if (value instanceof Record record) {
      for (RecordComponent component : record.getClass().getRecordComponents()) {
        if (!NOT_SHOWN.contains(component.getName())) {
          try {
            found.addAll(
                collect(name + "." + component.getName(), component.getAccessor().invoke(record)));
          } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
          }
        }
      }
    } else if (value instanceof Collection<?> values) {
      int i = 0;
      for (Object element : values) {
        found.addAll(collect(name + "[" + i++ + "]", element));
      }
    } else if (value instanceof Map<?, ?> map) {
      map.forEach((k, v) -> found.addAll(collect(name + "." + k, v)));
    } else if (value instanceof Optional<?> optional) {
      optional.ifPresent(v -> found.addAll(collect(name, v)));
    } else if (value instanceof OptionalDouble optional) {
      optional.ifPresent(v -> found.add(new Named(name, v)));
    } else if (value instanceof OptionalLong optional) {
      optional.ifPresent(v -> found.add(new Named(name, v)));
    } else if (value instanceof Number number && !name.endsWith("level")) {
      found.add(new Named(name, number.doubleValue()));
    }
    return found;
  }
}
