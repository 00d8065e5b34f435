package org.socialcure.mediation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A printout of the PROCESS macro, release 2.16, read as what it is: a head with the roles of the
 * variables, then titled tables. A line that is neither known boilerplate nor part of a table is an
 * error, so that nothing is passed over in silence.
 *
 * @param model the number of the model
 * @param roles the variable of each letter at the head, such as {@code M1}
 * @param tables the tables in order
 * @param counts whole numbers that stand by themselves, by the line before them
 * @param numbers how many numbers stand in the text, counted without regard to tables
 */
record Printout(
    int model,
    Map<String, String> roles,
    List<Table> tables,
    Map<String, Cell> counts,
    int numbers) {
  private static final Pattern NUMBER = Pattern.compile("-?\\d*\\.\\d+");
  private static final Pattern ALONE = Pattern.compile("\\d+|\\d+\\.\\d+");
  private static final Pattern ROLE = Pattern.compile("([A-Z]\\d*) = (\\S+)");
  private static final Pattern STARS = Pattern.compile("\\*+|-+");
  private static final Pattern HEADING = Pattern.compile("\\*+ ([A-Z ]+[A-Z]) \\*+");

  /** Lines that say nothing about the analysis. */
  private static final List<String> BOILERPLATE =
      List.of(
          "Run MATRIX procedure:",
          "************** PROCESS Procedure for SPSS Release 2.16.3 *****************",
          "Written by Andrew F. Hayes, Ph.D.       www.afhayes.com",
          "Documentation available in Hayes (2013). www.guilford.com/p/hayes3",
          "Values for quantitative moderators are the mean and plus/minus one SD from mean.",
          "Values for dichotomous moderators are the two values of the moderator.",
          "NOTE: All standard errors for continuous outcome models are based on the HC3 estimator",
          "------ END MATRIX -----");

  /** Headings of parts that have titled tables of their own. */
  private static final List<String> PARTS =
      List.of("DIRECT AND INDIRECT EFFECTS", "ANALYSIS NOTES AND WARNINGS");

  /** Lines before a number that stands by itself. */
  static final String SAMPLE_SIZE = "Sample size";

  static final String REPLICATES =
      "Number of bootstrap samples for bias corrected bootstrap confidence intervals:";
  static final String LEVEL = "Level of confidence for all confidence intervals in output:";

  /**
   * A printed number.
   *
   * @param text as printed
   */
  record Cell(String text) {
    double value() {
      return Double.parseDouble(text);
    }

    /** Half a unit of the last printed place. */
    double halfUnit() {
      int point = text.indexOf('.');
      return point < 0 ? 0.5 : 0.5 * Math.pow(10, -(text.length() - point - 1));
    }

    boolean rounds(double exact) {
      // The last place may fall either way where the exact value lies half way between two.
      return Math.abs(exact - value()) <= halfUnit() * (1 + 1e-6) + 1e-12 * Math.abs(exact);
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /**
   * A row of a table.
   *
   * @param label the word before the numbers; empty if there is none
   * @param cells the numbers by column
   */
  record Row(String label, Map<String, Cell> cells) {}

  /**
   * A table.
   *
   * @param outcome the outcome of the equation under which it stands; empty before the first
   * @param title the line above
   * @param columns the heads of its columns
   * @param rows its rows
   */
  record Table(String outcome, String title, List<String> columns, List<Row> rows) {}

  static Printout read(String text) {
    return new Reader(text).read();
  }

  /** The variables of the products, by the printed name and the outcome of the equation. */
  Map<String, List<String>> products(String outcome) {
    Map<String, List<String>> products = new LinkedHashMap<>();
    tables.stream()
        .filter(t -> t.title().equals("Product terms key:") && t.outcome().equals(outcome))
        .flatMap(t -> t.rows().stream())
        .forEach(row -> products.put(row.label(), List.copyOf(row.cells().keySet())));
    return products;
  }

  /** Reads line by line. */
  private static final class Reader {
    private final List<String> lines;
    private final Map<String, String> roles = new LinkedHashMap<>();
    private final List<Table> tables = new ArrayList<>();
    private final Map<String, Cell> counts = new LinkedHashMap<>();
    private int at;
    private String outcome = "";
    private int model;

    Reader(String text) {
      // An empty line more ends a table that stands last.
      this.lines = (text + "\n\n").replace("\uFEFF", "").lines().map(String::strip).toList();
    }

    Printout read() {
      while (at < lines.size()) {
        String line = lines.get(at++);
        Matcher heading = HEADING.matcher(line);
        if (line.isEmpty() || BOILERPLATE.contains(line) || STARS.matcher(line).matches()) {
          continue;
        }
        if (line.startsWith("Model = ")) {
          model = Integer.parseInt(line.substring("Model = ".length()));
          readRoles();
        } else if (line.startsWith("Outcome: ")) {
          outcome = line.substring("Outcome: ".length());
        } else if (heading.matches() && PARTS.contains(heading.group(1))) {
          outcome = "";
        } else if (line.equals(SAMPLE_SIZE) || line.equals(REPLICATES) || line.equals(LEVEL)) {
          counts.put(line, new Cell(lines.get(at++)));
        } else if (line.equals("Product terms key:")) {
          readKey(line);
        } else {
          readTables(heading.matches() ? heading.group(1) : line);
        }
      }
      return new Printout(model, roles, tables, counts, census());
    }

    private void readRoles() {
      for (; !lines.get(at).isEmpty(); at++) {
        Matcher role = ROLE.matcher(lines.get(at));
        if (!role.matches()) {
          throw unknown(lines.get(at));
        }
        roles.put(role.group(1), role.group(2));
      }
    }

    private void skipBlank() {
      while (lines.get(at).isEmpty()) {
        at++;
        if (at == lines.size()) {
          throw new AssertionError("the text ends where a table should stand");
        }
      }
    }

    /** Rows such as {@code int_1 x X w}: the factors stand between the letters X. */
    private void readKey(String title) {
      List<Row> rows = new ArrayList<>();
      skipBlank();
      for (; !lines.get(at).isEmpty(); at++) {
        String[] words = lines.get(at).split(" +");
        Map<String, Cell> factors = new LinkedHashMap<>();
        for (int i = 1; i < words.length; i++) {
          if (i % 2 == 1) {
            factors.put(words[i], new Cell(words[i]));
          } else if (!words[i].equals("X")) {
            throw unknown(lines.get(at));
          }
        }
        rows.add(new Row(words[0], factors));
      }
      tables.add(new Table(outcome, title, List.of(), rows));
    }

    /** A titled table; where it says "Mediator", one for each mediator may follow. */
    private void readTables(String title) {
      do {
        skipBlank();
        if (lines.get(at).equals("Mediator")) {
          at++;
        }
        readTable(title);
        int next = at;
        while (next < lines.size() && lines.get(next).isEmpty()) {
          next++;
        }
        if (next < lines.size() && lines.get(next).equals("Mediator")) {
          at = next;
        }
      } while (lines.get(at).equals("Mediator"));
    }

    private void readTable(String title) {
      List<String> columns =
          Arrays.asList(
              lines
                  .get(at++)
                  .replace("Boot SE", "BootSE")
                  .replace("Model LL", "ModelLL")
                  .split(" +"));
      List<Row> rows = new ArrayList<>();
      for (; !lines.get(at).isEmpty(); at++) {
        List<String> words = new ArrayList<>(Arrays.asList(lines.get(at).split(" +")));
        String label = NUMBER.matcher(words.get(0)).matches() ? "" : words.remove(0);
        if (words.size() != columns.size()
            || !words.stream().allMatch(w -> NUMBER.matcher(w).matches())) {
          throw unknown(lines.get(at));
        }
        Map<String, Cell> cells = new LinkedHashMap<>();
        for (int c = 0; c < words.size(); c++) {
          cells.put(columns.get(c), new Cell(words.get(c)));
        }
        rows.add(new Row(label, cells));
      }
      if (rows.isEmpty()) {
        throw unknown(title);
      }
      tables.add(new Table(outcome, title, columns, rows));
    }

    private AssertionError unknown(String line) {
      return new AssertionError("line " + (at + 1) + " is not understood: " + line);
    }

    /** Every number of the text, found without any knowledge of its parts. */
    private int census() {
      int found = 0;
      for (String line : lines) {
        if (ALONE.matcher(line).matches()) {
          found++;
        } else {
          for (String word : line.split(" +")) {
            found += NUMBER.matcher(word).matches() ? 1 : 0;
          }
        }
      }
      return found;
    }
  }
}
