package org.socialcure.mediation.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.socialcure.core.Numbers;
import org.socialcure.core.document.Block;
import org.socialcure.core.document.Block.Bullets;
import org.socialcure.core.document.Block.Code;
import org.socialcure.core.document.Block.Fact;
import org.socialcure.core.document.Block.Facts;
import org.socialcure.core.document.Block.Folded;
import org.socialcure.core.document.Block.Paragraph;
import org.socialcure.core.document.Cell;
import org.socialcure.core.document.Section;
import org.socialcure.core.document.Table;
import org.socialcure.core.internal.Words;
import org.socialcure.mediation.effect.Caution;
import org.socialcure.mediation.effect.CodedVariable;
import org.socialcure.mediation.effect.Findings.Simulated;
import org.socialcure.mediation.effect.ProbedModerator;
import org.socialcure.mediation.effect.SampleAccount;
import org.socialcure.mediation.effect.VariableSummary;
import org.socialcure.mediation.inference.Compatibility;
import org.socialcure.mediation.model.Centring;
import org.socialcure.mediation.report.ModelDocument.Bootstrap;
import org.socialcure.mediation.report.ModelDocument.Equation;
import org.socialcure.mediation.report.ModelDocument.Model;

/** What was asked, on which rows, and what to know before and after: all that is not a result. */
final class ModelSections {
  /** The most columns of a matrix that a page shows. */
  private static final int WIDEST_MATRIX = 60;

  private ModelSections() {}

  static Section asked(ModelDocument document) {
    Model model = document.model();
    List<Fact> facts = new ArrayList<>();
    model.template().ifPresent(t -> facts.add(new Fact("Model", "PROCESS template " + t)));
    model.design().ifPresent(d -> facts.add(new Fact("Design", Wording.design(d))));
    model.x().ifPresent(x -> facts.add(new Fact("Exposure (X)", x)));
    for (int i = 0; i < model.mediators().size(); i++) {
      String number = model.mediators().size() > 1 ? String.valueOf(i + 1) : "";
      facts.add(new Fact("Mediator (M" + number + ")", model.mediators().get(i)));
    }
    model.y().ifPresent(y -> facts.add(new Fact("Outcome (Y)", y)));
    document
        .moderators()
        .forEach(m -> facts.add(new Fact("Moderator", moderator(m, model.weights()))));
    if (!model.covariates().isEmpty()) {
      facts.add(new Fact("Adjusted for", Wording.joined(model.covariates())));
    }
    if (!model.estimand().isBlank()) {
      facts.add(new Fact("Estimand", model.estimand().strip()));
    }
    facts.add(
        new Fact(
            "Standard errors", Wording.sentence(Wording.standardErrors(model.standardErrors()))));
    model
        .clusters()
        .ifPresent(
            c -> facts.add(new Fact("Clusters", Numbers.count(c.count()) + ", by " + c.column())));
    model.weights().ifPresent(w -> facts.add(new Fact("Weights", w)));
    if (model.centring() != Centring.NONE) {
      facts.add(new Fact("Mean-centred", Wording.centring(model.centring())));
    }
    model.permutations().ifPresent(p -> facts.add(new Fact("Permutations", simulated(p))));
    model.monteCarlo().ifPresent(d -> facts.add(new Fact("Monte Carlo draws", simulated(d))));
    facts.add(new Fact("Confidence level", Numbers.percent(model.level())));
    List<Block> blocks = new ArrayList<>(List.of(new Facts(facts)));
    document.codings().forEach(c -> blocks.add(coding(c)));
    return Section.of("asked", "What was asked", blocks);
  }

  private static String simulated(Simulated permutations) {
    return Numbers.count(permutations.count())
        + " for each indirect effect; seed "
        + permutations.seed()
        + "; generator "
        + permutations.generator();
  }

