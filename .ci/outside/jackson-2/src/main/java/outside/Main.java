package outside;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import org.socialcure.core.answer.Responses;
import org.socialcure.core.answer.Ucla3;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.json.Json;
import org.socialcure.core.json.SocialCureModule;
import org.socialcure.mediation.Mediation;
import org.socialcure.mediation.MediationResult;
import org.socialcure.mediation.report.ModelDocument;
import org.socialcure.scoring.ScoreSheet;
import org.socialcure.scoring.Scorer;
import org.socialcure.scoring.change.Change;

/** A service on Jackson 2 and the class path, without Jackson 3. */
public final class Main {
  /** What the service sends and receives. */
  public record Visit(Ucla3 form, Responses responses, ScoreSheet sheet, List<Change> changes) {}

  public static void main(String[] args) throws JsonProcessingException {
    check("no Jackson 3", !exists("tools.jackson.databind.ObjectMapper"));
    ObjectMapper found = new ObjectMapper().findAndRegisterModules();
    check(
        "the module is found",
        found.getRegisteredModuleIds().toString().contains("SocialCureModule"));
    // As Spring Boot configures its own.
    ObjectMapper plain =
        JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    for (ObjectMapper mapper :
        List.of(plain, found, new ObjectMapper().registerModule(new SocialCureModule()))) {
      use(mapper);
    }
    System.out.println("Jackson 2 reads and writes as Json does.");
  }

  private static void use(ObjectMapper mapper) throws JsonProcessingException {
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

  private static void refused(ObjectMapper mapper, String form) throws JsonProcessingException {
    try {
      mapper.readValue(form.replace('\'', '"'), Ucla3.class);
    } catch (JsonMappingException expected) {
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

  private static boolean exists(String type) {
    try {
      Class.forName(type);
      return true;
    } catch (ClassNotFoundException absent) {
      return false;
    }
  }

  private static void check(String what, boolean holds) {
    if (!holds) {
      throw new IllegalStateException("Not so outside the library's build: " + what);
    }
  }
}
