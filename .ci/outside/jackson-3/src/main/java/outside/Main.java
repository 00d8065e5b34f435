package outside;

import java.util.List;
import java.util.Map;
import org.socialcure.core.answer.Responses;
import org.socialcure.core.answer.Ucla3;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.json.Json;
import org.socialcure.core.json.SocialCureJacksonModule;
import org.socialcure.mediation.Mediation;
import org.socialcure.mediation.MediationResult;
import org.socialcure.mediation.report.ModelDocument;
import org.socialcure.scoring.ScoreSheet;
import org.socialcure.scoring.Scorer;
import org.socialcure.scoring.change.Change;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** A service on Jackson 3 and the module path. */
public final class Main {
  /** What the service sends and receives. */
  public record Visit(Ucla3 form, Responses responses, ScoreSheet sheet, List<Change> changes) {}

  public static void main(String[] args) {
    check("a named module", Main.class.getModule().isNamed());
    JsonMapper added = JsonMapper.builder().addModule(new SocialCureJacksonModule()).build();
    for (ObjectMapper mapper : List.of(new ObjectMapper(), added)) {
      use(mapper);
    }
    // Jackson 2 is there as well, for the library itself.
    var two = new com.fasterxml.jackson.databind.ObjectMapper().findAndRegisterModules();
    check("found", two.getRegisteredModuleIds().toString().contains("SocialCureModule"));
    ScoreSheet sheet = Scorer.score(new Ucla3(3, 3, 2));
    check("both", sheet.equals(two.convertValue(two.valueToTree(sheet), ScoreSheet.class)));
    System.out.println("Jackson 3 reads and writes as Json does.");
  }

  private static void use(ObjectMapper mapper) {
    Ucla3 form = new Ucla3(3, 3, 2);
    ScoreSheet sheet = Scorer.score(form);
    Change change = Change.between(sheet, Scorer.score(new Ucla3(1, 2, 1)));
    Visit visit = new Visit(form, form.toResponses(), sheet, List.of(change));
    String json = mapper.writeValueAsString(visit);
    check("a visit comes back", visit.equals(mapper.readValue(json, Visit.class)));
    check("it is written as Json does", Json.tree(Json.write(visit)).equals(Json.tree(json)));
    for (String wrong : List.of("'leftout': 2", "'leftOut': 2.7", "'leftOut': '2'")) {
      refused(mapper, "{'companionship': 3, 'isolated': 2, " + wrong + "}");
    }
    MediationResult result = fitted();
    ModelDocument read = mapper.readValue(mapper.writeValueAsString(result), ModelDocument.class);
    check("a result is its document", result.document().equals(read));
  }

  private static void refused(ObjectMapper mapper, String form) {
    try {
      mapper.readValue(form.replace('\'', '"'), Ucla3.class);
    } catch (DatabindException expected) {
      check("the field is named", expected.getMessage().startsWith("left"));
      return;
    }
    throw new IllegalStateException("Bound, but should not be: " + form);
  }

  private static MediationResult fitted() {
    return Mediation.from("x")
        .through("m")
        .to("y")
        .build()
        .fit(
            Dataset.of(
                Map.of(
                    "x", new double[] {1, 2, 3, 4, 5, 6, 7, 8},
                    "m", new double[] {2, 1, 4, 3, 6, 5, 8, 7},
                    "y", new double[] {1, 1, 3, 4, 7, 5, 8, 9})));
  }

  private static void check(String what, boolean holds) {
    if (!holds) {
      throw new IllegalStateException("Not so outside the library's build: " + what);
    }
  }
}
