package org.socialcure.examples.study;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problem;
import org.socialcure.core.answer.Coding;
import org.socialcure.core.data.ColumnRole;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Instruments;
import org.socialcure.core.json.Json;
import org.socialcure.examples.study.document.DataDocument;
import org.socialcure.examples.study.document.DataDocument.WaveCount;
import org.socialcure.examples.study.document.ScoreCount;
import org.socialcure.examples.study.plan.Columns;
import org.socialcure.examples.study.plan.DataSection;
import org.socialcure.examples.study.plan.InstrumentSection;
import org.socialcure.examples.study.plan.InstrumentSection.Source;
import org.socialcure.examples.study.plan.Plan;
import org.socialcure.scoring.BatchScorer;
import org.socialcure.scoring.BatchScores;
import org.socialcure.scoring.BatchSummary;
import org.socialcure.scoring.InstrumentColumns;
import org.socialcure.scoring.NotScoredReason;
import org.socialcure.scoring.ScaleSummary;
import org.socialcure.scoring.Scorer;

/**
 * Makes one row a person out of the raw answers: scores, counts of groups and visits, and the
 * columns kept, at every wave and as change.
 *
 * @param data what was read
 * @param scores how many forms were scored
 * @param measures the measures that may change between waves, before widening
 * @param wide one row a person
 */
