package org.socialcure.core.person;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problem;
import org.socialcure.core.ProblemCode;
import org.socialcure.core.Problems;
import org.socialcure.core.answer.Responses;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * What one person answered at one wave of a study.
 *
 * <p>Immutable and thread-safe. {@code toString} shows what was asked, not what was answered.
 *
 * @param wave the label of the wave, such as {@code T0}; not null, not blank, at most {@value
 *     #LONGEST_WAVE} characters
 * @param date the day; empty if not known; not null
 * @param responses the questionnaires, at most one per instrument and target group; not null
 * @param groups the answer to the question for groups; empty if it was not asked; not null
 * @param serviceUse the services asked about, each at most once per setting, window and source; not
 *     null
 * @param identityMap the social identity map; empty if none was made; not null
 * @since 0.1
 */
@MapperForm
public record Assessment(
    String wave,
    Optional<LocalDate> date,
    List<Responses> responses,
    Optional<GroupMemberships> groups,
    List<ServiceUse> serviceUse,
    Optional<SocialIdentityMap> identityMap) {
  /** How long the label of a wave may be. */
  public static final int LONGEST_WAVE = 60;

  /**
   * Copies the lists and checks the parts against each other.
   *
   * @throws InvalidInputException if the wave is blank or too long, an instrument or a service
   *     comes twice, or something is dated after the assessment
   */
  public Assessment {
    Objects.requireNonNull(date, "date");
    Objects.requireNonNull(groups, "groups");
    Objects.requireNonNull(identityMap, "identityMap");
    responses = List.copyOf(responses);
    serviceUse = List.copyOf(serviceUse);
    Problems problems = new Problems();
    PersonText.check(problems, "wave", wave, LONGEST_WAVE);
    Set<List<Object>> seen = new HashSet<>();
    for (int i = 0; i < responses.size(); i++) {
      Responses each = responses.get(i);
      problems.require(
          seen.add(List.of(each.instrument().id(), each.target())),
          PersonText.repeated(
              "responses[" + i + "]", "must not repeat an instrument: " + each.instrument().id()));
    }
    for (int i = 0; i < serviceUse.size(); i++) {
      ServiceUse each = serviceUse.get(i);
      String place = "serviceUse[" + i + "]";
      problems.require(
          seen.add(List.of(each.service(), each.setting(), each.window(), each.source())),
          PersonText.repeated(
              place, "must not repeat a service with the same setting, window and source"));
      problems.require(
          !isAfter(each.window().end(), date),
          Problem.coded(
              place + ".window",
              ProblemCode.AFTER_ASSESSMENT,
              Map.of(),
              "must not end after the assessment"));
    }
    if (groups.isPresent()) {
      List<GroupMembership> listed = groups.get().groups();
      for (int i = 0; i < listed.size(); i++) {
        problems.require(
            !isAfter(listed.get(i).since(), date),
            Problem.coded(
                "groups.groups[" + i + "].since",
                ProblemCode.AFTER_ASSESSMENT,
                Map.of(),
                "must not be after the assessment"));
      }
    }
    problems.throwIfAny();
  }

  private static boolean isAfter(Optional<LocalDate> day, Optional<LocalDate> limit) {
    return day.isPresent() && limit.isPresent() && day.get().isAfter(limit.get());
  }

  /**
   * An assessment of which nothing but the wave is known yet.
   *
   * @param wave the label of the wave
   * @return the assessment
   * @throws InvalidInputException if the label is blank or too long
   */
  public static Assessment at(String wave) {
    return new Assessment(
        wave, Optional.empty(), List.of(), Optional.empty(), List.of(), Optional.empty());
  }

  /**
   * This assessment with its day.
   *
   * @param day the day
   * @return the changed assessment
   * @throws InvalidInputException if something in it is dated later
   */
  public Assessment on(LocalDate day) {
    return new Assessment(wave, Optional.of(day), responses, groups, serviceUse, identityMap);
  }

  /**
   * This assessment with one more questionnaire.
   *
   * @param more the responses
   * @return the changed assessment
   * @throws InvalidInputException if it has that instrument already
   */
  public Assessment with(Responses more) {
    return new Assessment(
        wave, date, PersonText.append(responses, more), groups, serviceUse, identityMap);
  }

  /**
   * This assessment with the answer to the question for groups.
   *
   * @param answer the answer
   * @return the changed assessment
   * @throws InvalidInputException if a group was joined after the assessment
   */
  public Assessment with(GroupMemberships answer) {
    return new Assessment(wave, date, responses, Optional.of(answer), serviceUse, identityMap);
  }

  /**
   * This assessment with one more service.
   *
   * @param more the service
   * @return the changed assessment
   * @throws InvalidInputException if it has that service already
   */
  public Assessment with(ServiceUse more) {
    return new Assessment(
        wave, date, responses, groups, PersonText.append(serviceUse, more), identityMap);
  }

  /**
   * This assessment with a social identity map, in the place of one that it has.
   *
   * @param map the map
   * @return the changed assessment
   */
  public Assessment with(SocialIdentityMap map) {
    return new Assessment(wave, date, responses, groups, serviceUse, Optional.of(map));
  }

  /**
   * The responses to an instrument that asks about no group in particular.
   *
   * @param instrumentId the instrument's id
   * @return the responses, or empty if it was not asked
   */
  public Optional<Responses> responses(String instrumentId) {
    return find(instrumentId, Optional.empty());
  }

  /**
   * The responses to an instrument about a group.
   *
   * @param instrumentId the instrument's id
   * @param target the group
   * @return the responses, or empty if it was not asked about that group
   */
  public Optional<Responses> responses(String instrumentId, String target) {
    return find(instrumentId, Optional.of(target));
  }

  private Optional<Responses> find(String instrumentId, Optional<String> target) {
    return responses.stream()
        .filter(each -> each.instrument().id().equals(instrumentId))
        .filter(each -> each.target().equals(target))
        .findFirst();
  }

  /**
   * The contacts with some services together.
   *
   * @param source who says so
   * @param services the services to add up; at least one
   * @return the sum over settings and over windows that do not overlap, or empty if one of the
   *     services was not asked about or not answered
   * @throws InvalidInputException if no service is named, windows of one service overlap or may do
   *     so, or the services were counted over different lengths, which no sum could tell apart
   */
  public OptionalInt contacts(UseSource source, Service... services) {
    if (services.length == 0) {
      throw new InvalidInputException("services", "none named; name at least one service");
    }
    List<ServiceWindows> found =
        EnumSet.copyOf(Arrays.asList(services)).stream()
            .map(service -> ServiceWindows.of(this, new ServiceWindows.Subject(service, source)))
            .toList();
    Problems problems = new Problems();
    problems.require(
        found.stream()
                .filter(each -> !each.windows().isEmpty())
                .mapToDouble(ServiceWindows::inMonths)
                .distinct()
                .count()
            <= 1,
        "serviceUse",
        "windows of different length cannot be added up; use rates, or one window");
    problems.throwIfAny();
    boolean complete =
        found.stream().allMatch(each -> !each.windows().isEmpty() && each.count().isPresent());
    return complete
        ? OptionalInt.of(found.stream().mapToInt(each -> each.count().orElseThrow()).sum())
        : OptionalInt.empty();
  }

  /**
   * What was asked, not what was answered, and not when.
   *
   * @return for example {@code Assessment[T0: 3 instruments, groups, 1 service]}
   */
  @Override
  public String toString() {
    return "Assessment["
        + wave
        + ": "
        + PersonText.count(responses.size(), "instrument")
        + (groups.isPresent() ? ", groups" : "")
        + ", "
        + PersonText.count(serviceUse.size(), "service")
        + (identityMap.isPresent() ? ", social identity map" : "")
        + "]";
  }
}
