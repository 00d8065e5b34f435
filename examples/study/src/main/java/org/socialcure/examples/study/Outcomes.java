package org.socialcure.examples.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.data.ColumnName;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.instrument.BandScheme;
import org.socialcure.core.instrument.Direction;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Scale;
import org.socialcure.examples.study.document.ContactGroupsDocument;
import org.socialcure.examples.study.document.OutcomesDocument;
import org.socialcure.examples.study.document.ProfileDocument;
import org.socialcure.examples.study.plan.OutcomesSection;
import org.socialcure.examples.study.plan.OutcomesSection.CaseSource;
import org.socialcure.examples.study.plan.OutcomesSection.Pair;
import org.socialcure.examples.study.plan.OutcomesSection.ReferenceSource;
import org.socialcure.examples.study.plan.Plan;
import org.socialcure.scoring.GroupIdentificationCount;
import org.socialcure.scoring.InstrumentColumns;
import org.socialcure.scoring.PersonBootstrap;
import org.socialcure.scoring.change.CitedReference;
import org.socialcure.scoring.change.CitedReferences;
import org.socialcure.scoring.change.ImportantDifference;
import org.socialcure.scoring.contact.ContactChange;
import org.socialcure.scoring.contact.ContactInterval;
import org.socialcure.scoring.contact.ContactSummary;
import org.socialcure.scoring.outcome.CaseChange;
import org.socialcure.scoring.outcome.CaseRule;
import org.socialcure.scoring.outcome.ControlledOutcome;
import org.socialcure.scoring.outcome.GroupComparison;
import org.socialcure.scoring.outcome.Grouping;
import org.socialcure.scoring.outcome.Measure;
import org.socialcure.scoring.outcome.OrdinalItems;
import org.socialcure.scoring.outcome.OutcomeBattery;
import org.socialcure.scoring.outcome.OutcomeSettings;
import org.socialcure.scoring.outcome.ProfileChange;
import org.socialcure.scoring.outcome.QualityAdjustedYears;
import org.socialcure.scoring.outcome.RegressionToTheMean;
import org.socialcure.scoring.outcome.ScaleOutcome;
import org.socialcure.scoring.outcome.WhoStayed;

/** The outcomes that a plan asks for. */
final class Outcomes {
  private static final String TOTAL = ".total";
  private static final int MOST_GROUPS = 50;
  private static final double MONTHS_A_YEAR = 12;

  private final Plan plan;
  private final OutcomesSection section;
  private final Preparation prepared;
  private final Dataset raw;
  private final Dataset wide;
  private final OutcomeSettings settings;
  private final Map<String, Measure> scored;
  private final Map<String, Map<String, BandScheme>> schemes;

  private Outcomes(
      Plan plan,
      OutcomesSection section,
      Preparation prepared,
      Dataset raw,
      List<InstrumentColumns> instruments) {
    this.raw = raw;
    this.plan = plan;
    this.section = section;
    this.prepared = prepared;
    this.wide = prepared.wide();
    this.settings =
        OutcomeSettings.DEFAULT.withBootstrap(PersonBootstrap.DEFAULT.withSeed(plan.seed()));
    this.scored = scored(plan, prepared, instruments);
    this.schemes = schemes(instruments);
  }

  static OutcomesDocument of(
      Plan plan,
      OutcomesSection section,
      Preparation prepared,
      Dataset raw,
      List<InstrumentColumns> instruments) {
    return new Outcomes(plan, section, prepared, raw, instruments).document();
  }

  private static Map<String, Measure> scored(
      Plan plan, Preparation prepared, List<InstrumentColumns> instruments) {
    Map<String, Measure> measures = new LinkedHashMap<>();
    for (InstrumentColumns columns : instruments) {
      Instrument instrument = columns.instrument();
      for (Scale scale : instrument.scales()) {
        Measure measure = Measure.of(instrument, columns.target(), scale.id());
        String label = prepared.measures().getOrDefault(measure.column(), measure.label());
        measures.put(measure.column(), measure.withLabel(label));
      }
    }
    for (GroupIdentificationCount rule : Identifications.of(plan, instruments)) {
      Direction direction = rule.instrument().mainScale().orElseThrow().direction();
      String label = prepared.measures().getOrDefault(rule.name(), rule.label());
      measures.put(rule.name(), Measure.of(rule.name(), direction).withLabel(label));
    }
    return measures;
  }

