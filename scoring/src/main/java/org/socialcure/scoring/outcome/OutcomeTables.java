package org.socialcure.scoring.outcome;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.socialcure.core.Interval;
import org.socialcure.core.Numbers;
import org.socialcure.core.document.Block;
import org.socialcure.core.document.Cell;
import org.socialcure.core.document.Section;
import org.socialcure.core.document.Table;
import org.socialcure.core.instrument.BandScheme;
import org.socialcure.core.instrument.Direction;
import org.socialcure.scoring.change.MeanSd;
import org.socialcure.scoring.change.PairedChange;

/** Tells the outcome of one measure. */
final class OutcomeTables {
  static final String UNCONTROLLED =
      "Without a comparison group the change includes everything that happened in between,"
          + " regression to the mean among it.";

  private final ScaleOutcome outcome;

  OutcomeTables(ScaleOutcome outcome) {
    this.outcome = outcome;
  }

  Section section(String id) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Lead(outcome.sentence()));
    blocks.add(means());
    if (!outcome.effects().isEmpty()) {
      blocks.add(effects());
    }
    outcome.shares().ifPresent(shares -> blocks.add(shares(shares)));
    if (!outcome.bands().isEmpty()) {
      blocks.add(bands());
    }
    List<String> tests =
        Stream.of(outcome.signedRank(), outcome.sign())
            .flatMap(Optional::stream)
            .map(Object::toString)
            .toList();
    if (!tests.isEmpty()) {
      blocks.add(new Block.Bullets(tests));
    }
    if (!outcome.gaps().isEmpty()) {
      blocks.add(new Block.Bullets(outcome.gaps().stream().map(Gap::toString).toList()));
    }
    blocks.add(new Block.Paragraph(UNCONTROLLED));
    return Section.of(id, outcome.measure().label(), blocks);
  }

  private double level() {
    return outcome
        .shares()
        .map(shares -> shares.rose().interval().level())
        .orElse(OutcomeSettings.DEFAULT.level());
  }

  Table means() {
    Table.Builder table =
        Table.titled("Means")
            .text("When")
            .numbers("With a value", "Paired", "Mean", "SD", "Median")
            .interval(level())
            .numbers("t", "df", "p", "Floor", "Ceiling");
    table.row(row(outcome.before(), outcome.change().map(PairedChange::before)));
    table.row(row(outcome.after(), outcome.change().map(PairedChange::after)));
    outcome
        .change()
        .ifPresent(
            change ->
                table.row(
                    Cell.text("change"),
                    Cell.empty(),
                    Cell.count(outcome.n()),
                    Cell.number(change.difference().mean(), 2),
                    Cell.number(change.difference().sd(), 2),
                    Cell.empty(),
                    Cell.interval(outcome.test().map(t -> t.interval()), 2),
                    outcome.test().map(t -> Cell.number(t.statistic(), 2)).orElseGet(Cell::empty),
                    outcome.test().map(t -> Cell.count(t.df())).orElseGet(Cell::empty),
                    outcome.test().map(t -> Cell.p(t.p())).orElseGet(Cell::empty),
                    Cell.empty(),
                    Cell.empty()));
    table.note(
        outcome.sample()
            + "; floor and ceiling are of everybody with a value at the wave, all else of the pairs."
            + " The change is after minus before.");
    Stream.of(outcome.before(), outcome.after())
        .filter(OutcomeTables::crowded)
        .forEach(
            wave ->
                table.note(
                    "At "
                        + wave.wave()
                        + " more than "
                        + Numbers.percent(Occasion.MANY)
                        + " are at an end of the scale, which leaves no room for their change"
                        + " (Terwee 2007)."));
    return table.build();
  }

  private static boolean crowded(Occasion wave) {
    return Stream.of(wave.floor(), wave.ceiling())
        .flatMap(Optional::stream)
        .anyMatch(share -> share.value() > Occasion.MANY);
  }

  private List<Cell> row(Occasion wave, Optional<MeanSd> values) {
    return List.of(
        Cell.text(wave.wave()),
        Cell.count(wave.n()),
        Cell.count(outcome.n()),
        values.map(v -> Cell.number(v.mean(), 2)).orElseGet(Cell::empty),
        values.map(v -> Cell.number(v.sd(), 2)).orElseGet(Cell::empty),
        Cell.of(wave.median(), Cell::score),
        Cell.empty(),
        Cell.empty(),
        Cell.empty(),
        Cell.empty(),
        wave.floor().map(s -> Cell.percent(s.value(), 1)).orElseGet(Cell::empty),
        wave.ceiling().map(s -> Cell.percent(s.value(), 1)).orElseGet(Cell::empty));
  }

  private Table effects() {
    Table.Builder table =
        Table.titled("Standardised change")
            .text("Size")
            .numbers("Estimate")
            .interval(level())
            .numbers("g")
            .interval(level())
            .numbers("df")
            .keyed("Interval");
    for (ChangeEffect effect : outcome.effects()) {
      table.row(
          Cell.text(effect.size().symbol()),
          Cell.number(effect.estimate(), 2),
          Cell.interval(effect.interval(), 2),
          Cell.of(effect.corrected(), v -> Cell.number(v, 2)),
          Cell.interval(effect.correctedInterval(), 2),
          Cell.count(effect.df()),
          Cell.text(
              effect.because().map(Object::toString).orElseGet(() -> effect.method().toString())));
    }
    resampled()
        .flatMap(limits -> OutcomeCoverage.ofEffect(limits, level(), outcome.n()))
        .ifPresent(table::note);
    return table
        .note(
            "g: Hedges' correction of the estimate, with its df. d_z (= SRM) grows with the"
                + " correlation of before and after and is not comparable with a difference between"
                + " groups.")
        .build();
  }

  /** How resampled intervals were formed; empty if none was. */
  private Optional<BootstrapLimits> resampled() {
    return outcome.effects().stream()
        .filter(effect -> effect.interval().isPresent())
        .flatMap(
            effect ->
                switch (effect.method()) {
                  case NONCENTRAL_T -> Stream.empty();
                  case PERCENTILE -> Stream.of(BootstrapLimits.PERCENTILE);
                  case BCA -> Stream.of(BootstrapLimits.BCA);
                })
        .findFirst();
  }

  private Table shares(ChangeShares shares) {
    Table.Builder table =
        Table.titled("People").text("Who").numbers("n", "Share").interval(level());
    boolean neutral = shares.direction() == Direction.NEUTRAL;
    add(table, neutral ? "rose" : "better", shares.better().orElse(shares.rose()));
    add(table, "the same", shares.same());
    add(table, neutral ? "fell" : "worse", shares.worse().orElse(shares.fell()));
    table.row(
        Cell.text("probability of superiority"),
        Cell.empty(),
        Cell.percent(shares.superiority(), 1),
        percent(shares.superiorityInterval()));
    outcome
        .reliable()
        .ifPresent(
            reliable -> {
              add(table, "reliably better", reliable.improved());
              add(table, "no reliable change", reliable.unchanged());
              add(table, "reliably worse", reliable.deteriorated());
              table.note(
                  "Reliable: more than ±"
                      + Numbers.fixed(reliable.threshold(), 2)
                      + " points (Jacobson and Truax 1991; "
                      + reliable.reference()
                      + ").");
            });
    outcome
        .important()
        .ifPresent(
            important -> {
              add(table, "importantly better", important.better());
              add(table, "importantly worse", important.worse());
              table.note("Important: at least " + important.important() + ".");
            });
    cautionOfDetection().ifPresent(table::note);
    resampled()
        .filter(limits -> shares.superiorityInterval().isPresent())
        .flatMap(limits -> OutcomeCoverage.ofSuperiority(limits, level(), outcome.n()))
        .ifPresent(table::note);
    table.note(
        "Limits in percent; those of shares by Wilson's method. Better and worse: by any difference,"
            + " which chance alone gives to many.");
    return table.build();
  }

  private Optional<String> cautionOfDetection() {
    return outcome
        .reliable()
        .filter(
            reliable ->
                outcome
                    .important()
                    .filter(it -> it.important().points() < reliable.threshold())
                    .isPresent())
        .map(
            reliable ->
                "The important change is smaller than what measurement error alone can do: in one"
                    + " person it cannot be told.");
  }

  private static Cell percent(Optional<Interval> interval) {
    return Cell.interval(interval.map(i -> i.times(100)), 1);
  }

  private static void add(Table.Builder table, String who, Share share) {
    table.row(
        Cell.text(who),
        Cell.count(share.count()),
        Cell.percent(share.value(), 1),
        percent(Optional.of(share.interval())));
  }

  private Table bands() {
    BandScheme scheme = outcome.measure().bands().orElseThrow();
    Table.Builder table =
        Table.titled("Bands")
            .text("Band")
            .numbers("n " + outcome.before().wave(), "Share")
            .interval(level())
            .numbers("n " + outcome.after().wave(), "Share")
            .interval(level());
    for (BandShare band : outcome.bands()) {
      table.row(
          Cell.text(band.label()),
          Cell.count(band.before().count()),
          Cell.percent(band.before().value(), 1),
          percent(Optional.of(band.before().interval())),
          Cell.count(band.after().count()),
          Cell.percent(band.after().value(), 1),
          percent(Optional.of(band.after().interval())));
    }
    return table
        .note(
            "Of "
                + outcome.n()
                + " people with both values; limits in percent. Cuts: "
                + scheme.source()
                + " ("
                + scheme.evidence().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                + ").")
        .build();
  }
}
