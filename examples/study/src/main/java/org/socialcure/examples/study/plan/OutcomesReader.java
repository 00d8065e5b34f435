package org.socialcure.examples.study.plan;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.Problems;
import org.socialcure.core.instrument.Direction;
import org.socialcure.core.instrument.Range;
import org.socialcure.core.internal.Nearest;
import org.socialcure.core.internal.Words;
import org.socialcure.core.internal.json.Fields;
import org.socialcure.core.internal.json.Node;
import org.socialcure.core.internal.json.NodeReader;
import org.socialcure.core.person.AroundReferral;
import org.socialcure.examples.study.plan.OutcomesSection.CaseSource;
import org.socialcure.examples.study.plan.OutcomesSection.Comparison;
import org.socialcure.examples.study.plan.OutcomesSection.Items;
import org.socialcure.examples.study.plan.OutcomesSection.Pair;
import org.socialcure.examples.study.plan.OutcomesSection.ReferenceSource;
import org.socialcure.examples.study.plan.OutcomesSection.ReferralSection;
import org.socialcure.mediation.model.Family;
import org.socialcure.scoring.change.ChangeReference;
import org.socialcure.scoring.change.ImportantDifference;
import org.socialcure.scoring.change.ReliabilityKind;
import org.socialcure.scoring.contact.ContactInterval;
import org.socialcure.scoring.contact.PercentDefinition;
import org.socialcure.scoring.contact.RateUnit;
import org.socialcure.scoring.contact.UnitCost;
import org.socialcure.scoring.outcome.CaseRule;
import org.socialcure.scoring.outcome.RegressionToTheMean;

/** Reads the part {@code outcomes} of a plan. */
final class OutcomesReader {
  private static final String CITED = "cited";

  private static final NodeReader<PercentDefinition> DEFINITION =
      Values.word(PercentDefinition.class);

  private static final NodeReader<Family> FAMILY =
      Values.word(EnumSet.of(Family.POISSON, Family.NEGATIVE_BINOMIAL));

  private static final NodeReader<ContactInterval> INTERVAL =
      Values.word(EnumSet.complementOf(EnumSet.of(ContactInterval.OF_MODEL)));

  /** The latest time of a wave in months. */
  private static final double LONGEST = 1200;

  private final List<String> waves;
  private final Optional<String> waveColumn;
  private final Optional<String> idColumn;
  private final List<String> services;
  private final List<String> groups;

  OutcomesReader(DataSection data, List<String> services, List<String> groups) {
    this.waves = data.waves();
    this.waveColumn = data.wave();
    this.idColumn = data.id();
    this.services = List.copyOf(services);
    this.groups = List.copyOf(groups);
  }

