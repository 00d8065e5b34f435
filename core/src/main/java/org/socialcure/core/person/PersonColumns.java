package org.socialcure.core.person;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.socialcure.core.internal.Words;

/** What a data set for evaluation says of a person, and nothing in the person's own words. */
final class PersonColumns {
  enum Form {
    TEXT,
    NUMBER,
    /** A number that says nothing if it is zero for everybody. */
    NUMBER_OF_SOME
  }

  private final List<Column> columns = new ArrayList<>();

  private PersonColumns() {}

  /** A column and how a person's value of it, a text or a whole number, is found. */
  record Column(String name, String label, Form form, Function<Participant, Optional<?>> value) {
    boolean isText() {
      return form == Form.TEXT;
    }

    Optional<String> text(Participant person) {
      return value.apply(person).map(Object::toString);
    }

    double number(Participant person) {
      return value.apply(person).map(known -> ((Integer) known).doubleValue()).orElse(Double.NaN);
    }

    private boolean isTold(List<Participant> people) {
      return people.stream()
          .flatMap(person -> value.apply(person).stream())
          .anyMatch(known -> form != Form.NUMBER_OF_SOME || !known.equals(0));
    }
  }

  /** The columns that say something of anyone, in an order that does not depend on people. */
  static List<Column> of(List<Participant> people) {
    PersonColumns all = new PersonColumns();
    all.demographics();
    all.referral();
    all.pathway();
    all.prescriptions();
    return all.columns.stream().filter(column -> column.isTold(people)).toList();
  }

  private void demographics() {
    number("birth-year", "Year of birth", ofWho(who -> boxed(who.birthYear())));
    text("age-band", "Age band", ofWho(Demographics::ageBand));
    text("sex", "Sex", ofWho(who -> who.sex().map(Words::of)));
    text("practice", "Practice", ofWho(Demographics::practice));
  }

  private static Function<Participant, Optional<?>> ofWho(
      Function<Demographics, Optional<?>> value) {
    return person -> person.demographics().flatMap(value);
  }

  private void referral() {
    text(
        "referral-source",
        "Referred by",
        person -> person.referral().map(how -> Words.of(how.source())));
    for (ReferralReason reason : ReferralReason.values()) {
      String word = Words.of(reason);
      numberOfSome(
          "referral-reason-" + word,
          "Referred for " + word.replace('-', ' '),
          person -> person.referral().map(how -> how.reasons().contains(reason) ? 1 : 0));
    }
  }

  private void pathway() {
    text("worker", "Link worker or health coach", ofWorker(Worker::key));
    text("worker-role", "Role of the worker", ofWorker(who -> Words.of(who.role())));
    number("sessions-attended", "Sessions attended", ofWay(Pathway::sessionsAttended));
    number("support-offered", "Support offered beside groups", ofWay(way -> way.support().size()));
    text(
        "exit-reason",
        "Reason of the exit",
        person -> person.pathway().flatMap(Pathway::exit).map(end -> Words.of(end.reason())));
  }

  private static Function<Participant, Optional<?>> ofWorker(Function<Worker, String> value) {
    return person -> person.pathway().flatMap(Pathway::worker).map(value);
  }

  private static Function<Participant, Optional<?>> ofWay(ToIntFunction<Pathway> value) {
    return person -> person.pathway().map(value::applyAsInt);
  }

  private void prescriptions() {
    numberOfSome(
        "prescriptions", "Groups suggested", person -> Optional.of(person.prescriptions().size()));
    numberOfSome(
        "prescriptions-taken-up",
        "Suggested groups taken up",
        person ->
            Optional.of(
                (int)
                    person.prescriptions().stream()
                        .filter(each -> each.outcome().takenUp())
                        .count()));
  }

  private static Optional<Integer> boxed(OptionalInt value) {
    return value.isPresent() ? Optional.of(value.getAsInt()) : Optional.empty();
  }

  private void text(String name, String label, Function<Participant, Optional<?>> value) {
    columns.add(new Column(name, label, Form.TEXT, value));
  }

  private void number(String name, String label, Function<Participant, Optional<?>> value) {
    columns.add(new Column(name, label, Form.NUMBER, value));
  }

  private void numberOfSome(String name, String label, Function<Participant, Optional<?>> value) {
    columns.add(new Column(name, label, Form.NUMBER_OF_SOME, value));
  }
}
