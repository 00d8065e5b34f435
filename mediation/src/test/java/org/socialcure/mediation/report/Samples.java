package org.socialcure.mediation.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;
import org.socialcure.core.data.Dataset;
import org.socialcure.mediation.Mediation;
import org.socialcure.mediation.MediationModel;
import org.socialcure.mediation.inference.Bootstrap;
import org.socialcure.mediation.model.CategoricalCoding;
import org.socialcure.mediation.model.CategoricalCoding.Scheme;
import org.socialcure.mediation.model.Centring;
import org.socialcure.mediation.model.Equation;
import org.socialcure.mediation.model.Family;
import org.socialcure.mediation.model.PathModel;
import org.socialcure.mediation.model.Question;
import org.socialcure.mediation.model.Term;
import org.socialcure.mediation.process.ModeratorLetter;
import org.socialcure.mediation.process.ProcessTemplate;
import org.socialcure.mediation.process.Roles;
import org.socialcure.mediation.regression.StandardErrors;

/**
 * Documents of models fitted to made-up data: every shape that a document can have.
 *
 * <p>The data come from {@link Random}, whose numbers are the same on every machine.
 */
final class Samples {
  /** The columns of {@link #serial()} and their labels. */
  static final Map<String, String> LABELS = labels();

  /** A column name with the characters of every format's own syntax. */
  static final String HOSTILE_X = "<script>alert(\"x\")</script> & co_1%";

  /** Another. */
  static final String HOSTILE_M = "m|2 {a}\\b #$~^*_`[link](x)";

  /** A name that is longer than a line. */
  static final String LONG_Y =
      "'y' — naïve, € a_very_long_name_without_any_other_punctuation_in_it_that_goes_on_and_on_and"
          + "_on_for_ever";

  private static final Bootstrap BOOTSTRAP = Bootstrap.percentile(300).seed(7);
  private static final ModelDocument BARE = fitBare();
  private static final ModelDocument MINIMAL = fitMinimal();
  private static final ModelDocument SIMPLE = fitSimple();
  private static final ModelDocument SERIAL = fitSerial();
  private static final ModelDocument MODERATED = fitModerated();
  private static final ModelDocument MULTICATEGORICAL = fitMulticategorical();
  private static final ModelDocument COUNTS = fitCounts();
  private static final ModelDocument CLUSTERED = fitClustered();
  private static final ModelDocument HOSTILE = fitHostile();

  private Samples() {}

  /** Every sample. */
  static List<ModelDocument> all() {
    return List.of(
        BARE, MINIMAL, SIMPLE, SERIAL, MODERATED, MULTICATEGORICAL, COUNTS, CLUSTERED, HOSTILE);
  }

  /** Equations and nothing else. */
  static ModelDocument bare() {
    return BARE;
  }

  private static ModelDocument fitBare() {
    Maker make = new Maker(10, 40);
    double[] x = make.normal();
    return Mediation.of(PathModel.parse("y ~ x"))
        .withName("path")
        .fit(Dataset.of(Map.of("x", x, "y", make.sum(0.5, x))))
        .document();
  }

  /** Two equations and a named effect: nothing is asked about an exposure; no bootstrap. */
  static ModelDocument minimal() {
    return MINIMAL;
  }

  private static ModelDocument fitMinimal() {
    Maker make = new Maker(11, 60);
    double[] x = make.normal();
    double[] y = make.sum(0.5, x);
    PathModel path = PathModel.parse("y ~ b*x\nz ~ c*y").withEffect("ratio", "exp(b*c)");
    Dataset data = Dataset.of(Map.of("x", x, "y", y, "z", make.sum(0.3, y)));
    return Mediation.of(path)
        .asking(Question.NAMED_EFFECTS_ONLY)
        .withName("named only")
        .fit(data)
        .document();
  }

  /** One mediator, one covariate, missing values, a percentile bootstrap. */
  static ModelDocument simple() {
    return SIMPLE;
  }

  private static ModelDocument fitSimple() {
    Maker make = new Maker(12, 240);
    double[] groups = make.normal();
    double[] age = make.sample(() -> 18 + make.random.nextInt(75));
    double[] belonging = make.sum(0.4, groups);
    double[] loneliness = make.sum(-0.3, groups, -0.5, belonging);
    make.lose(20, belonging);
    make.lose(10, loneliness);
    Map<String, double[]> columns = new LinkedHashMap<>();
    columns.put("groups", groups);
    columns.put("belonging", belonging);
    columns.put("loneliness", loneliness);
    columns.put("age", age);
    return Mediation.from("groups")
        .through("belonging")
        .to("loneliness")
        .adjustingFor("age")
        .build()
        .withName("groups and loneliness")
        .withMonteCarlo(2000, 5)
        .withPermutationTests(99, 6)
        .fit(Dataset.of(columns), BOOTSTRAP)
        .document();
  }