  private static String moderator(ProbedModerator moderator, Optional<String> weights) {
    String values =
        moderator.values().stream().map(Numbers::value).collect(Collectors.joining(", "));
    boolean ofRows = weights.isPresent() && moderator.rule() == ProbedModerator.Rule.PERCENTILES;
    return moderator.variable()
        + " ("
        + Words.of(moderator.kind())
        + "), probed at "
        + Wording.probe(moderator.rule())
        + (ofRows ? ", each row counted once" : "")
        + (values.isEmpty() ? "" : ": " + values);
  }

  private static Table coding(CodedVariable coding) {
    Table.Builder grid =
        Table.titled("Coding of " + coding.variable() + ": " + scheme(coding))
            .text("Level")
            .numbers(coding.columns().toArray(String[]::new));
    for (int i = 0; i < coding.levels().size(); i++) {
      grid.row(
          Tables.cells(
              coding.levels().get(i), coding.codes().get(i).stream().map(Cell::value).toList()));
    }
    return grid.build();
  }

  /** The scheme in a word, with the level that the others are held against. */
  private static String scheme(CodedVariable coding) {
    String first = coding.levels().get(0);
    String word = Words.of(coding.scheme());
    return switch (coding.scheme()) {
      case INDICATOR -> word + ", reference " + first;
      case EFFECT -> word + ", " + first + " is coded −1";
      case SEQUENTIAL -> word + ", each level against the one before it, from " + first;
      case HELMERT -> word + ", each level against the later ones, from " + first;
      case CUSTOM -> word;
    };
  }

  /** Which label is which column, where labels are told. */
  static Optional<Section> labels(ModelDocument document) {
    if (document.labels().isEmpty()) {
      return Optional.empty();
    }
    Table.Builder table = Table.titled("What variables are called here").text("Label", "Column");
    document.labels().forEach((column, label) -> table.row(Cell.text(label), Cell.text(column)));
    return Optional.of(Section.of("labels", "Labels", List.of(table.build())));
  }

