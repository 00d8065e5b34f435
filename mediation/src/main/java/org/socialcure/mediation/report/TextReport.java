package org.socialcure.mediation.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.socialcure.mediation.report.Block.Fact;

/** The report as plain text of at most {@value #WIDTH} columns. */
final class TextReport {
  /** The widest line. */
  static final int WIDTH = 100;

  private static final int MARGIN = 2;

  private TextReport() {}

  /** The report on several models, one after the other. */
  static String write(String title, List<ModelDocument> documents) {
    List<String> lines = new ArrayList<>();
    if (documents.size() > 1) {
      lines.addAll(Wrap.lines(Wrap.plain(title), WIDTH, 0));
      lines.add("");
    }
    for (ModelDocument document : documents) {
      lines.addAll(Wrap.lines(Wrap.plain("Mediation analysis: " + document.name()), WIDTH, 2));
      lines.add("=".repeat(WIDTH));
      for (Section section : Outline.printout(document)) {
        lines.add(section.heading());
        for (Block block : section.blocks()) {
          if (block != section.blocks().get(0)) {
            lines.add("");
          }
          block(block, section.heading())
              .forEach(l -> lines.add((" ".repeat(MARGIN) + l).stripTrailing()));
        }
        lines.add("");
      }
      lines.add(document.provenance().library() + " " + document.provenance().version());
      lines.add("");
    }
    // No-break spaces kept numbers by their names while lines were broken.
    return lines.stream().collect(Collectors.joining("\n")).replace('\u00a0', ' ').stripTrailing()
        + "\n";
  }

  private static List<String> block(Block block, String heading) {
    int width = WIDTH - MARGIN;
    if (block instanceof Block.Paragraph paragraph) {
      return Wrap.lines(Wrap.plain(paragraph.text()), width, 0);
    }
    if (block instanceof Block.Facts facts) {
      return facts(facts.facts(), width);
    }
    if (block instanceof Block.Bullets bullets) {
      return bullets.items().stream()
          .flatMap(i -> Wrap.lines(Wrap.plain("- " + i), width, 2).stream())
          .toList();
    }
    if (block instanceof Block.Code code) {
      List<String> lines = new ArrayList<>(List.of(code.caption() + ":"));
      code.text()
          .lines()
          .flatMap(l -> Wrap.lines(Wrap.plain(l), width - 2, 4).stream())
          .forEach(l -> lines.add("  " + l));
      return lines;
    }
    Grid grid = (Grid) block;
    List<String> lines = new ArrayList<>();
    if (!grid.caption().equals(heading)) {
      lines.addAll(Wrap.lines(Wrap.plain(grid.caption()), width, 2));
    }
    lines.addAll(new TextGrid(grid, width).lines());
    return lines;
  }

  private static List<String> facts(List<Fact> facts, int width) {
    int names = facts.stream().mapToInt(f -> f.name().length()).max().orElse(0) + 2;
    List<String> lines = new ArrayList<>();
    for (Fact fact : facts) {
      List<String> value = Wrap.lines(Wrap.plain(fact.value()), width - names, 0);
      for (int i = 0; i < value.size(); i++) {
        String name = i == 0 ? fact.name() : "";
        lines.add(name + " ".repeat(names - name.length()) + value.get(i));
      }
    }
    return lines;
  }
}
