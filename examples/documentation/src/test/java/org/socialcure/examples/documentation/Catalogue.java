package org.socialcure.examples.documentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.socialcure.core.document.Block;
import org.socialcure.core.document.Cell;
import org.socialcure.core.document.Document;
import org.socialcure.core.document.Section;
import org.socialcure.core.document.Table;
import org.socialcure.core.exchange.XlsForm;
import org.socialcure.core.fhir.Fhir;
import org.socialcure.core.instrument.BandScheme;
import org.socialcure.core.instrument.Citation;
import org.socialcure.core.instrument.Evidence;
import org.socialcure.core.instrument.Fact;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Instruments;
import org.socialcure.core.instrument.Item;
import org.socialcure.core.instrument.Keying;
import org.socialcure.core.instrument.Scale;
import org.socialcure.core.instrument.Use;
import org.socialcure.core.instrument.Wording;

/** The page that lists all built-in instruments, made of their definitions. */
final class Catalogue {
  private static final Fhir FHIR = Fhir.at("https://example.org/fhir");

  private Catalogue() {}

  static String page() {
    List<Section> sections = new ArrayList<>();
    sections.add(Section.of("all", "All instruments", overview()));
    for (Instrument instrument : Instruments.all()) {
      sections.add(section(instrument));
    }
    for (Instrument instrument : Instruments.onRequest()) {
      sections.add(section(instrument));
    }
    Document document = Document.of("Built-in instruments", sections.toArray(Section[]::new));
    return document.markdown().strip() + "\n";
  }

  private static Table overview() {
    Table.Builder table =
        Table.titled("Instruments, in the order of their constants")
            .text("Id", "Name", "Measures", "Items", "Scales", "Words", "Scoring");
    Stream.concat(Instruments.all().stream(), Instruments.onRequest().stream())
        .forEach(
            it ->
                table.row(
                    Cell.text(it.id()),
                    Cell.text(it.name()),
                    Cell.text(it.construct()),
                    Cell.text("" + it.items().size()),
                    Cell.text(ids(it.scales().stream().map(Scale::id).toList())),
                    Cell.text(words(it)),
                    Cell.text(
                        it.scales().stream()
                            .map(scale -> support(it.scoringEvidence(scale)))
                            .distinct()
                            .collect(Collectors.joining("; ")))));
    return table
        .note(
            "Scoring: in how many sources items, options, keys and the rule were seen, the weakest"
                + " of them. What is recalled only is unverified, and scores say so.")
        .build();
  }

