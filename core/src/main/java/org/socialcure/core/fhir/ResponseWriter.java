package org.socialcure.core.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.socialcure.core.answer.Answer;
import org.socialcure.core.answer.Responses;
import org.socialcure.core.instrument.AnswerOption;
import org.socialcure.core.instrument.Item;
import org.socialcure.core.instrument.Requirement;
import org.socialcure.core.instrument.Wording;
import org.socialcure.core.internal.Words;
import org.socialcure.core.internal.fhir.InstrumentCodes;
import org.socialcure.core.internal.fhir.Terms;
import org.socialcure.core.internal.fhir.Tree;

/** Writes responses. */
final class ResponseWriter {
  private final Responses responses;
  private final InstrumentCodes codes;
  private final Optional<Wording> wording;

  ResponseWriter(Responses responses, InstrumentCodes codes, Optional<Wording> wording) {
    this.responses = responses;
    this.codes = codes;
    this.wording = wording;
  }

  FhirResource response(ResponseDetails details) {
    List<Tree> items = new ArrayList<>();
    responses
        .target()
        .ifPresent(
            target ->
                items.add(
                    new Tree()
                        .put("linkId", InstrumentCodes.TARGET)
                        .put("answer", List.of(new Tree().put("valueString", target)))));
    for (FormLayout block : FormLayout.of(responses.instrument())) {
      List<Tree> answered = block.items().stream().map(this::item).toList();
      if (block.group().isPresent()) {
        items.add(new Tree().put("linkId", block.group()).put("item", answered));
      } else {
        items.addAll(answered);
      }
    }
    return FhirResource.of(
        new Tree()
            .put("resourceType", "QuestionnaireResponse")
            .put("id", details.id())
            .put("questionnaire", codes.canonical())
            .put("status", Words.of(details.status().orElseGet(this::status)))
            .put("subject", details.subject().map(ResponseWriter::reference))
            .put("authored", details.authored())
            .put("author", details.author().map(ResponseWriter::reference))
            .put("item", items)
            .map());
  }

  private ResponseStatus status() {
    boolean lacking =
        responses.instrument().items().stream()
            .filter(item -> item.requirement().filter(Requirement.REQUIRED::equals).isPresent())
            .anyMatch(item -> responses.given(item.id()).isEmpty());
    return lacking ? ResponseStatus.STOPPED : ResponseStatus.COMPLETED;
  }

  static Tree reference(FhirReference to) {
    Tree identifier = new Tree().put("system", to.system()).put("value", to.value());
    return new Tree().put("reference", to.reference()).put("identifier", identifier);
  }

  private Tree item(Item item) {
    Answer answer = responses.answer(item.id());
    Tree tree = new Tree();
    if (answer instanceof Answer.Missing missing) {
      tree.put(
          "extension",
          List.of(Tree.extension(Terms.DATA_ABSENT_REASON, "valueCode", Terms.reason(missing))));
    }
    tree.put("linkId", item.id());
    if (answer instanceof Answer.Given given) {
      tree.put(
          "answer",
          List.of(new Tree().put("valueCoding", coding(codes, item, given.option(), wording))));
    }
    return tree;
  }

  static Tree coding(
      InstrumentCodes codes, Item item, AnswerOption option, Optional<Wording> wording) {
    String text = wording.map(words -> words.text(item, option)).orElse(option.label());
    return Tree.coding(codes.system(), codes.option(item, option), Optional.of(text));
  }
}
