package org.socialcure.examples.smoke;

import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.answer.Responses;
import org.socialcure.core.answer.Ucla3;
import org.socialcure.core.data.CsvOptions;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Instruments;
import org.socialcure.core.json.Json;
import org.socialcure.core.person.Assessment;
import org.socialcure.core.person.Cohort;
import org.socialcure.core.person.GroupMembership;
import org.socialcure.core.person.GroupMemberships;
import org.socialcure.core.person.GroupQuestion;
import org.socialcure.core.person.GroupType;
import org.socialcure.core.person.Participant;
import org.socialcure.mediation.Mediation;
import org.socialcure.mediation.MediationResult;
import org.socialcure.mediation.inference.Bootstrap;
import org.socialcure.mediation.model.PathModel;
import org.socialcure.mediation.process.ProcessTemplate;
import org.socialcure.mediation.report.ModelDocument;
import org.socialcure.scoring.ScoreSheet;
import org.socialcure.scoring.Scorer;
import org.socialcure.scoring.change.Change;

/**
 * Uses each module of the library as another module would, and fails at the first thing that does
 * not work.
 */
public final class Smoke {
  private Smoke() {}

  /**
   * Runs all checks.
   *
   * @param args none
   */
  public static void main(String[] args) {
    runsOnTheModulePath();
    validatesTypedAnswers();
    exchangesJson();
    scoresAndCompares();
    scoresFiles();
    fitsModels();
    System.out.println("The library works on the module path.");
  }

  private static void runsOnTheModulePath() {
    check("a named module", Smoke.class.getModule().isNamed());
    ModuleLayer layer = Smoke.class.getModule().getLayer();
    for (String name : List.of("core", "scoring", "mediation")) {
      ModuleDescriptor descriptor =
          layer.findModule("org.socialcure." + name).orElseThrow().getDescriptor();
      check(name + " has a descriptor of its own", !descriptor.isAutomatic());
    }
  }

  private static void validatesTypedAnswers() {
    try (ValidatorFactory factory =
        Validation.byProvider(HibernateValidator.class)
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator())
            .buildValidatorFactory()) {
      int violations = factory.getValidator().validate(new Ucla3(4, null, 0)).size();
      check("two answers are out of range, found " + violations, violations == 2);
      check("a cohort can be validated", factory.getValidator().validate(cohort()).isEmpty());
    }
  }

  /** One person at one wave, with a group and a filled-in form. */
  private static Cohort cohort() {
    GroupQuestion question = GroupQuestion.withSlots(6);
    Assessment assessment =
        new Assessment(
            "T0",
            Optional.empty(),
            List.of(new Ucla3(2, 3, 1).toResponses()),
            Optional.of(GroupMemberships.listed(question, GroupMembership.of(GroupType.SPORT))),
            List.of(),
            Optional.empty());
    Participant participant =
        new Participant("p-1", Optional.empty(), List.of(), List.of(assessment));
    return new Cohort(List.of("T0"), List.of(participant));
  }

  private static void exchangesJson() {
    for (Instrument instrument : Instruments.all()) {
      check(
          instrument.id() + " in JSON and back",
          Json.read(Json.write(instrument), Instrument.class).equals(instrument));
    }
    Cohort cohort = cohort();
    check("a cohort in JSON and back", Json.read(Json.write(cohort), Cohort.class).equals(cohort));
    check("a cohort as a table", cohort.toDataset().number("groups", 0).orElseThrow() == 1);
    Responses responses =
        Json.read(
            """
            {"instrument": "ucla-3", "answers": {"companionship": 2, "left-out": 3, "isolated": 1}}""",
            Responses.class);
    check("answers from JSON", Scorer.score(responses).total().value() == 6);
    try {
      Json.read("{\"instrument\": \"unheard-of\", \"answers\": {}}", Responses.class);
      check("an unknown instrument is refused", false);
    } catch (InvalidInputException expected) {
      check("the refusal says where", expected.problems().get(0).where().contains("instrument"));
    }
  }

  private static void scoresAndCompares() {
    ScoreSheet before = Scorer.score(new Ucla3(3, 3, 2));
    ScoreSheet after = Scorer.score(new Ucla3(1, 2, 1));
    Change change = Change.between(before, after);
    check("a change", change.difference() == -4);
    check("a change in JSON and back", Json.read(Json.write(change), Change.class).equals(change));
  }

  private static void scoresFiles() {
    String csv =
        """
        id,wave,ucla3_1,ucla3_2,ucla3_3
        a,t0,3,3,2
        a,t1,1,2,1
        b,t0,2,2,2
        """;
    Dataset scores =
        Scorer.batch()
            .instrument(Instruments.UCLA_3, "ucla3_{n}")
            .keep("id", "wave")
            .score(Dataset.readCsv(new StringReader(csv), CsvOptions.defaults()))
            .widen("id", "wave");
    check("two people", scores.rows() == 2);
    check("a difference", scores.number("ucla-3.total@change", 0).orElseThrow() == -4);
    check("none where a wave is missing", scores.number("ucla-3.total@change", 1).isEmpty());
    try (StringWriter out = new StringWriter()) {
      scores.writeCsv(out, CsvOptions.defaults());
      check("a file of scores", out.toString().contains("ucla-3.total@change"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void fitsModels() {
    int rows = 200;
    double[] x = new double[rows];
    double[] m = new double[rows];
    double[] y = new double[rows];
    RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
    for (int i = 0; i < rows; i++) {
      x[i] = random.nextGaussian();
      m[i] = 0.5 * x[i] + random.nextGaussian();
      y[i] = 0.5 * m[i] + 0.2 * x[i] + random.nextGaussian();
    }
    Dataset data = Dataset.builder().numbers("x", x).numbers("m", m).numbers("y", y).build();
    MediationResult result =
        Mediation.from("x")
            .through("m")
            .to("y")
            .build()
            .fit(data, Bootstrap.percentile(200).seed(2019));
    check("an indirect effect", result.indirect("m").estimate() > 0);
    check("a table", result.toString().contains("Indirect"));
    ModelDocument document = result.document();
    check(
        "a document in JSON and back",
        Json.read(Json.write(document), ModelDocument.class).equals(document));
    check("a page with a drawing", result.report().html().contains("<svg"));
    check(
        "path syntax", PathModel.parse("m ~ a*x\ny ~ b*m + x\nab := a*b").variables().size() == 3);
    check("templates", !ProcessTemplate.all().isEmpty());
  }

  private static void check(String what, boolean holds) {
    if (!holds) {
      throw new IllegalStateException("Not so on the module path: " + what);
    }
  }
}