  @Nullable OutcomesSection read(Node node, Problems problems) {
    Fields fields = Values.fields(node, problems);
    if (waves.size() < 2) {
      node.report(problems, "need two \"waves\" or more under \"data\"");
      return null;
    }
    Optional<List<String>> scales = fields.optional("scales", Values.some("scale", Values::names));
    Optional<List<String>> named =
        fields.optional("services", known(services, "declared under \"services\""));
    List<String> by = fields.optional("groups", Values::names).orElse(List.of());
    Map<String, String> reference = fields.map("reference", Values::text);
    for (String column : reference.keySet()) {
      if (!by.contains(column)) {
        fields.report("reference", "names " + column + ", which is none of \"groups\"");
      }
    }
    List<Pair> pairs = fields.optional("pairs", different(this::pair)).orElse(List.of());
    List<String> adjust = fields.optional("adjust", Values::names).orElse(List.of());
    RateUnit per = fields.constant("per", RateUnit.class, RateUnit.MONTH);
    Optional<List<PercentDefinition>> percent =
        fields.optional("percent", Values.some("definition", different(DEFINITION)));
    List<ContactInterval> intervals =
        fields
            .optional("intervals", Values.some("kind of interval", different(INTERVAL)))
            .orElse(List.of());
    boolean modelled = percent.stream().anyMatch(it -> it.contains(PercentDefinition.MODEL));
    Family family = fields.optional("family", FAMILY).orElse(Family.POISSON);
    if (!modelled) {
      fields.refuse("is of the model-based ratio; name \"model\" under \"percent\"", "family");
    }
    Map<String, UnitCost> costs = fields.map("costs", OutcomesReader::cost);
    for (String service : costs.keySet()) {
      if (!named.orElse(services).contains(service)) {
        fields.report(
            "costs." + service,
            "is none of the services that are told" + Nearest.question(service, services));
      }
    }
    Optional<String> rose =
        fields.optional(
            "rose",
            (n, p) -> {
              List<String> found = known(groups, "counted under \"groups\"").read(list(n), p);
              return found == null ? null : found.get(0);
            });
    Optional<ReferralSection> referral = fields.optional("referral", this::referral);
    Optional<Items> areas = fields.optional("areas", (n, p) -> items(n, p, true));
    Optional<Items> profiles = fields.optional("profiles", (n, p) -> items(n, p, false));
    Optional<String> utilities = fields.optional("utilities", Values::text);
    Map<String, Double> times = fields.map("times", Values.within(0, LONGEST));
    if (fields.has("times")) {
      checkTimes(fields, times);
    }
    if (utilities.isPresent()) {
      fields.require("times", "when each wave was, in months, by which utilities become QALYs");
    }
    Map<String, Direction> directions = fields.map("directions", Values.word(Direction.class));
    Map<String, ReferenceSource> references = fields.map("references", OutcomesReader::reference);
    Map<String, ImportantDifference> important = fields.map("important", OutcomesReader::important);
    Map<String, CaseSource> cases = fields.map("cases", OutcomesReader::caseSource);
    Optional<Comparison> comparison = fields.optional("comparison", OutcomesReader::comparison);
    Map<String, RegressionToTheMean> entry = fields.map("entry", OutcomesReader::entry);
    if (by.isEmpty() && comparison.isEmpty() && !modelled && fields.has("adjust")) {
      fields.report(
          "adjust",
          "is for comparisons of \"groups\", which are not named, and for \"model\" under"
              + " \"percent\"");
    }
    if (!entry.isEmpty()
        && !pairs.isEmpty()
        && pairs.stream().noneMatch(pair -> pair.first().equals(waves.get(0)))) {
      fields.report(
          "entry",
          "is about the first wave, " + waves.get(0) + ", with which none of \"pairs\" begins");
    }
    refuseKeys(fields, by, adjust, comparison);
    refuseCostsThatDoNotAddUp(fields, costs);
    refuseWithoutServices(fields, named);
    percent.ifPresent(definitions -> refuseIdle(fields, intervals, definitions));
    return fields.done().isSound()
        ? new OutcomesSection(
            scales,
            named,
            by,
            reference,
            pairs,
            adjust,
            per,
            percent,
            intervals,
            family,
            costs,
            rose,
            referral,
            areas,
            profiles,
            utilities,
            times,
            directions,
            references,
            important,
            cases,
            comparison,
            entry)
        : null;
  }

