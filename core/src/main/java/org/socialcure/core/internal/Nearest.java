package org.socialcure.core.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * The known words that an unknown one most probably stands for.
 *
 * <p>Those are the ones with the fewest letters left out, added, changed or swapped with a
 * neighbour: at most one for every three of their own, and none beside words of fewer than three.
 * Capitals, and underscores and spaces in the place of hyphens, do not count; a digit is no slip
 * for another. Where no word is so near, those that begin with the unknown word are meant.
 *
 * <p>Whatever there is to choose from, at most {@value #MOST} words are proposed and the others
 * only counted: the names of a file may be a person's answers, where its line of names is missing.
 */
public final class Nearest {
  /** How many words are proposed at most. */
  public static final int MOST = 3;

  private static final int FEW = 20;

  private static final int LETTERS_A_SLIP = 3;

  private static final int NEVER = 1000;

  /** Nobody mistypes a longer word, and to compare two of them takes the square of their length. */
  private static final int LONGEST = 200;

  private Nearest() {}

  /**
   * The nearest known words.
   *
   * @param word a word that is not known; not null
   * @param known the known words; not null
   * @return the nearest, at most {@value #MOST} that are equally near; empty if none is near
   */
  public static List<String> to(String word, Collection<String> known) {
    String typed = plain(word);
    if (typed.length() > LONGEST) {
      return List.of();
    }
    List<String> nearest = new ArrayList<>();
    int least = NEVER;
    for (String candidate : known) {
      int most = typed.length() < LETTERS_A_SLIP ? 0 : candidate.length() / LETTERS_A_SLIP;
      int slips =
          Math.abs(candidate.length() - typed.length()) > most
              ? NEVER
              : slips(typed, plain(candidate));
      if (slips <= most && slips <= least) {
        if (slips < least) {
          nearest.clear();
        }
        nearest.add(candidate);
        least = slips;
      }
    }
    List<String> meant = nearest.isEmpty() ? continued(typed, known) : nearest;
    return meant.stream().distinct().limit(MOST).toList();
  }

  /**
   * The nearest known words as a question after a part of a message.
   *
   * @param word a word that is not known; not null
   * @param known the known words; not null
   * @return {@code " (did you mean age?)"}, or an empty text if none is near
   */
  public static String question(String word, Collection<String> known) {
    List<String> nearest = to(word, known).stream().map(Nearest::onOneLine).toList();
    return nearest.isEmpty() ? "" : " (did you mean " + Names.anyOf(nearest) + "?)";
  }

  /**
   * The nearest known words and how many there are.
   *
   * @param word a word that is not known; not null
   * @param known the known words; not null
   * @param kind what they are, in the plural
   * @return {@code " (did you mean age?); there are 12 columns"}
   */
  public static String among(String word, Collection<String> known, String kind) {
    return question(word, known) + "; " + count(known, kind);
  }

  /**
   * As {@link #among}, for names that an author gave or that belong to the library, which are all
   * told where they are few.
   *
   * @param word a word that is not known; not null
   * @param known the known words; not null
   * @param kind what they are, in the plural
   * @return {@code " (did you mean total?); there are total, direct"}
   */
  public static String listed(String word, Collection<String> known, String kind) {
    List<String> told = known.stream().distinct().toList();
    return told.isEmpty() || told.size() > FEW
        ? among(word, told, kind)
        : question(word, told) + "; there are " + String.join(", ", told);
  }

  /**
   * As {@link #among}, for the columns of a file. None is proposed where some of the names are
   * numbers: then the line of names is missing, and a person's answers stand in its place.
   *
   * @param name a name that no column has; not null
   * @param names the names of the columns; not null
   * @return the end of a message
   */
  public static String amongColumns(String name, Collection<String> names) {
    return areAnswers(names)
        ? "; "
            + count(names, "columns")
            + ", and some of their names are numbers: a file needs a line of column names before"
            + " its rows"
        : among(name, names, "columns");
  }

  /**
   * Whether the names of columns look like a row of answers.
   *
   * @param names the names; not null
   * @return whether one of them is a number
   */
  public static boolean areAnswers(Collection<String> names) {
    return names.stream().anyMatch(it -> Names.parse(it.strip()).isPresent());
  }

  private static String count(Collection<String> known, String kind) {
    int count = known.size();
    return switch (count) {
      case 0 -> "there are none";
      case 1 -> "there is one";
      default -> "there are " + count + " " + kind;
    };
  }

  private static String onOneLine(String word) {
    return word.replaceAll("\\s+", " ").strip();
  }

  private static String plain(String word) {
    return word.strip().replace('_', '-').replace(' ', '-').toLowerCase(Locale.ROOT);
  }

  private static List<String> continued(String typed, Collection<String> known) {
    return typed.length() < LETTERS_A_SLIP
        ? List.of()
        : known.stream().filter(candidate -> plain(candidate).startsWith(typed)).toList();
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