  private static Section section(Instrument instrument) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(facts(instrument));
    blocks.add(items(instrument));
    blocks.add(scales(instrument));
    numbers(instrument).ifPresent(blocks::add);
    return Section.of(instrument.id(), instrument.name(), blocks);
  }

  private static Table facts(Instrument it) {
    Table.Builder table = Table.titled("Facts").text("What", "Of " + it.label());
    table.row(Cell.text("Id and version"), Cell.text(it.id() + ", " + it.version()));
    table.row(Cell.text("Measures"), Cell.text(it.construct()));
    it.recall().ifPresent(recall -> table.row(Cell.text("Period"), Cell.text(recall)));
    if (it.use() == Use.ON_REQUEST) {
      table.row(
          Cell.text("Use"), Cell.text("on request alone: its coding was not seen in a source"));
    }
    table.row(Cell.text("Licence"), Cell.text(it.licence().toString()));
    it.licence()
        .attribution()
        .ifPresent(text -> table.row(Cell.text("Attribution"), Cell.text(text)));
    table.row(Cell.text("Words"), Cell.text(words(it)));
    table.row(Cell.text("Formats"), Cell.text(formats(it)));
    for (Citation citation : it.citations()) {
      table.row(Cell.text("Source"), Cell.text(citation.toString()));
    }
    it.codes().forEach(code -> table.row(Cell.text("Code"), Cell.text(code.toString())));
    for (Map.Entry<Fact, Evidence> fact : it.evidence().entrySet()) {
      table.row(
          Cell.text("Evidence: " + fact.getKey().name().toLowerCase(Locale.ROOT).replace('_', ' ')),
          Cell.text(support(fact.getValue())));
    }
    it.flags().forEach(flag -> table.row(Cell.text("Flag"), Cell.text(flag.toString())));
    it.orders().forEach(order -> table.row(Cell.text("Other order"), Cell.text(order.toString())));
    it.codingVariants()
        .forEach(variant -> table.row(Cell.text("Other numbering"), Cell.text(variant.toString())));
    it.notes().forEach(note -> table.row(Cell.text("Note"), Cell.text(note)));
    return table.build();
  }

  private static Table items(Instrument instrument) {
    Table.Builder table =
        Table.titled("Items").numbers("No.").text("Item", "About", "Answers", "Keying");
    for (Item item : instrument.items()) {
      table.row(
          Cell.count(item.number()),
          Cell.text(item.id()),
          Cell.text(item.label()),
          Cell.text(answers(item)),
          Cell.text(item.keying() == Keying.REVERSED ? "reversed" : ""));
    }
    return table.build();
  }

  private static String answers(Item item) {
    return item.options().size() > 12
        ? item.options().get(0) + " to " + item.options().get(item.options().size() - 1)
        : item.options().stream().map(Object::toString).collect(Collectors.joining("; "));
  }

  private static Table scales(Instrument instrument) {
    Table.Builder table =
        Table.titled("Scales")
            .text(
                "Scale",
                "Measures",
                "Rule",
                "Range",
                "Higher is",
                "Missing answers",
                "Bands",
                "Evidence");
    for (Scale scale : instrument.scales()) {
      table.row(
          Cell.text(scale.id()),
          Cell.text(scale.label()),
          Cell.text(scale.scoring() + " of " + scale.items().size()),
          Cell.text(instrument.range(scale).toString()),
          Cell.text(scale.higherMeans()),
          Cell.text(
              Stream.concat(
                      Stream.of(
                          scale.missing() + ", " + support(scale.evidence(Fact.MISSING_RULE))),
                      scale.missingOverrides().stream().map(rule -> "on request " + rule))
                  .collect(Collectors.joining("; "))),
          Cell.text(
              scale.bandSchemes().stream().map(Catalogue::bands).collect(Collectors.joining("; "))),
          Cell.text(support(instrument.scoringEvidence(scale))));
    }
    return table.build();
  }

  private static String bands(BandScheme scheme) {
    return (scheme.use() == Use.ON_REQUEST ? "on request " : "")
        + scheme
        + ", "
        + support(scheme.evidence());
  }

  private static Optional<Table> numbers(Instrument it) {
    if (it.norms().isEmpty() && it.reliabilities().isEmpty() && it.changes().isEmpty()) {
      return Optional.empty();
    }
    Table.Builder table = Table.titled("Published numbers").text("Kind", "Number", "Evidence");
    it.norms()
        .forEach(
            norm ->
                table.row(
                    Cell.text("norm"),
                    Cell.text(norm.toString()),
                    Cell.text(support(norm.evidence()))));
    it.reliabilities()
        .forEach(
            found ->
                table.row(
                    Cell.text("reliability"),
                    Cell.text(found.toString()),
                    Cell.text(support(found.evidence()))));
    it.changes()
        .forEach(
            change ->
                table.row(
                    Cell.text("change" + (change.use() == Use.ON_REQUEST ? ", on request" : "")),
                    Cell.text(change.toString()),
                    Cell.text(support(change.evidence()))));
    return Optional.of(table.build());
  }

  private static String formats(Instrument it) {
    List<String> said =
        it.scales().stream()
            .filter(scale -> FHIR.calculatedExpression(it, scale).isPresent())
            .map(Scale::id)
            .toList();
    List<String> left = XlsForm.notCalculated(it);
    List<String> made =
        it.scales().stream().map(Scale::id).filter(scale -> !left.contains(scale)).toList();
    return "JSON; FHIR R4"
        + (said.isEmpty() ? " without calculated scores" : ", calculating " + ids(said))
        + "; REDCap and XLSForm"
        + (made.isEmpty() ? " without calculated scores" : ", calculating " + ids(made));
  }

  private static String words(Instrument it) {
    return it.wordings().isEmpty()
        ? "labels of our own"
        : it.wordings().stream().map(Wording::language).collect(Collectors.joining(", "));
  }

  private static String ids(List<String> ids) {
    return String.join(", ", ids);
  }

  private static String support(Evidence evidence) {
    return switch (evidence) {
      case TWO_OR_MORE -> "seen in several sources";
      case ONE -> "seen in one source";
      case DERIVED -> "derived";
      case MEMORY_ONLY -> "unverified (recalled)";
      case NOT_STATED -> "not stated";
    };
  }
}
