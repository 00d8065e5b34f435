package org.socialcure.core.person;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.socialcure.core.Problems;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * What happened between a person's referral and their exit: who walked with them, what mattered to
 * them, what was planned and offered, and what was told back. Groups that were suggested are the
 * {@linkplain Participant#prescriptions() prescriptions} of the person.
 *
 * <pre>{@code
 * LocalDate day = LocalDate.of(2019, 1, 15);
 * Pathway pathway =
 *     Pathway.empty()
 *         .with(Worker.linkWorker("w-4"))
 *         .with(Contact.session(day, Contact.Attendance.ATTENDED))
 *         .with(Support.of(day, Support.Kind.DEBT, Prescription.Outcome.COMPLETED))
 *         .with(Exit.of(day.plusMonths(5), Exit.Reason.COMPLETED));
 * pathway.sessionsAttended();    // 1
 * }</pre>
 *
 * <p>Immutable and thread-safe. {@code toString} shows how many parts there are.
 *
 * @param worker the link worker or health coach; empty if not known; not null
 * @param contacts the sessions and other contacts; not null
 * @param whatMatters what matters to the person, in their own words; empty if not asked; not null
 * @param plan the plan and its revisions; empty if there is none; not null
 * @param support what was offered and is no group; not null
 * @param messagesBack what the service told others; not null
 * @param exit the end; empty while the person is on the pathway; not null
 * @since 0.1
 */
@MapperForm
public record Pathway(
    Optional<Worker> worker,
    List<Contact> contacts,
    Optional<OwnWords> whatMatters,
    Optional<Plan> plan,
    List<Support> support,
    List<MessageBack> messagesBack,
    Optional<Exit> exit) {
  /** Copies the lists. */
  public Pathway {
    Objects.requireNonNull(worker, "worker");
    Objects.requireNonNull(whatMatters, "whatMatters");
    Objects.requireNonNull(plan, "plan");
    Objects.requireNonNull(exit, "exit");
    contacts = List.copyOf(contacts);
    support = List.copyOf(support);
    messagesBack = List.copyOf(messagesBack);
  }

  /**
   * A pathway of which nothing is known yet.
   *
   * @return the pathway
   */
  public static Pathway empty() {
    return new Pathway(
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.empty());
  }

  /**
   * This pathway with who walks with the person.
   *
   * @param who the link worker or health coach
   * @return the changed pathway
   */
  public Pathway with(Worker who) {
    return new Pathway(Optional.of(who), contacts, whatMatters, plan, support, messagesBack, exit);
  }

  /**
   * This pathway with one more contact.
   *
   * @param more the contact
   * @return the changed pathway
   */
  public Pathway with(Contact more) {
    return new Pathway(
        worker, PersonText.append(contacts, more), whatMatters, plan, support, messagesBack, exit);
  }

  /**
   * This pathway with what matters to the person.
   *
   * @param words the person's own words
   * @return the changed pathway
   */
  public Pathway withWhatMatters(OwnWords words) {
    return new Pathway(worker, contacts, Optional.of(words), plan, support, messagesBack, exit);
  }

  /**
   * This pathway with the plan.
   *
   * @param made the plan with all its revisions
   * @return the changed pathway
   */
  public Pathway with(Plan made) {
    return new Pathway(
        worker, contacts, whatMatters, Optional.of(made), support, messagesBack, exit);
  }

  /**
   * This pathway with one more offer of support.
   *
   * @param more the support
   * @return the changed pathway
   */
  public Pathway with(Support more) {
    return new Pathway(
        worker, contacts, whatMatters, plan, PersonText.append(support, more), messagesBack, exit);
  }

  /**
   * This pathway with one more message back.
   *
   * @param more the message
   * @return the changed pathway
   */
  public Pathway with(MessageBack more) {
    return new Pathway(
        worker, contacts, whatMatters, plan, support, PersonText.append(messagesBack, more), exit);
  }

  /**
   * This pathway with its end.
   *
   * @param end the exit
   * @return the changed pathway
   */
  public Pathway with(Exit end) {
    return new Pathway(
        worker, contacts, whatMatters, plan, support, messagesBack, Optional.of(end));
  }

  /**
   * How many sessions the person was at.
   *
   * @return the number of contacts that are sessions and were attended
   */
  public int sessionsAttended() {
    return (int) contacts.stream().filter(Contact::isSessionAttended).count();
  }

  /** Reports every part that is dated before the referral. */
  void checkAgainst(LocalDate referred, Problems problems) {
    require(problems, "contacts", contacts.stream().map(Contact::date).toList(), referred);
    plan.ifPresent(
        made ->
            require(
                problems,
                "plan.revisions",
                made.revisions().stream().map(Plan.Revision::date).toList(),
                referred));
    require(problems, "support", support.stream().map(Support::date).toList(), referred);
    require(
        problems, "messagesBack", messagesBack.stream().map(MessageBack::date).toList(), referred);
    exit.ifPresent(
        end ->
            problems.require(
                !end.date().isBefore(referred), Participant.beforeReferral("pathway.exit.date")));
  }

  private static void require(
      Problems problems, String list, List<LocalDate> dates, LocalDate referred) {
    for (int i = 0; i < dates.size(); i++) {
      problems.require(
          !dates.get(i).isBefore(referred),
          Participant.beforeReferral("pathway." + list + "[" + i + "].date"));
    }
  }

  /**
   * How many parts there are, and none of them.
   *
   * @return for example {@code Pathway[3 contacts, 1 support, 0 messages back, exit]}
   */
  @Override
  public String toString() {
    return "Pathway["
        + PersonText.count(contacts.size(), "contact")
        + (plan.isPresent() ? ", plan" : "")
        + ", "
        + support.size()
        + " support, "
        + messagesBack.size()
        + " messages back"
        + (exit.isPresent() ? ", exit]" : "]");
  }
}
