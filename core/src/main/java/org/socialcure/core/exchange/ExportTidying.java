package org.socialcure.core.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problem;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.data.RowCondition;

/** Takes out of an export what is nobody's answer, and what cannot be seen in its headings. */
final class ExportTidying {
  private static final String STATUS = "Status";

  private static final String CHANNEL = "DistributionChannel";

  /** The kinds of Qualtrics responses that the survey's authors made, by number and by word. */
  private static final Set<String> TRIALS =
      Set.of(
          "1",
          "2",
          "9",
          "17",
          "Survey Preview",
          "Survey Test",
          "Survey Preview Spam",
          "Offline Survey Preview");

  private ExportTidying() {}

  static Dataset of(SurveyExport export, Dataset data) {
    Dataset plain = withPlainHeadings(data);
    return export == SurveyExport.QUALTRICS ? withoutTrials(plain) : plain;
  }

  private static Dataset withoutTrials(Dataset plain) {
    Dataset answers = plain;
    if (plain.has(STATUS)) {
      answers = answers.filter(new RowCondition.Is(STATUS, TRIALS).negate());
    }
    if (plain.has(CHANNEL)) {
      answers = answers.filter(new RowCondition.Is(CHANNEL, Set.of("preview", "test")).negate());
    }
    int trials = plain.rows() - answers.rows();
    if (answers.rows() == 0 && trials > 0) {
      throw new InvalidInputException(
          "rows", "all are previews or tests of the survey, as Status or DistributionChannel says");
    }
    return trials == 0
        ? answers
        : answers.withRemarks(
            with(
                answers.remarks(),
                new Problem(
                    "rows",
                    trials
                        + (trials == 1
                            ? " row is a preview or test"
                            : " rows are previews or tests")
                        + " of the survey, and left out")));
  }

  private static <T> List<T> with(List<T> list, T more) {
    List<T> all = new ArrayList<>(list);
    all.add(more);
    return all;
  }

  private static Dataset withPlainHeadings(Dataset data) {
    Map<String, List<String>> headings = new LinkedHashMap<>();
    data.names()
        .forEach(name -> headings.computeIfAbsent(plain(name), key -> new ArrayList<>()).add(name));
    Dataset tidied = data;
    for (Map.Entry<String, List<String>> heading : headings.entrySet()) {
      String plain = heading.getKey();
      List<String> names = heading.getValue();
      if (names.size() > 1) {
        tidied = tidied.without(names.toArray(String[]::new));
        String why =
            names.size()
                + " columns have this heading but for blanks, and none of them can be meant";
        tidied =
            tidied
                .withAbsence(plain, why)
                .withRemarks(
                    with(tidied.remarks(), new Problem("column " + plain, why + "; left out")));
      } else if (!plain.isEmpty()) {
        tidied = tidied.rename(names.get(0), plain);
      }
    }
    return tidied;
  }

  /** A heading without what cannot be seen, and with one blank in the place of any others. */
  private static String plain(String heading) {
    return heading.replaceAll("[\\p{Cf}]", "").replaceAll("[\\s\\p{Z}\\p{Cc}]+", " ").strip();
  }
}
