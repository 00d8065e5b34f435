package org.socialcure.core.fhir;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problems;
import org.socialcure.core.answer.Answer;
import org.socialcure.core.answer.Responses;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Item;
import org.socialcure.core.instrument.Scale;
import org.socialcure.core.instrument.Targeting;
import org.socialcure.core.internal.Nearest;
import org.socialcure.core.internal.fhir.InstrumentCodes;
import org.socialcure.core.internal.json.JsonText;
import org.socialcure.core.internal.json.Node;
import org.socialcure.core.internal.json.Scalars;

/** Reads responses to the questionnaires of some instruments. Lives within one call. */
final class ResponseReader {
  private static final Set<String> RESPONSE =
      Set.of(
          "resourceType",
          "meta",
          "language",
          "text",
          "contained",
          "identifier",
          "basedOn",
          "partOf",
          "questionnaire",
          "status",
          "subject",
          "encounter",
          "authored",
          "author",
          "source",
          "item");
  private static final Set<String> ITEM = Set.of("linkId", "definition", "text", "answer", "item");
  private static final Set<String> REFERENCE = Set.of("reference", "type", "identifier", "display");
  private static final Set<String> IDENTIFIER =
      Set.of("use", "type", "system", "value", "period", "assigner");

  private final String base;
  private final List<Instrument> known;
  private final boolean isGiven;
  private final Problems problems = new Problems();
  private final Elements elements = new Elements(problems);

  ResponseReader(String base, List<Instrument> known, boolean isGiven) {
    this.base = base;
    this.known = known;
    this.isGiven = isGiven;
  }

  FilledQuestionnaire read(String json) {
    Node root = JsonText.parse(json, problems);
    Map<String, Node> fields = elements.of(root, "QuestionnaireResponse", RESPONSE);
    if (!(fields.get("resourceType") instanceof Node.Text type)
        || !type.text().equals("QuestionnaireResponse")) {
      problems.add("resourceType", "must be QuestionnaireResponse");
      problems.throwIfAny();
    }
    Instrument instrument = instrument(fields.get("questionnaire"));
    ResponseStatus status = status(root, fields.get("status"));
    if (instrument == null || status == null) {
      throw new InvalidInputException(problems.list());
    }
    boolean whole = status == ResponseStatus.COMPLETED || status == ResponseStatus.AMENDED;
    Form form = new Form(instrument);
    form.items(fields.get("item"));
    Optional<Responses> responses =
        form.responses(whole ? Answer.Missing.SKIPPED : Answer.Missing.NOT_ASKED);
    ResponseDetails details = details(root, fields, status);
    problems.throwIfAny();
    return new FilledQuestionnaire(
        responses.orElseThrow(), Objects.requireNonNull(details, "details"));
  }

  private @Nullable Instrument instrument(@Nullable Node questionnaire) {
    if (questionnaire == null) {
      if (isGiven) {
        return known.get(0);
      }
      problems.add(
          "questionnaire", "is missing: the address of the questionnaire, or pass its instrument");
      return null;
    }
    String address = elements.text(questionnaire).orElse("");
    int bar = address.indexOf('|');
    String url = bar < 0 ? address : address.substring(0, bar);
    List<Instrument> named =
        known.stream().filter(each -> url.equals(base + "/Questionnaire/" + each.id())).toList();
    if (named.isEmpty()) {
      questionnaire.report(
          problems,
          isGiven
              ? "is not the address of the questionnaire of " + known.get(0).id()
              : "is not the address of a questionnaire at "
                  + base
                  + " of an instrument that is built in or was given");
      return null;
    }
    if (bar < 0 && named.size() == 1) {
      return named.get(0);
    }
    if (bar < 0) {
      questionnaire.report(
          problems,
          "names no version of "
              + named.get(0).id()
              + ", of which several are known: add |version");
      return null;
    }
    String version = address.substring(bar + 1);
    Optional<Instrument> found =
        named.stream()
            .filter(each -> new InstrumentCodes(base, each).version().equals(version))
            .findFirst();
    if (found.isEmpty()) {
      questionnaire.report(
          problems,
          "names a version of "
              + named.get(0).id()
              + " that is not known here; give the instrument in that version");
    }
    return found.orElse(null);
  }