record Preparation(
    DataDocument data, List<ScoreCount> scores, List<String> measures, Dataset wide) {

  static Preparation of(Plan plan, PlanSource source, String file, Dataset raw) {
    return new Step(plan, source, raw).prepare(file);
  }

  /** One preparation; gathers the problems of all parts before it refuses the file. */
  private static final class Step {
    private final Plan plan;
    private final PlanSource source;
    private final Dataset raw;
    private final Refusal.Gathering problems = new Refusal.Gathering();
    private final Set<String> kept = new LinkedHashSet<>();

    Step(Plan plan, PlanSource source, Dataset raw) {
      this.plan = plan;
      this.source = source;
      this.raw = raw;
    }

    Preparation prepare(String file) {
      DataSection layout = plan.data();
      layout.id().ifPresent(kept::add);
      layout.wave().ifPresent(kept::add);
      kept.addAll(plan.keep());
      plan.models().forEach(model -> model.columns().forEach(this::keepForModel));
      checkLayout();
      BatchScores scored = score();
      Map<String, double[]> counts = new LinkedHashMap<>();
      Cells cells = new Cells(raw, layout.invalid(), problems);
      plan.groups()
          .forEach(it -> problems.attempt(() -> counts.putAll(GroupCounts.of(it, raw, cells))));
      plan.services()
          .forEach(it -> problems.attempt(() -> counts.putAll(ServiceCounts.of(it, raw, cells))));
      problems.finish();

      List<String> measures = new ArrayList<>();
      scored.summary().scales().forEach(scale -> measures.add(scale.name()));
      measures.addAll(counts.keySet());
      Dataset result = scored.scores();
      for (Map.Entry<String, double[]> count : counts.entrySet()) {
        if (result.has(count.getKey())) {
          throw new InvalidInputException(
              "column " + count.getKey(),
              "is made by the plan and is in the file as well; rename one");
        }
        result = result.with(count.getKey(), count.getValue());
      }
      result = result.withRole(ColumnRole.MEASURE, measures.toArray(String[]::new));
      Dataset wide =
          layout.wave().isPresent()
              ? result.widen(layout.id().orElseThrow(), layout.wave().get(), layout.waves())
              : result;
      return new Preparation(
          data(file, scored.summary(), cells),
          scored.summary().scales().stream().map(this::count).toList(),
          measures,
          wide);
    }

    /** Keeps a column of the file that a model names, by its name or by its name at a wave. */
    private void keepForModel(String name) {
      int at = name.lastIndexOf('@');
      if (raw.has(name)) {
        kept.add(name);
      } else if (at > 0 && raw.has(name.substring(0, at))) {
        kept.add(name.substring(0, at));
      }
    }

    private void checkLayout() {
      DataSection layout = plan.data();
      boolean complete = true;
      for (String name : layout.id().stream().toList()) {
        complete &= requireColumn(name, "data.id");
      }
      for (String name : layout.wave().stream().toList()) {
        complete &= requireColumn(name, "data.wave");
      }
      if (!complete || layout.id().isEmpty()) {
        return;
      }
      String id = layout.id().get();
      if (layout.wave().isPresent()) {
        // Widening the two columns alone finds what is wrong with them together with what is wrong
        // elsewhere.
        String wave = layout.wave().get();
        problems.attempt(() -> raw.select(id, wave).widen(id, wave, layout.waves()));
      } else {
        refuseRepeatedPersons(id);
      }
    }

    private boolean requireColumn(String name, String field) {
      if (!raw.has(name)) {
        problems.add(
            new Problem(
                "column " + name,
                "is named by \""
                    + field
                    + "\" of the plan, but there is no such column; there are "
                    + String.join(", ", raw.names())));
        kept.remove(name);
        return false;
      }
      return true;
    }

    private void refuseRepeatedPersons(String id) {
      Map<String, Integer> seen = new HashMap<>();
      List<Optional<String>> ids = raw.texts(id);
      for (int row = 0; row < raw.rows(); row++) {
        if (ids.get(row).isEmpty()) {
          problems.add(new Problem(raw.place(row, id), "no identifier; every row needs one"));
          continue;
        }
        Integer earlier = seen.putIfAbsent(ids.get(row).get(), row);
        if (earlier != null) {
          problems.add(
              new Problem(
                  raw.place(row, id),
                  "the same participant as in "
                      + raw.place(earlier)
                      + "; keep one row per participant, or name the \"wave\""));
        }
      }
    }

    /** The scores beside the kept columns; an empty table where a problem leaves none. */
    private BatchScores score() {
      List<BatchScores> result = new ArrayList<>();
      BatchScorer scorer =
          Scorer.batch().invalidCodes(plan.data().invalid()).keep(List.copyOf(kept));
      boolean complete = true;
      for (int i = 0; i < plan.instruments().size(); i++) {
        List<InstrumentColumns> columns = new ArrayList<>();
        InstrumentSection section = plan.instruments().get(i);
        problems.attempt("instruments[" + i + "], ", () -> columns.add(columns(section)));
        complete &= !columns.isEmpty();
        for (InstrumentColumns instrument : columns) {
          scorer = scorer.instrument(instrument);
        }
      }
      if (plan.instruments().isEmpty()) {
        problems.attempt(() -> result.add(unscored()));
      } else if (complete) {
        BatchScorer ready = scorer;
        problems.attempt(() -> result.add(ready.scoreAll(raw)));
      }
      return result.isEmpty()
          ? new BatchScores(raw, new BatchSummary(raw.rows(), List.of(), Map.of()))
          : result.get(0);
    }

    private BatchScores unscored() {
      return new BatchScores(raw.select(kept), new BatchSummary(raw.rows(), List.of(), Map.of()));
    }

    private InstrumentColumns columns(InstrumentSection section) {
      Instrument instrument = instrument(section.source());
      InstrumentColumns columns =
          section.columns() instanceof Columns.Pattern pattern
              ? InstrumentColumns.of(instrument, pattern.pattern())
              : InstrumentColumns.of(instrument, ((Columns.Names) section.columns()).names());
      if (!section.coding().isEmpty()) {
        columns = columns.coding(Coding.of(section.coding()));
      }
      return section.target().isPresent() ? columns.about(section.target().get()) : columns;
    }

    private Instrument instrument(Source origin) {
      if (origin instanceof Source.Catalogue catalogue) {
        return Instruments.find(catalogue.id())
            .orElseThrow(
                () ->
                    new InvalidInputException(
                        catalogue.id(),
                        "is not in the catalogue; there are "
                            + String.join(
                                ", ", Instruments.all().stream().map(Instrument::id).toList())
                            + "; or give a \"definition\" file"));
      }
      String file = ((Source.Definition) origin).file();
      try {
        String json = Files.readString(source.beside(file), StandardCharsets.UTF_8);
        return Json.read(json, Instrument.class);
      } catch (InvalidInputException e) {
        throw new InvalidInputException(
            e.problems().stream()
                .map(problem -> new Problem(file + ", " + problem.where(), problem.message()))
                .toList());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private ScoreCount count(ScaleSummary scale) {
      Map<String, Integer> reasons = new LinkedHashMap<>();
      scale.notScored().forEach((reason, rows) -> reasons.put(word(reason), rows));
      int notScored = reasons.values().stream().mapToInt(Integer::intValue).sum();
      return new ScoreCount(scale.name(), scale.scored(), notScored, reasons);
    }

    private static String word(NotScoredReason reason) {
      return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private DataDocument data(String file, BatchSummary summary, Cells cells) {
      DataSection layout = plan.data();
      OptionalInt persons =
          layout.id().stream().mapToInt(id -> new HashSet<>(raw.texts(id)).size()).findFirst();
      List<WaveCount> waves = new ArrayList<>();
      for (String wave : layout.waves()) {
        int rows = 0;
        for (Optional<String> cell : raw.texts(layout.wave().orElseThrow())) {
          rows += cell.filter(wave::equals).isPresent() ? 1 : 0;
        }
        waves.add(new WaveCount(wave, rows));
      }
      Map<String, Integer> invalid = new LinkedHashMap<>(summary.invalidCodes());
      invalid.putAll(cells.invalid());
      return new DataDocument(file, raw.rows(), persons, waves, invalid);
    }
  }
}