  private @Nullable ReferralSection referral(Node node, Problems problems) {
    Fields fields = Values.fields(node, problems);
    Optional<String> column =
        fields.required("column", "the column with the day of the referral", Values::text);
    Optional<ForWaves<String>> assessed =
        fields.required(
            "assessed",
            "the column with the day of the assessment, after which windows end",
            ForWaves.reader(Values::text));
    int tolerance =
        fields.optional("tolerance", Values.whole(0, AroundReferral.MOST_TOLERANCE)).orElse(0);
    Map<String, String> byWave = new LinkedHashMap<>();
    assessed.ifPresent(
        it -> {
          if (it.one().isPresent() == waveColumn.isEmpty()) {
            fields.report(
                "assessed",
                waveColumn.isEmpty()
                    ? "must be by wave, as the waves stand side by side: {\"t0\": \"day_t0\"}"
                    : "must be one column, as a row is of one wave");
            return;
          }
          for (Optional<String> wave : it.waves()) {
            if (wave.isPresent() && !waves.contains(wave.get())) {
              fields.report(
                  "assessed." + wave.get(),
                  "is none of \"waves\"" + Nearest.question(wave.get(), waves));
            }
          }
          for (String wave : waves) {
            it.at(Optional.of(wave)).ifPresent(name -> byWave.put(wave, name));
          }
        });
    return fields.done().isSound() && column.isPresent() && !byWave.isEmpty()
        ? new ReferralSection(column.get(), byWave, tolerance)
        : null;
  }

  /** The columns that say whose and of which wave a row is divide rows, not people. */
  private void refuseKeys(
      Fields fields, List<String> by, List<String> adjust, Optional<Comparison> comparison) {
    Map<String, List<String>> named = new LinkedHashMap<>();
    named.put("groups", by);
    named.put("adjust", adjust);
    named.put("comparison", comparison.map(it -> List.of(it.column())).orElse(List.of()));
    for (String column : adjust) {
      if (by.contains(column) || comparison.stream().anyMatch(it -> it.column().equals(column))) {
        fields.report(
            "adjust",
            "names "
                + column
                + ", by which people are compared; no difference is adjusted for what it is of");
      }
    }
    named.forEach(
        (field, columns) -> {
          if (waveColumn.filter(columns::contains).isPresent()) {
            fields.report(
                field,
                "names the column that says which wave a row is of; everybody is at several, and"
                    + " waves are compared anyway. Name a column that divides people");
          }
          if (idColumn.filter(columns::contains).isPresent()) {
            fields.report(
                field,
                "names the column that says whose row it is; name one that several people share a"
                    + " value of");
          }
        });
  }

  private void checkTimes(Fields fields, Map<String, Double> times) {
    for (String wave : times.keySet()) {
      if (!waves.contains(wave)) {
        fields.report("times." + wave, "is none of \"waves\"" + Nearest.question(wave, waves));
      }
    }
    if (!fields.isSound()) {
      return;
    }
    List<String> untold = waves.stream().filter(wave -> !times.containsKey(wave)).toList();
    if (!untold.isEmpty()) {
      fields.report("times", "must say when every wave was; there is none for " + untold.get(0));
      return;
    }
    for (int i = 1; i < waves.size(); i++) {
      double time = Objects.requireNonNull(times.get(waves.get(i)));
      if (time <= Objects.requireNonNull(times.get(waves.get(i - 1)))) {
        fields.report("times." + waves.get(i), "must be later than " + waves.get(i - 1));
      }
    }
  }

  private static @Nullable Items items(Node node, Problems problems, boolean withCut) {
    Fields fields = Values.fields(node, problems);
    Optional<List<String>> columns =
        fields.required(
            "columns",
            "name the columns of the items, without a wave",
            Values.some("column", Values::names));
    Optional<Direction> direction =
        fields.required(
            "direction",
            "which end is better",
            Values.word(EnumSet.complementOf(EnumSet.of(Direction.NEUTRAL))));
    Optional<Range> range = fields.optional("range", OutcomesReader::range);
    if (withCut) {
      fields.require("cut", "the answer up to which, from the worse end, people start there");
    }
    OptionalDouble cut = withCut ? fields.optionalNumber("cut") : OptionalDouble.empty();
    if (range.isPresent() && cut.isPresent() && !range.get().contains(cut.getAsDouble())) {
      fields.report("cut", "must lie within \"range\"");
    }
    return fields.done().isSound() && columns.isPresent() && direction.isPresent()
        ? new Items(columns.get(), direction.get(), range, cut)
        : null;
  }