  private static Map<String, Map<String, BandScheme>> schemes(List<InstrumentColumns> instruments) {
    Map<String, Map<String, BandScheme>> schemes = new LinkedHashMap<>();
    for (InstrumentColumns columns : instruments) {
      for (Scale scale : columns.instrument().scales()) {
        Map<String, BandScheme> own = new LinkedHashMap<>();
        scale.bandSchemes().forEach(scheme -> own.put(scheme.id(), scheme));
        schemes.put(Measure.of(columns.instrument(), columns.target(), scale.id()).column(), own);
      }
    }
    return schemes;
  }

  private OutcomesDocument document() {
    List<Measure> measures = measures();
    List<String> waves = plan.data().waves();
    List<OutcomeBattery> batteries = new ArrayList<>();
    if (!measures.isEmpty()) {
      List<List<String>> compared =
          section.pairs().isEmpty()
              ? List.of(waves)
              : section.pairs().stream().map(pair -> List.of(pair.first(), pair.last())).toList();
      compared.forEach(these -> batteries.add(OutcomeBattery.of(wide, measures, these, settings)));
    }
    List<GroupComparison> groups = new ArrayList<>();
    List<ContactGroupsDocument> contacts = new ArrayList<>();
    for (String column : section.groups()) {
      requireGroups(column);
      Grouping grouping = grouping(column);
      for (Pair pair : pairs()) {
        measures.stream()
            .filter(measure -> isAtBoth(measure, pair))
            .forEach(
                measure ->
                    groups.add(
                        GroupComparison.of(
                            wide, measure, pair.first(), pair.last(), grouping, settings)));
        Contacts.services(plan)
            .forEach(
                service ->
                    Contacts.change(prepared, service, pair)
                        .ifPresent(
                            change ->
                                contacts.addAll(
                                    compare(
                                        change.withBootstrap(settings.bootstrap()),
                                        service,
                                        pair,
                                        column))));
      }
    }
    return new OutcomesDocument(
        batteries,
        groups,
        contacts,
        Referrals.of(plan, section, prepared, raw),
        Costs.of(plan, section, prepared),
        areas(),
        profiles(),
        qalys(),
        cases(measures),
        controlled(measures),
        stayed(measures),
        regression(batteries));
  }

  private List<OrdinalItems> areas() {
    return section.areas().stream()
        .flatMap(
            items ->
                pairsOf("areas", items.columns()).stream()
                    .map(
                        pair ->
                            OrdinalItems.of(
                                wide,
                                items.measures(plan.labels()),
                                pair.first(),
                                pair.last(),
                                items.cut().orElseThrow(),
                                settings)))
        .toList();
  }

  private List<ProfileDocument> profiles() {
    return section.profiles().stream()
        .flatMap(
            items ->
                pairsOf("profiles", items.columns()).stream()
                    .map(
                        pair ->
                            new ProfileDocument(
                                pair.first(),
                                pair.last(),
                                ProfileChange.of(
                                    wide,
                                    items.measures(plan.labels()),
                                    pair.first(),
                                    pair.last(),
                                    settings.level()))))
        .toList();
  }

  /** The pairs at whose waves all columns are. */
  private List<Pair> pairsOf(String field, List<String> columns) {
    List<Pair> found =
        pairs().stream()
            .filter(
                pair ->
                    columns.stream()
                        .allMatch(
                            name ->
                                wide.has(ColumnName.at(name, pair.first()).toString())
                                    && wide.has(ColumnName.at(name, pair.last()).toString())))
            .toList();
    if (found.isEmpty()) {
      throw new InvalidInputException(
          "outcomes." + field, "there is no pair of waves at which all of these columns are");
    }
    return found;
  }

  /** By each grouping, for everybody where there is none. */
  private List<QualityAdjustedYears> qalys() {
    if (section.utilities().isEmpty()) {
      return List.of();
    }
    List<Optional<Grouping>> groupings = new ArrayList<>();
    section.groups().forEach(column -> groupings.add(Optional.of(grouping(column))));
    section
        .comparison()
        .ifPresent(
            it ->
                groupings.add(
                    Optional.of(
                        Grouping.by(it.column(), it.control())
                            .adjustingFor(section.adjust().toArray(String[]::new)))));
    if (groupings.isEmpty()) {
      groupings.add(Optional.empty());
    }
    List<String> waves = plan.data().waves();
    List<Double> years =
        waves.stream()
            .map(wave -> Objects.requireNonNull(section.times().get(wave)) / MONTHS_A_YEAR)
            .toList();
    return groupings.stream()
        .map(
            by ->
                QualityAdjustedYears.of(
                    wide, section.utilities().get(), waves, years, by, settings.level()))
        .toList();
  }

  private Grouping grouping(String column) {
    return Grouping.by(column, reference(column))
        .adjustingFor(section.adjust().toArray(String[]::new));
  }

