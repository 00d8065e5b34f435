package org.socialcure.scoring.reliability;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.socialcure.core.Interval;
import org.socialcure.core.data.CorrelationMatrix;
import org.socialcure.core.document.Block;
import org.socialcure.core.document.Cell;
import org.socialcure.core.document.Section;
import org.socialcure.core.document.Table;
import org.socialcure.core.internal.jackson.MapperForm;
import org.socialcure.scoring.PersonBootstrap;
import org.socialcure.scoring.change.MeanSd;

/**
 * All that was asked about the reliability of a scale in one sample.
 *
 * <p>Immutable and thread-safe.
 *
 * @param label what the scale measures
 * @param people how many people count
 * @param leftOut how many were left out because of missing answers
 * @param missing what became of people with missing answers
 * @param sum mean and standard deviation of the sum, over complete answers; empty for fewer than
 *     two people
 * @param alpha Cronbach's alpha with Feldt's interval
 * @param bootstrapAlpha raw alpha with the percentiles of resamples of persons
 * @param bootstrap those resamples
 * @param omega omega with one factor
 * @param hierarchicalOmega omega with a general factor above three
 * @param lambdas Guttman's bounds of the items as they are
 * @param splitHalf halves of the items as they are
 * @param items what each item adds
 * @param correlations of the items
 * @param keying questions about the keys
 * @since 0.1
 */
@MapperForm
@JsonIgnoreProperties(ignoreUnknown = true)
public record ScaleReliability(
    String label,
    int people,
    int leftOut,
    MissingItems missing,
    Optional<MeanSd> sum,
    Alpha alpha,
    ReliabilityEstimate bootstrapAlpha,
    PersonBootstrap bootstrap,
    Omega omega,
    HierarchicalOmega hierarchicalOmega,
    GuttmanLambdas lambdas,
    SplitHalf splitHalf,
    List<ItemStatistics> items,
    CorrelationMatrix correlations,
    KeyingReport keying) {
  /** Copies the list and refuses nulls. */
  public ScaleReliability {
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(missing, "missing");
    Objects.requireNonNull(sum, "sum");
    Objects.requireNonNull(alpha, "alpha");
    Objects.requireNonNull(bootstrapAlpha, "bootstrapAlpha");
    Objects.requireNonNull(bootstrap, "bootstrap");
    Objects.requireNonNull(omega, "omega");
    Objects.requireNonNull(hierarchicalOmega, "hierarchicalOmega");
    Objects.requireNonNull(lambdas, "lambdas");
    Objects.requireNonNull(splitHalf, "splitHalf");
    items = List.copyOf(items);
    Objects.requireNonNull(correlations, "correlations");
    Objects.requireNonNull(keying, "keying");
  }

  /**
   * The reliability as a section of a document.
   *
   * @param id a word for links, see {@link Section#id()}
   * @return questions about the keys if there are any, the coefficients with the reasons of those
   *     that do not exist, what each item adds, and the correlations
   * @throws IllegalArgumentException if the id is no such word
   */
  public Section section(String id) {
    List<Block> blocks = new ArrayList<>();
    if (!keying.questions().isEmpty()) {
      blocks.add(new Block.Paragraph(keying.toString().replace('\n', ' ')));
    }
    blocks.add(coefficients());
    blocks.add(itemTable());
    blocks.add(correlations.table());
    return Section.of(id, "Reliability: " + label, blocks);
  }

  /**
   * The coefficients as a table for people.
   *
   * @return a row a coefficient, with its interval or why there is none
   */
  public Table coefficients() {
    Table.Builder table =
        Table.titled("Reliability")
            .text("Coefficient")
            .numbers("Value")
            .interval(level())
            .text("Remark");
    row(table, "Alpha (Feldt interval)", alpha.raw());
    row(table, "Alpha (bootstrap interval)", bootstrapAlpha);
    row(table, "Alpha, standardised", alpha.standardized());
    row(table, "Omega, one factor", omega.raw());
    row(table, "Omega, hierarchical", hierarchicalOmega.hierarchical());
    row(table, "Omega, total of three factors", hierarchicalOmega.total());
    for (int i = 0; i < lambdas.all().size(); i++) {
      row(table, "Guttman's lambda " + (i + 1), lambdas.all().get(i));
    }
    row(table, "Odd and even items (Spearman-Brown)", splitHalf.spearmanBrown());
    row(table, "Odd and even items (Guttman)", splitHalf.guttman());
    row(table, "Lowest split into halves", splitHalf.lowest());
    hierarchicalOmega.caution().ifPresent(table::note);
    alpha.caution().ifPresent(table::note);
    bootstrapAlpha
        .limits()
        .flatMap(limits -> AlphaCoverage.caution(AlphaInterval.PERCENTILE, limits.level(), people))
        .ifPresent(table::note);
    return table
        .note(
            people
                + " people, "
                + missing
                + "; "
                + leftOut
                + " left out because of missing answers.")
        .note("Bootstrap: " + bootstrap + ".")
        .note(
            "None of these shows that the items measure one thing only, nor that a score is stable"
                + " over time.")
        .build();
  }

  private static void row(Table.Builder table, String name, ReliabilityEstimate estimate) {
    table.row(Cell.text(name), estimate.cell(), estimate.limitsCell(), estimate.reasonCell());
  }

  private double level() {
    return Stream.of(alpha.raw(), bootstrapAlpha)
        .flatMap(estimate -> estimate.limits().stream())
        .mapToDouble(Interval::level)
        .findFirst()
        .orElse(0.95);
  }

  private Table itemTable() {
    Table.Builder table =
        Table.titled("Items")
            .text("Item", "Label")
            .numbers("n", "Mean", "SD", "Item-total r", "Item-rest r", "Alpha if dropped");
    for (ItemStatistics item : items) {
      table.row(
          Cell.text(item.item()),
          Cell.text(item.label().equals(item.item()) ? "" : item.label()),
          Cell.count(item.n()),
          Cell.of(item.mean(), mean -> Cell.number(mean, 2)),
          Cell.of(item.sd(), sd -> Cell.number(sd, 2)),
          Cell.of(item.totalCorrelation(), r -> Cell.number(r, 2)),
          Cell.of(item.restCorrelation(), r -> Cell.number(r, 2)),
          item.alphaIfDropped().cell());
    }
    return table
        .note("Keyed values; item-rest: with the total of the other items (corrected).")
        .build();
  }

  /**
   * The main coefficients and questions about the keys.
   *
   * @return a few lines
   */
  @Override
  public String toString() {
    return label
        + ": "
        + people
        + " people ("
        + leftOut
        + " left out)"
        + sum.map(s -> ", sum " + s).orElse("")
        + "\n  "
        + alpha
        + "\n  "
        + omega
        + "\n  "
        + hierarchicalOmega
        + "\n  "
        + splitHalf
        + "\n  "
        + keying.toString().replace("\n", "\n  ");
  }
}
