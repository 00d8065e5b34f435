package org.socialcure.examples.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.answer.Coding;
import org.socialcure.core.instrument.Item;
import org.socialcure.examples.study.plan.Plan;
import org.socialcure.files.ValueLabels;
import org.socialcure.scoring.InstrumentColumns;

/**
 * The labels that a file gives to its codes, as codings of questionnaires: a file may number the
 * answers otherwise than the form does, which its words say and its numbers do not.
 */
final class CodingsOfFile {
  private final Map<String, ValueLabels> labels;
  private final List<String> found = new ArrayList<>();

  CodingsOfFile(Map<String, ValueLabels> labels) {
    this.labels = labels;
  }

  /** What was taken from the labels, in words. */
  List<String> found() {
    return found;
  }

  /** The questionnaires, with a coding by the words of the file where the plan gives none. */
  List<InstrumentColumns> coded(List<InstrumentColumns> instruments) {
    return instruments.stream().map(this::coded).toList();
  }

  /** Tells what the codes of columns stand for that only say which rows belong together. */
  void tellCategories(Plan plan) {
    TreeSet<String> names = new TreeSet<>();
    plan.models().stream()
        .flatMap(model -> model.categories().stream())
        .map(name -> CodesOfLabels.column(name, labels))
        .forEach(names::add);
    for (String name : names) {
      ValueLabels told = labels.get(name);
      if (told != null) {
        found.add("values of " + name + " (" + told + ")");
      }
    }
  }

  private InstrumentColumns coded(InstrumentColumns columns) {
    if (!columns.coding().equals(Coding.none())) {
      return columns;
    }
    List<Item> items = columns.instrument().items();
    List<Coding> codings = new ArrayList<>();
    boolean otherwise = false;
    for (int i = 0; i < items.size(); i++) {
      if (!columns.instrument().isScored(items.get(i))) {
        continue;
      }
      ValueLabels told = labels.get(columns.columns().get(i));
      Optional<Coding> coding = told == null ? Optional.empty() : told.coding(items.get(i));
      if (coding.isEmpty()) {
        tellOtherWords(columns.instrument().id(), Optional.ofNullable(told));
        return columns;
      }
      codings.add(coding.get());
      otherwise |= differs(items.get(i), coding.get());
    }
    if (!otherwise) {
      return columns;
    }
    if (codings.stream().distinct().count() > 1) {
      throw new InvalidInputException(
          columns.instrument().id(),
          "the labels of the file number the answers otherwise than the form, and not alike in all"
              + " columns; recode the columns, or give the \"coding\" if the labels are wrong");
    }
    found.add(
        "answers to "
            + columns.instrument().id()
            + " numbered otherwise than in the form, taken by their labels ("
            + codings.get(0)
            + ")");
    return columns.coding(codings.get(0));
  }

  /** Words that are not the form's may be its answers in another language, or in another order. */
  private void tellOtherWords(String instrument, Optional<ValueLabels> told) {
    boolean words =
        told.isPresent()
            && told.get().labels().entrySet().stream()
                .anyMatch(
                    it ->
                        !told.get().missing().contains(it.getKey())
                            && !it.getKey().equals(it.getValue()));
    if (words) {
      found.add(
          "answers to "
              + instrument
              + " whose labels ("
              + told.get()
              + ") are not the words of the form: the codes are taken as the form's; give a"
              + " \"coding\" where they stand for others");
    }
  }

  private static boolean differs(Item item, Coding coding) {
    return coding.options().keySet().stream()
        .anyMatch(code -> !coding.option(item, code).equals(Coding.none().option(item, code)));
  }
}