  private List<CaseChange> cases(List<Measure> measures) {
    List<CaseChange> cases = new ArrayList<>();
    for (Measure measure : measures) {
      CaseSource source = ofScale(section.cases(), measure);
      if (source == null) {
        continue;
      }
      CaseRule rule = rule(measure, source);
      pairs().stream()
          .filter(pair -> isAtBoth(measure, pair))
          .map(
              pair ->
                  CaseChange.of(wide, measure, pair.first(), pair.last(), rule, settings.level()))
          .forEach(cases::add);
    }
    return cases;
  }

  private CaseRule rule(Measure measure, CaseSource source) {
    if (source instanceof CaseSource.Cut cut) {
      return cut.rule();
    }
    String id = ((CaseSource.Bands) source).scheme();
    BandScheme scheme = schemes.getOrDefault(measure.column(), Map.of()).get(id);
    if (scheme == null) {
      throw new InvalidInputException(
          "outcomes.cases." + measure.column(),
          "the scale has no bands of that name; give a cut with its \"source\", as in"
              + " {\"atLeast\": 6, \"source\": \"…\"}");
    }
    return CaseRule.worstBand(measure.withBands(scheme));
  }

  /** What the plan says of a scale, by its column or its instrument. */
  private static <T> @Nullable T ofScale(Map<String, T> said, Measure measure) {
    T exact = said.get(measure.column());
    return exact == null && measure.column().endsWith(TOTAL)
        ? said.get(measure.column().substring(0, measure.column().length() - TOTAL.length()))
        : exact;
  }

  private List<ControlledOutcome> controlled(List<Measure> measures) {
    List<ControlledOutcome> controlled = new ArrayList<>();
    section
        .comparison()
        .ifPresent(
            it -> {
              Grouping arms =
                  Grouping.by(it.column(), it.control())
                      .adjustingFor(section.adjust().toArray(String[]::new));
              for (Pair pair : pairs()) {
                measures.stream()
                    .filter(measure -> isAtBoth(measure, pair))
                    .map(
                        measure ->
                            ControlledOutcome.of(
                                wide, measure, pair.first(), pair.last(), arms, settings))
                    .forEach(controlled::add);
              }
            });
    return controlled;
  }

  /** By the scales at the first wave and what belongs to the person. */
  private Optional<WhoStayed> stayed(List<Measure> measures) {
    List<String> waves = plan.data().waves();
    List<String> columns = new ArrayList<>();
    measures.stream()
        .filter(measure -> wide.has(measure.at(waves.get(0))))
        .map(Measure::column)
        .forEach(columns::add);
    // What is measured later is nothing that people had at the start.
    Stream.of(
            section.groups().stream(),
            section.comparison().stream().map(OutcomesSection.Comparison::column),
            section.adjust().stream())
        .flatMap(names -> names)
        .filter(name -> isOfTheStart(ColumnName.parse(name)))
        .filter(name -> !columns.contains(ColumnName.parse(name).measure()))
        .distinct()
        .forEach(columns::add);
    return columns.isEmpty()
        ? Optional.empty()
        : Optional.of(WhoStayed.of(wide, columns, waves, settings.level()));
  }

  private List<String> regression(List<OutcomeBattery> batteries) {
    return batteries.stream()
        .flatMap(battery -> battery.entries().stream())
        .map(OutcomeBattery.Entry::outcome)
        .filter(outcome -> ofScale(section.entry(), outcome.measure()) != null)
        // People entered at the first wave; between later ones the model expects nothing of it.
        .filter(outcome -> outcome.before().wave().equals(plan.data().waves().get(0)))
        .map(
            outcome -> {
              Optional<RegressionToTheMean> entry =
                  Optional.ofNullable(ofScale(section.entry(), outcome.measure()));
              return RegressionToTheMean.sentence(
                      outcome.callingWaves(plan.data().waveLabels()), entry)
                  + entry.map(it -> outside(outcome, it)).orElse("");
            })
        .toList();
  }

  private boolean isOfTheStart(ColumnName column) {
    return !column.isChange() && column.wave().map(plan.data().waves().get(0)::equals).orElse(true);
  }

  /** How many of those whose change is told did not begin where the rule lets people in. */
  private String outside(ScaleOutcome outcome, RegressionToTheMean entry) {
    double[] before = wide.numbers(outcome.measure().at(outcome.before().wave()));
    double[] after = wide.numbers(outcome.measure().at(outcome.after().wave()));
    long outside =
        IntStream.range(0, before.length)
            .filter(row -> !Double.isNaN(before[row] + after[row]))
            .filter(row -> !entry.entry().isCase(before[row]))
            .count();
    return outside == 0
        ? ""
        : " Of the "
            + outcome.n()
            + " people whose change this is, "
            + outside
            + " did not begin there: the expected change is not theirs, and the two numbers are of"
            + " different people.";
  }