  /** Two mediators in series and two covariates, columns of scores with labels. */
  static ModelDocument serial() {
    return SERIAL;
  }

  private static Map<String, String> labels() {
    Map<String, String> labels = new LinkedHashMap<>();
    labels.put("ucla-3.total@T0", "Loneliness (UCLA-3) at the start");
    labels.put("gis.total@T1", "Group identification (GIS) at follow-up");
    labels.put("ucla-3.total@T1", "Loneliness (UCLA-3) at follow-up");
    labels.put("gp-visits@T1", "GP visits, past 4 months, at follow-up");
    labels.put("age@T0", "Age in years");
    labels.put("gp-visits@T0", "GP visits, past 4 months, at the start");
    return labels;
  }

  private static ModelDocument fitSerial() {
    Maker make = new Maker(13, 200);
    double[] before = make.normal();
    double[] visitsBefore = make.normal();
    double[] age = make.normal();
    double[] identification = make.sum(-0.4, before);
    double[] loneliness = make.sum(-0.4, identification, 0.3, before);
    double[] visits = make.sum(0.3, loneliness, 0.4, visitsBefore);
    Map<String, double[]> columns = new LinkedHashMap<>();
    columns.put("ucla-3.total@T0", before);
    columns.put("gis.total@T1", identification);
    columns.put("ucla-3.total@T1", loneliness);
    columns.put("gp-visits@T1", visits);
    columns.put("age@T0", age);
    columns.put("gp-visits@T0", visitsBefore);
    return Mediation.from("ucla-3.total@T0")
        .through("gis.total@T1", "ucla-3.total@T1")
        .inSeries()
        .to("gp-visits@T1")
        .adjustingFor("age@T0", "gp-visits@T0")
        .build()
        .withName("labelled columns")
        .fit(Dataset.of(columns).withLabels(LABELS), BOOTSTRAP)
        .document();
  }

  /** Template 7 with a continuous moderator, regions of significance and simple slopes; labels. */
  static ModelDocument moderated() {
    return MODERATED;
  }

  private static ModelDocument fitModerated() {
    Maker make = new Maker(14, 250);
    double[] x = make.normal();
    double[] w = make.normal();
    double[] product = make.sample(i -> x[i] * w[i]);
    double[] m = make.sum(0.2, x, 0.4, product);
    Map<String, double[]> columns = new LinkedHashMap<>();
    columns.put("groups", x);
    columns.put("identification", w);
    columns.put("belonging", m);
    columns.put("gp_visits", make.sum(-0.4, m, -0.1, x));
    Roles roles =
        new Roles(
            "groups",
            List.of(List.of("belonging")),
            "gp_visits",
            Map.of(ModeratorLetter.W, "identification"),
            List.of());
    return Mediation.of(ProcessTemplate.of(7), roles)
        .withName("moderated")
        .withCentring(Centring.CONTINUOUS_PRODUCTS)
        .withStandardErrors(StandardErrors.HC3)
        .fit(
            Dataset.of(columns)
                .withLabels(
                    Map.of(
                        "groups", "Groups joined",
                        "identification", "Identity as a member",
                        "belonging", "Belonging (short form)",
                        "gp_visits", "Visits to the GP")),
            BOOTSTRAP)
        .document();
  }

  /** A coded exposure with relative effects, two mediators, a moderator in words. */
  static ModelDocument multicategorical() {
    return MULTICATEGORICAL;
  }

  private static ModelDocument fitMulticategorical() {
    Maker make = new Maker(15, 240);
    String[] pathways = {"usual care", "link worker", "group"};
    String[] sexes = {"man", "woman"};
    double[] pathway = make.sample(i -> i % 3);
    double[] sex = make.sample(() -> make.random.nextInt(2));
    double[] belonging = make.sum(0.5, pathway, 0.4, make.sample(i -> pathway[i] * sex[i]));
    double[] support = make.sum(0.2, pathway);
    Dataset data =
        Dataset.builder()
            .texts("pathway", words(pathway, pathways))
            .texts("sex", words(sex, sexes))
            .numbers("belonging", belonging)
            .numbers("support", support)
            .numbers("quality", make.sum(0.5, belonging, 0.3, support))
            .build()
            .withLabels(Map.of("pathway", "Offer made", "sex", "Gender"));
    Roles roles =
        new Roles(
            "pathway",
            List.of(List.of("belonging", "support")),
            "quality",
            Map.of(ModeratorLetter.W, "sex"),
            List.of());
    CategoricalCoding indicator = CategoricalCoding.of(Scheme.INDICATOR);
    return Mediation.of(ProcessTemplate.of(7), roles)
        .withName("pathways")
        .withCoding("pathway", indicator.startingWith("usual care"))
        .withCoding("sex", indicator.startingWith("man"))
        .fit(data, BOOTSTRAP)
        .document();
  }