  private @Nullable ResponseStatus status(Node root, @Nullable Node status) {
    if (status == null) {
      root.report(problems, "status", "is missing");
      return null;
    }
    if (status instanceof Node.Text text && text.text().equals("entered-in-error")) {
      status.report(problems, "is entered-in-error, so that the answers are void");
      return null;
    }
    return Scalars.constant(status, ResponseStatus.class, problems);
  }

  private @Nullable ResponseDetails details(
      Node root, Map<String, Node> fields, ResponseStatus status) {
    Optional<String> id = elements.text(fields.get("id"));
    Optional<FhirReference> subject = reference(fields.get("subject"));
    Optional<FhirReference> author = reference(fields.get("author"));
    Optional<String> authored = elements.text(fields.get("authored"));
    return root.make(
        problems, () -> new ResponseDetails(id, subject, author, authored, Optional.of(status)));
  }

  /** Who is meant; empty also where it is only told in words. */
  private Optional<FhirReference> reference(@Nullable Node node) {
    if (node == null) {
      return Optional.empty();
    }
    Map<String, Node> fields = elements.of(node, "Reference", REFERENCE);
    Optional<String> reference = elements.text(fields.get("reference"));
    Node identifier = fields.get("identifier");
    Map<String, Node> parts =
        identifier == null ? Map.of() : elements.of(identifier, "Identifier", IDENTIFIER);
    Optional<String> system = elements.text(parts.get("system"));
    Optional<String> value = elements.text(parts.get("value"));
    boolean identified = system.isPresent() && value.isPresent();
    if (reference.isEmpty() && !identified) {
      return Optional.empty();
    }
    return Optional.ofNullable(
        node.make(
            problems,
            () ->
                new FhirReference(
                    reference,
                    identified ? system : Optional.empty(),
                    identified ? value : Optional.empty())));
  }

  /** The items that were filled in. */
  private final class Form {
    private final Instrument instrument;
    private final AnswerReader reader;
    private final Map<String, Item> items = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final Map<String, Answer> answers = new LinkedHashMap<>();
    private Optional<String> target = Optional.empty();

    Form(Instrument instrument) {
      this.instrument = instrument;
      this.reader =
          new AnswerReader(instrument, new InstrumentCodes(base, instrument), elements, problems);
      instrument.items().forEach(item -> items.put(item.id(), item));
    }

    void items(@Nullable Node list) {
      elements.each(list, this::item);
    }

    private void item(Node node) {
      Map<String, Node> fields = elements.of(node, "QuestionnaireResponse.item", ITEM);
      Node link = fields.get("linkId");
      if (link == null) {
        if (node instanceof Node.Obj) {
          node.report(problems, "linkId", "is missing");
        }
        return;
      }
      String linkId = elements.text(link).orElse("");
      if (!seen.add(linkId)) {
        link.report(problems, "stands twice: an item takes one answer");
        return;
      }
      Item item = items.get(linkId);
      if (item != null) {
        answers.put(linkId, reader.read(item, fields));
      } else if (linkId.equals(InstrumentCodes.TARGET)
          && instrument.targeting() == Targeting.GROUP) {
        target = reader.text(fields);
      } else if (!isGroup(linkId, fields) && !isOfTheForm(linkId)) {
        link.report(
            problems,
            "is no item of "
                + instrument.id()
                + Nearest.among(
                    linkId, instrument.items().stream().map(Item::id).toList(), "items"));
        return;
      }
      within(fields);
    }

    /** FHIR lets items stand in a group or a question, and in the answer to one. */
    private void within(Map<String, Node> fields) {
      items(fields.get("item"));
      if (fields.get("answer") instanceof Node.Arr list) {
        for (Node answer : list.elements()) {
          if (answer instanceof Node.Obj object) {
            items(object.fields().get("item"));
          }
        }
      }
    }

    private boolean isGroup(String linkId, Map<String, Node> fields) {
      return FormLayout.isGroup(linkId) && !fields.containsKey("answer");
    }

    /** Texts hold no answers, and scores are worked out anew. */
    private boolean isOfTheForm(String linkId) {
      return linkId.startsWith("text:")
          || instrument.scales().stream()
              .map(Scale::id)
              .anyMatch(scale -> linkId.equals(InstrumentCodes.SCORE + scale));
    }

    Optional<Responses> responses(Answer.Missing notThere) {
      instrument.items().forEach(item -> answers.putIfAbsent(item.id(), notThere));
      return problems.attempt("", () -> Responses.of(instrument, target, answers));
    }
  }
}