  private static @Nullable Range range(Node node, Problems problems) {
    List<Double> ends = Values.numbers(node, problems);
    if (ends == null) {
      return null;
    }
    if (ends.size() != 2 || !(ends.get(0) < ends.get(1))) {
      node.report(problems, "must be the lowest and the highest answer, [1, 5]");
      return null;
    }
    return node.make(problems, () -> new Range(ends.get(0), ends.get(1)));
  }

  /** One sum needs one currency and one year of prices. */
  private static void refuseCostsThatDoNotAddUp(Fields fields, Map<String, UnitCost> costs) {
    if (costs.values().stream().map(UnitCost::currency).distinct().count() > 1
        || costs.values().stream().map(UnitCost::year).distinct().count() > 1) {
      fields.report("costs", "must be in one currency and in prices of one year, to be added up");
    }
    if (fields.has("costs") && costs.isEmpty() && fields.isSound()) {
      fields.report("costs", "must name at least one service; leave it out otherwise");
    }
  }

  private static @Nullable UnitCost cost(Node node, Problems problems) {
    Fields fields = Values.fields(node, problems);
    Double unit = fields.number("unit");
    Optional<String> currency = fields.required("currency", "such as \"GBP\"", Values::text);
    Optional<Integer> year =
        fields.required(
            "year", "that of the prices", Values.whole(UnitCost.EARLIEST, UnitCost.LATEST));
    Optional<String> source = fields.required("source", "where the cost comes from", Values::text);
    return fields.done().isSound()
            && unit != null
            && currency.isPresent()
            && year.isPresent()
            && source.isPresent()
        ? node.make(problems, () -> new UnitCost(unit, currency.get(), year.get(), source.get()))
        : null;
  }

  /** What is said of contacts needs some. */
  private void refuseWithoutServices(Fields fields, Optional<List<String>> named) {
    if (!services.isEmpty() && !named.equals(Optional.of(List.of()))) {
      return;
    }
    for (String field :
        List.of("per", "percent", "intervals", "family", "costs", "rose", "referral")) {
      if (fields.has(field)) {
        fields.report(field, "is about contacts with services, and there are no \"services\"");
      }
    }
  }

  private static void refuseIdle(
      Fields fields, List<ContactInterval> intervals, List<PercentDefinition> definitions) {
    for (ContactInterval interval : intervals) {
      if (definitions.stream().noneMatch(interval::goesWith)) {
        fields.report(
            "intervals",
            Words.of(interval)
                + " goes with none of the definitions under \"percent\"; it goes with "
                + Stream.of(PercentDefinition.values())
                    .filter(interval::goesWith)
                    .map(Words::of)
                    .collect(Collectors.joining(", ")));
      }
    }
  }

  /** A list whose elements are all different. */
  private static <T> NodeReader<List<T>> different(NodeReader<T> element) {
    return (node, problems) -> {
      List<T> found = Fields.elements(node, element, problems);
      if (found == null || new HashSet<>(found).size() == found.size()) {
        return found;
      }
      node.report(problems, "names the same twice; name each once");
      return null;
    };
  }

  private static Node list(Node one) {
    return new Node.Arr(one.place(), List.of(one));
  }

  /** Names that other parts of the plan give. */
  private static NodeReader<List<String>> known(List<String> names, String where) {
    return (node, problems) -> {
      List<String> found = Values.names(node, problems);
      if (found == null || names.containsAll(found)) {
        return found;
      }
      for (String name : found) {
        if (!names.contains(name)) {
          node.report(problems, "\"" + name + "\" is not " + where + Nearest.question(name, names));
        }
      }
      return null;
    };
  }

  private @Nullable Pair pair(Node node, Problems problems) {
    List<String> two = Values.names(node, problems);
    if (two == null) {
      return null;
    }
    if (two.size() != 2 || !waves.containsAll(two)) {
      node.report(problems, "must be two of the waves " + String.join(", ", waves));
      return null;
    }
    if (waves.indexOf(two.get(0)) > waves.indexOf(two.get(1))) {
      node.report(problems, "names the later wave first; turn the two round");
      return null;
    }
    return new Pair(two.get(0), two.get(1));
  }

