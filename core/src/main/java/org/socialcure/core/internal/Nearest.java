package org.socialcure.core.internal;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The known word that an unknown one most probably stands for.
 *
 * <p>That is the one with the fewest letters left out, added, changed or swapped with a neighbour:
 * at most one for every three of its own, and none beside words of fewer than three. Capitals, and
 * underscores and spaces in the place of hyphens, do not count; a digit is no slip for another.
 * Where no word is so near, the only one that begins with the unknown word is meant.
 */
public final class Nearest {
  private static final int LETTERS_A_SLIP = 3;

  private static final int NEVER = 1000;

  private Nearest() {}

  /**
   * The nearest known word.
   *
   * @param word a word that is not known; not null
   * @param known the known words; not null
   * @return the nearest; empty if none is near, or several equally
   */
  public static Optional<String> to(String word, Collection<String> known) {
    String typed = plain(word);
    Optional<String> nearest = Optional.empty();
    int least = NEVER;
    for (String candidate : known) {
      int most = typed.length() < LETTERS_A_SLIP ? 0 : candidate.length() / LETTERS_A_SLIP;
      int slips =
          Math.abs(candidate.length() - typed.length()) > most
              ? NEVER
              : slips(typed, plain(candidate));
      if (slips <= most && slips <= least) {
        nearest = slips == least ? Optional.empty() : Optional.of(candidate);
        least = slips;
      }
    }
    return least == NEVER ? continued(typed, known) : nearest;
  }

  /**
   * The nearest known word as a question after a part of a message.
   *
   * @param word a word that is not known; not null
   * @param known the known words; not null
   * @return {@code " (did you mean age?)"}, or an empty text if none is near
   */
  public static String question(String word, Collection<String> known) {
    return to(word, known).map(nearest -> " (did you mean " + nearest + "?)").orElse("");
  }

  /**
   * As {@link #question}, for the column of a file. It stays silent where some of the names are
   * numbers: then the line of names is missing, and a person's answers stand in its place.
   *
   * @param name a name that no column has; not null
   * @param names the names of the columns; not null
   * @return the question, or an empty text
   */
  public static String columnQuestion(String name, Collection<String> names) {
    boolean answers = names.stream().anyMatch(it -> Names.parse(it.strip()).isPresent());
    return answers ? "" : question(name, names);
  }

  private static String plain(String word) {
    return word.strip().replace('_', '-').replace(' ', '-').toLowerCase(Locale.ROOT);
  }

  private static Optional<String> continued(String typed, Collection<String> known) {
    List<String> longer =
        typed.length() < LETTERS_A_SLIP
            ? List.of()
            : known.stream().filter(candidate -> plain(candidate).startsWith(typed)).toList();
    return longer.size() == 1 ? Optional.of(longer.get(0)) : Optional.empty();
  }

  /** The optimal string alignment distance of two words. */
  private static int slips(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int change = change(a.charAt(i - 1), b.charAt(j - 1));
        d[i][j] = Math.min(d[i - 1][j - 1] + change, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }

  private static int change(char from, char to) {
    if (from == to) {
      return 0;
    }
    return Character.isDigit(from) && Character.isDigit(to) ? NEVER : 1;
  }
}
