package org.socialcure.scoring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.socialcure.core.Problems;
import org.socialcure.core.answer.Coding;
import org.socialcure.core.answer.Responses;
import org.socialcure.core.data.ColumnName;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Item;
import org.socialcure.core.person.Assessment;
import org.socialcure.core.person.Cohort;
import org.socialcure.core.person.Participant;

/** Scores the questionnaires of a cohort in the columns that the cohort lays its answers out in. */
final class CohortScoring {
  /** What was asked: an instrument and the group it was asked about. */
  private record Form(Instrument instrument, Optional<String> target) {
    InstrumentColumns columns() {
      List<String> columns = new ArrayList<>();
      for (Item item : instrument.items()) {
        columns.add(ColumnName.ofItem(instrument.id(), target, item.id()).toString());
      }
      return new InstrumentColumns(instrument, target, Optional.empty(), columns, Coding.none());
    }
  }

  private CohortScoring() {}

  static Dataset score(Cohort cohort, Dataset answers) {
    List<String> kept = new ArrayList<>();
    BatchScorer scorer = BatchScorer.EMPTY;
    kept.addAll(answers.names());
    for (Form form : forms(cohort)) {
      InstrumentColumns columns = form.columns();
      kept.removeAll(columns.columns());
      scorer = scorer.instrument(columns);
    }
    return kept.size() == answers.names().size() ? answers : scorer.keep(kept).score(answers);
  }

  /** What anyone was asked, in the order in which it is met. */
  private static List<Form> forms(Cohort cohort) {
    Map<String, Instrument> known = new LinkedHashMap<>();
    Set<Form> forms = new LinkedHashSet<>();
    Problems problems = new Problems();
    for (Participant participant : cohort.participants()) {
      for (Assessment assessment : participant.assessments()) {
        for (Responses responses : assessment.responses()) {
          Instrument instrument = responses.instrument();
          Instrument first = known.putIfAbsent(instrument.id(), instrument);
          if (first == null || first.equals(instrument)) {
            Form form = new Form(instrument, responses.target());
            forms.add(form);
          } else if (problems.isEmpty()) {
            problems.add(
                instrument.id(),
                "two different instruments have this id; give each an id of its own");
          }
        }
      }
    }
    problems.throwIfAny();
    return List.copyOf(forms);
  }
}