  private static @Nullable ReferenceSource reference(Node node, Problems problems) {
    if (node instanceof Node.Text text) {
      if (text.text().equals(CITED)) {
        return new ReferenceSource.Cited();
      }
      node.report(
          problems,
          "must be \"cited\" for what was published, or a reference with \"sd\", \"sdOf\","
              + " \"reliability\" and \"source\"");
      return null;
    }
    Fields fields = Values.fields(node, problems);
    Double sd = fields.number("sd");
    Optional<String> sdOf = fields.required("sdOf", "whose SD it is", Values::text);
    Double reliability = fields.number("reliability");
    ReliabilityKind kind =
        fields.constant("kind", ReliabilityKind.class, ReliabilityKind.UNSPECIFIED);
    Optional<String> source = fields.required("source", "where both come from", Values::text);
    return fields.done().isSound()
            && sd != null
            && reliability != null
            && sdOf.isPresent()
            && source.isPresent()
        ? node.make(
            problems,
            () ->
                new ReferenceSource.Given(
                    new ChangeReference(
                        sd, reliability, kind, "SD of " + sdOf.get() + "; " + source.get())))
        : null;
  }

  private static @Nullable ImportantDifference important(Node node, Problems problems) {
    Fields fields = Values.fields(node, problems);
    Double points = fields.number("points");
    Optional<String> source = fields.required("source", "where it comes from", Values::text);
    return fields.done().isSound() && points != null && source.isPresent()
        ? node.make(problems, () -> ImportantDifference.published(points, source.get()))
        : null;
  }

  private static @Nullable CaseSource caseSource(Node node, Problems problems) {
    if (node instanceof Node.Text) {
      String scheme = Values.text(node, problems);
      return scheme == null ? null : new CaseSource.Bands(scheme);
    }
    CaseRule rule = cut(Values.fields(node, problems), node, problems);
    return rule == null ? null : new CaseSource.Cut(rule);
  }

  private static @Nullable CaseRule cut(Fields fields, Node node, Problems problems) {
    Optional<String> source = fields.required("source", "where the cut comes from", Values::text);
    OptionalDouble atLeast = fields.optionalNumber("atLeast");
    OptionalDouble atMost = fields.optionalNumber("atMost");
    if (atLeast.isPresent() == atMost.isPresent()) {
      fields.report("needs a cut, either \"atLeast\" or \"atMost\"");
    }
    return fields.done().isSound() && source.isPresent()
        ? node.make(
            problems,
            () ->
                atLeast.isPresent()
                    ? CaseRule.atLeast(atLeast.getAsDouble(), source.get())
                    : CaseRule.atMost(atMost.orElseThrow(), source.get()))
        : null;
  }

  private static @Nullable Comparison comparison(Node node, Problems problems) {
    Fields fields = Values.fields(node, problems);
    Optional<String> column = fields.required("column", "the column of the groups", Values::text);
    Optional<String> control =
        fields.required("control", "the level of the comparison group", Values::text);
    return fields.done().isSound() && column.isPresent() && control.isPresent()
        ? new Comparison(column.get(), control.get())
        : null;
  }

  private static @Nullable RegressionToTheMean entry(Node node, Problems problems) {
    Fields fields = Values.fields(node, problems);
    Double mean = fields.number("mean");
    Double sd = fields.number("sd");
    Double retest = fields.number("retest");
    Optional<String> retestSource = fields.optional("retestSource", Values::text);
    CaseRule rule = cut(fields, node, problems);
    return rule != null && mean != null && sd != null && retest != null
        ? node.make(
            problems,
            () ->
                new RegressionToTheMean(
                    rule, mean, sd, rule.source(), retest, retestSource.orElse(rule.source())))
        : null;
  }
}