  /** The pairs that the plan names, or each later wave with the first. */
  private List<Pair> pairs() {
    return Contacts.pairs(section, plan.data().waves());
  }

  private boolean isAtBoth(Measure measure, Pair pair) {
    return wide.has(measure.at(pair.first())) && wide.has(measure.at(pair.last()));
  }

  private List<Measure> measures() {
    List<Measure> measures = new ArrayList<>();
    if (section.scales().isEmpty()) {
      measures.addAll(scored.values());
    } else {
      section.scales().get().forEach(name -> measures.add(measure(name)));
    }
    return measures.stream().map(this::held).toList();
  }

  /** A scored scale by its column or its instrument, or a numeric column. */
  private Measure measure(String name) {
    Measure known = scored.get(name);
    if (known != null) {
      return known;
    }
    return scored.values().stream()
        .filter(measure -> measure.column().equals(name + ".total"))
        .findFirst()
        .orElseGet(
            () -> {
              Direction direction = section.directions().getOrDefault(name, Direction.NEUTRAL);
              String label = plan.labels().getOrDefault(name, name);
              return Measure.of(name, direction).withLabel(label);
            });
  }

  private Measure held(Measure measure) {
    ReferenceSource source = ofScale(section.references(), measure);
    ImportantDifference important = ofScale(section.important(), measure);
    Measure referred =
        source instanceof ReferenceSource.Given given
            ? measure.withReference(given.reference())
            : source instanceof ReferenceSource.Cited
                ? cited(measure.column())
                    .map(it -> measure.withReference(it.reference()))
                    .orElse(measure)
                : measure;
    return important == null ? referred : referred.withImportant(important);
  }

  /** The better of the references that were published for a scale. */
  static Optional<CitedReference> cited(String scale) {
    ColumnName column = ColumnName.parse(scale);
    return CitedReferences.of(column.stem(), column.scale().orElse("total")).stream().findFirst();
  }

  /** The level that the plan names, or the one that occurs first. */
  private String reference(String column) {
    return Optional.ofNullable(section.reference().get(column))
        .orElseGet(() -> levels(column).get(0));
  }

  private static InvalidInputException groups(String column, int found) {
    return new InvalidInputException(
        "column \"" + column + "\"",
        "must hold from 2 to "
            + MOST_GROUPS
            + " groups to be compared, not "
            + found
            + "; put values together in a column of fewer, or leave it out of \"groups\"");
  }

  /** As scales would be refused, for contacts alone. */
  private void requireGroups(String column) {
    int found = levels(column).size();
    if (found < 2 || found > MOST_GROUPS) {
      throw groups(column, found);
    }
    if (!levels(column).contains(reference(column))) {
      throw new InvalidInputException(
          "outcomes.reference." + column, "nobody is in this group; name one that occurs");
    }
  }

  private List<String> levels(String column) {
    return wide.texts(column).stream().flatMap(Optional::stream).distinct().toList();
  }

  private List<ContactGroupsDocument> compare(
      ContactChange change, String service, Pair pair, String column) {
    String reference = reference(column);
    ContactChange others = among(change, column, reference);
    ContactSummary ofOthers = summary(others);
    return levels(column).stream()
        .filter(level -> !level.equals(reference))
        .map(level -> among(change, column, level))
        .map(
            group ->
                new ContactGroupsDocument(
                    service,
                    pair.first(),
                    pair.last(),
                    column,
                    group.comparedWith(others, ofComparisons()),
                    summary(group),
                    ofOthers))
        .toList();
  }

  /** The first kind that is asked for among those that a ratio of two ratios can have. */
  private ContactInterval ofComparisons() {
    return section.intervals().stream()
        .filter(ContactInterval::comparesGroups)
        .findFirst()
        .orElse(ContactInterval.DELTA);
  }

  private ContactSummary summary(ContactChange change) {
    return change.summary(section.per(), Contacts.ofCounts(change, section));
  }

  private ContactChange among(ContactChange change, String column, String level) {
    List<Optional<String>> levels = wide.texts(column);
    boolean[] who = new boolean[levels.size()];
    for (int i = 0; i < who.length; i++) {
      who[i] = levels.get(i).equals(Optional.of(level));
    }
    return change.among(who, ColumnName.parse(column).measure() + " " + level);
  }
}