  static Section sample(ModelDocument document) {
    SampleAccount sample = document.sample();
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Facts(
            List.of(
                new Fact("Rows read", Numbers.count(sample.rowsRead())),
                new Fact("Rows used", Numbers.count(sample.rowsUsed())),
                new Fact("Rows left out", leftOut(sample)))));
    if (!document.variables().isEmpty()) {
      blocks.add(variables(document));
    }
    return Section.of("sample", "Sample", blocks);
  }

  private static String leftOut(SampleAccount sample) {
    int missed = sample.rowsLeftOut() - sample.zeroWeights();
    String weightless =
        sample.zeroWeights() == 0 ? "" : Numbers.count(sample.zeroWeights()) + " of weight zero";
    if (sample.missing().isEmpty()) {
      return weightless.isEmpty() ? Numbers.count(missed) : weightless;
    }
    String missing =
        Wording.joined(
            sample.missing().entrySet().stream()
                .map(e -> e.getKey() + " " + Numbers.count(e.getValue()))
                .toList());
    return (weightless.isEmpty() ? "" : weightless + "; ")
        + Numbers.count(missed)
        + " with missing values (a row may miss several: "
        + missing
        + ")";
  }

  private static Table variables(ModelDocument document) {
    Table.Builder grid =
        Table.titled("The variables over the rows used")
            .text("Variable", "Role", "Kind")
            .numbers("Mean", "SD", "Min", "Max");
    for (VariableSummary v : document.variables()) {
      int decimals = Numbers.decimals(v.mean(), OptionalDouble.of(v.sd()));
      grid.row(
          Cell.text(v.name()),
          Cell.text(Words.of(v.role())),
          Cell.text(Words.of(v.kind())),
          Cell.number(v.mean(), decimals),
          Cell.number(v.sd(), decimals),
          Cell.value(v.min()),
          Cell.value(v.max()));
    }
    document
        .model()
        .weights()
        .ifPresent(
            w ->
                grid.note(
                    "Means and SDs are weighted by " + w + ", but for those of the weights."));
    return grid.build();
  }

  static Section bootstrap(Bootstrap bootstrap) {
    return Section.of("bootstrap", "Bootstrap", List.of(new Paragraph(bootstrapLine(bootstrap))));
  }

  /** One sentence: resampling, interval, rule, replicates asked, kept, left out and why, seed. */
  static String bootstrapLine(Bootstrap bootstrap) {
    int lost = bootstrap.replicates() - bootstrap.kept();
    String reasons =
        bootstrap.degenerate().entrySet().stream()
            .map(e -> e.getKey() + " " + Numbers.count(e.getValue()))
            .collect(Collectors.joining(", "));
    StringBuilder line = new StringBuilder();
    line.append(Wording.sentence(Wording.resampling(bootstrap.kind())))
        .append("; ")
        .append(Words.of(bootstrap.interval()))
        .append(" intervals, quantile rule ")
        .append(Words.of(bootstrap.rule()));
    if (bootstrap.compatibility() != Compatibility.NONE) {
      line.append(", compatible with ").append(Words.of(bootstrap.compatibility()));
    }
    line.append("; ").append(Numbers.count(bootstrap.replicates())).append(" replicates asked, ");
    line.append(Numbers.count(bootstrap.kept())).append(" kept, ");
    line.append(Numbers.count(lost)).append(" degenerate");
    if (!reasons.isEmpty()) {
      line.append(" (").append(reasons).append(")");
    }
    bootstrap.seed().ifPresent(seed -> line.append("; seed ").append(seed));
    return line.append("; generator ").append(bootstrap.generator()).append(".").toString();
  }

  static Section cautions(ModelDocument document) {
    List<String> messages = document.cautions().stream().map(Caution::message).toList();
    Block block =
        messages.isEmpty()
            ? new Paragraph(
                "No automatic check raised a flag. The checks know the numbers, not the design: who"
                    + " was asked, when, and what else was going on.")
            : new Bullets(messages);
    return Section.of("cautions", "What to be careful about", block).withTone(Section.Tone.CAUTION);
  }

  static Section reproduce(ModelDocument document) {
    List<Fact> facts = new ArrayList<>();
    facts.add(
        new Fact(
            "Library", document.provenance().library() + " " + document.provenance().version()));
    document.bootstrap().ifPresent(b -> facts.add(new Fact("Bootstrap", bootstrapLine(b))));
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Facts(facts));
    blocks.add(new Code("The model in path syntax", document.model().syntax().strip()));
    folded("The path diagram in Mermaid", document.model().mermaid()).ifPresent(blocks::add);
    folded("The path diagram in DOT", document.model().dot()).ifPresent(blocks::add);
    document.equations().forEach(e -> covariance(e).ifPresent(blocks::add));
    return Section.of("reproduce", "How to reproduce", blocks);
  }

  private static Optional<Block> folded(String caption, String text) {
    return text.isBlank()
        ? Optional.empty()
        : Optional.of(new Folded(caption, List.of(new Code(caption, text))));
  }

  private static Optional<Block> covariance(Equation equation) {
    if (equation.covariance().size() != equation.terms().size()) {
      return Optional.empty();
    }
    List<String> names = equation.terms().stream().map(ModelDocument.Term::name).toList();
    String caption = "Covariance matrix of the coefficients of " + equation.outcome();
    if (names.size() > WIDEST_MATRIX) {
      return Optional.of(
          new Paragraph(
              caption
                  + ": of "
                  + names.size()
                  + " coefficients, more than the "
                  + WIDEST_MATRIX
                  + " of a table that can be read; it is in the JSON document."));
    }
    Table.Builder table = Table.titled(caption).text("Term").numbers(names.toArray(String[]::new));
    for (int i = 0; i < names.size(); i++) {
      table.row(
          Tables.cells(
              names.get(i), equation.covariance().get(i).stream().map(Cell::plain).toList()));
    }
    Table built = table.build();
    return Optional.of(new Folded(built.caption(), List.of(built)));
  }
}