  private static String[] words(double[] codes, String[] words) {
    return DoubleStream.of(codes).mapToObj(c -> words[(int) c]).toArray(String[]::new);
  }

  /** A Poisson outcome with the length of its time, which is the same for all. */
  static ModelDocument counts() {
    return COUNTS;
  }

  private static ModelDocument fitCounts() {
    return Mediation.from("loneliness_change")
        .through("belonging_change")
        .to("gp_visits")
        .build()
        .withFamily("gp_visits", Family.POISSON)
        .withExposure("gp_visits", "months")
        .withName("visits")
        .fit(visits(new Maker(16, 180)), BOOTSTRAP)
        .document();
  }

  /** A total effect that is not distinguishable from zero, so that no share of it is told. */
  static MediationModel withheld() {
    return Mediation.from("x").through("m").to("y").build().withName("withheld");
  }

  /** The data of {@link #withheld()}. */
  static Dataset withheldData() {
    Maker make = new Maker(19, 120);
    double[] x = make.normal();
    double[] m = make.sum(0.3, x);
    return Dataset.of(Map.of("x", x, "m", m, "y", make.sum(-0.1, x, 0.5, m)));
  }

  /** A quasi-Poisson outcome of patients of the same practices. */
  static ModelDocument clustered() {
    return CLUSTERED;
  }

  private static ModelDocument fitClustered() {
    return Mediation.from("loneliness_change")
        .through("belonging_change")
        .to("gp_visits")
        .build()
        .withFamily("gp_visits", Family.QUASI_POISSON)
        .withClusters("practice")
        .withName("visits by practice")
        .fit(visits(new Maker(17, 180)))
        .document();
  }

  private static Dataset visits(Maker make) {
    double[] x = make.normal();
    double[] m = make.sum(-0.4, x);
    Map<String, double[]> columns = new LinkedHashMap<>();
    columns.put("loneliness_change", x);
    columns.put("belonging_change", m);
    columns.put("gp_visits", make.sample(i -> make.count(Math.exp(0.8 + 0.2 * x[i] - 0.2 * m[i]))));
    columns.put("months", make.sample(i -> 4));
    columns.put("practice", make.sample(i -> i % 15));
    return Dataset.of(columns);
  }

  /** Names that every format has to escape, in a model with a factor, a covariate and a title. */
  static ModelDocument hostile() {
    return HOSTILE;
  }

  private static ModelDocument fitHostile() {
    Maker make = new Maker(18, 90);
    double[] x = make.normal();
    double[] w = make.normal();
    double[] m = make.sum(0.5, x);
    Map<String, double[]> columns = new LinkedHashMap<>();
    columns.put(HOSTILE_X, x);
    columns.put(HOSTILE_M, m);
    columns.put(LONG_Y, make.sum(0.4, m));
    columns.put("c,\"1\"", w);
    PathModel path =
        PathModel.of(
            Equation.linear(
                HOSTILE_M,
                Term.of(HOSTILE_X).labelled("a"),
                Term.of("c,\"1\""),
                Term.of(HOSTILE_X, "c,\"1\"")),
            Equation.linear(
                LONG_Y, Term.of(HOSTILE_X), Term.of(HOSTILE_M).labelled("b"), Term.of("c,\"1\"")));
    return Mediation.of(path)
        .between(HOSTILE_X, LONG_Y)
        .withName("hostile <b>&amp;")
        .fit(Dataset.of(columns), BOOTSTRAP)
        .document();
  }

  /** Makes columns of one data set. */
  private static final class Maker {
    private final Random random;
    private final int rows;

    Maker(long seed, int rows) {
      this.random = new Random(seed);
      this.rows = rows;
    }

    interface Row {
      double at(int row);
    }

    double[] sample(Row row) {
      double[] values = new double[rows];
      for (int i = 0; i < rows; i++) {
        values[i] = row.at(i);
      }
      return values;
    }

    double[] sample(DoubleSupplier value) {
      return sample(i -> value.getAsDouble());
    }

    double[] normal() {
      return sample(random::nextGaussian);
    }

    /** Weighted columns, written as weight, column, weight, column, and what they leave open. */
    double[] sum(Object... weighted) {
      return sample(
          i -> {
            double value = random.nextGaussian();
            for (int j = 0; j < weighted.length; j += 2) {
              value += (Double) weighted[j] * ((double[]) weighted[j + 1])[i];
            }
            return value;
          });
    }

    /** A Poisson count, by multiplying uniform numbers (Knuth). */
    double count(double mean) {
      double product = random.nextDouble();
      int count = 0;
      while (product > Math.exp(-mean)) {
        product *= random.nextDouble();
        count++;
      }
      return count;
    }

    /** Makes some values of a column missing. */
    void lose(int values, double[] column) {
      for (int i = 0; i < values; i++) {
        column[random.nextInt(rows)] = Double.NaN;
      }
    }
  }
}
