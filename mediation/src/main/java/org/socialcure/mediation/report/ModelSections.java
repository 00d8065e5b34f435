package org.socialcure.mediation.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.socialcure.core.Numbers;
import org.socialcure.mediation.report.Block.Bullets;
import org.socialcure.mediation.report.Block.Code;
import org.socialcure.mediation.report.Block.Fact;
import org.socialcure.mediation.report.Block.Facts;
import org.socialcure.mediation.report.Block.Paragraph;
import org.socialcure.mediation.report.ModelDocument.Bootstrap;
import org.socialcure.mediation.report.ModelDocument.Caution;
import org.socialcure.mediation.report.ModelDocument.Coding;
import org.socialcure.mediation.report.ModelDocument.Model;
import org.socialcure.mediation.report.ModelDocument.Moderator;
import org.socialcure.mediation.report.ModelDocument.Permutations;
import org.socialcure.mediation.report.ModelDocument.Sample;
import org.socialcure.mediation.report.ModelDocument.Variable;

/** What was asked, on which rows, and what to know before and after: all that is not a result. */
final class ModelSections {
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
    document.moderators().forEach(m -> facts.add(new Fact("Moderator", moderator(m))));
    if (!model.covariates().isEmpty()) {
      facts.add(new Fact("Adjusted for", String.join(", ", model.covariates())));
    }
    if (!model.estimand().isBlank()) {
      facts.add(new Fact("Estimand", model.estimand().strip()));
    }
    facts.add(
        new Fact(
            "Standard errors", Wording.sentence(Wording.standardErrors(model.standardErrors()))));
    if (!model.centring().equals("none")) {
      facts.add(new Fact("Mean-centred", Wording.centring(model.centring())));
    }
    model.permutations().ifPresent(p -> facts.add(new Fact("Permutations", permutations(p))));
    facts.add(new Fact("Confidence level", Numbers.percent(model.level())));
    List<Block> blocks = new ArrayList<>(List.of(new Facts(facts)));
    document.codings().forEach(c -> blocks.add(coding(c)));
    return new Section("asked", "What was asked", blocks);
  }

  private static String permutations(Permutations permutations) {
    return Numbers.count(permutations.count())
        + " for each indirect effect; seed "
        + permutations.seed()
        + "; generator "
        + permutations.generator();
  }

  private static String moderator(Moderator moderator) {
    return moderator.variable()
        + " ("
        + moderator.kind()
        + "), probed at "
        + Wording.probe(moderator.rule())
        + ": "
        + moderator.values().stream().map(Numbers::value).collect(Collectors.joining(", "));
  }

  private static Grid coding(Coding coding) {
    Grid.Builder grid =
        Grid.titled("Coding of " + coding.variable() + ": " + coding.scheme())
            .text("Level")
            .numbers(coding.columns().toArray(String[]::new));
    for (int i = 0; i < coding.levels().size(); i++) {
      grid.row(
          Tables.cells(
              coding.levels().get(i), coding.codes().get(i).stream().map(Numbers::value).toList()));
    }
    return grid.build();
  }

  static Section sample(ModelDocument document) {
    Sample sample = document.sample();
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
    return new Section("sample", "Sample", blocks);
  }

  private static String leftOut(Sample sample) {
    if (sample.missing().isEmpty()) {
      return Numbers.count(sample.rowsLeftOut());
    }
    String missing =
        sample.missing().entrySet().stream()
            .map(e -> e.getKey() + " " + Numbers.count(e.getValue()))
            .collect(Collectors.joining(", "));
    return Numbers.count(sample.rowsLeftOut())
        + " with missing values (a row may miss several: "
        + missing
        + ")";
  }

  private static Grid variables(ModelDocument document) {
    Grid.Builder grid =
        Grid.titled("The variables over the rows used")
            .text("Variable", "Role", "Kind")
            .numbers("Mean", "SD", "Min", "Max");
    for (Variable v : document.variables()) {
      int decimals = Numbers.decimals(v.mean(), OptionalDouble.of(v.sd()));
      grid.row(
          v.name(),
          v.role(),
          v.kind(),
          Numbers.fixed(v.mean(), decimals),
          Numbers.fixed(v.sd(), decimals),
          Numbers.value(v.min()),
          Numbers.value(v.max()));
    }
    return grid.build();
  }

  static Section bootstrap(Bootstrap bootstrap) {
    return new Section("bootstrap", "Bootstrap", List.of(new Paragraph(bootstrapLine(bootstrap))));
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
        .append(bootstrap.interval())
        .append(" intervals, quantile rule ")
        .append(bootstrap.rule());
    if (!bootstrap.compatibility().equals("none")) {
      line.append(", compatible with ").append(bootstrap.compatibility());
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
                "No automatic check raised a flag. The checks know the numbers, not the design: who "
                    + "was asked, when, and what else was going on.")
            : new Bullets(messages);
    return new Section("cautions", "What to be careful about", List.of(block));
  }

  static Section reproduce(ModelDocument document) {
    List<Fact> facts = new ArrayList<>();
    facts.add(
        new Fact(
            "Library", document.provenance().library() + " " + document.provenance().version()));
    document.bootstrap().ifPresent(b -> facts.add(new Fact("Bootstrap", bootstrapLine(b))));
    return new Section(
        "reproduce",
        "How to reproduce",
        List.of(
            new Facts(facts),
            new Code("The model in path syntax", document.model().syntax().strip())));
  }
}
