package org.socialcure.scoring.contact;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.socialcure.core.Interval;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Numbers;
import org.socialcure.core.Problems;
import org.socialcure.core.document.Cell;
import org.socialcure.core.document.Table;
import org.socialcure.core.internal.jackson.MapperForm;
import org.socialcure.scoring.NotEstimable;
import org.socialcure.scoring.PersonBootstrap;
import org.socialcure.scoring.internal.bootstrap.PersonReplicates;

/**
 * What the contacts of people with one or several services cost before and after.
 *
 * <p>The cost of a month is the sum over services of unit cost times rate, the rate being all
 * contacts by all months of observation. Only people with both counts of every service enter. The
 * interval of the difference is the percentile interval of a bootstrap over persons, for costs are
 * skewed.
 *
 * <p>Immutable and thread-safe.
 *
 * @param before the cost of a person and month before
 * @param after the cost of a person and month after
 * @param difference after minus before; negative where costs fell
 * @param limits the interval of the difference; empty where it cannot be had
 * @param because why there is no interval; empty if there is one
 * @param people how many people it rests on
 * @param currency the currency of all amounts
 * @param year the year of the prices
 * @param services the services and their unit costs, for people
 * @param bootstrap the resamples behind the interval
 * @since 0.1
 */
@MapperForm
@JsonIgnoreProperties(ignoreUnknown = true)
public record CostChange(
    double before,
    double after,
    double difference,
    Optional<Interval> limits,
    Optional<NotEstimable> because,
    int people,
    String currency,
    int year,
    List<String> services,
    PersonBootstrap bootstrap) {
  /** Copies the list and checks that a missing interval has its reason. */
  public CostChange {
    services = List.copyOf(services);
    Objects.requireNonNull(bootstrap, "bootstrap");
    if (limits.isPresent() == because.isPresent()) {
      throw new InvalidInputException(
          "cost", "needs an interval of its difference, or the reason why there is none");
    }
  }

  /**
   * The cost of contacts with services, with a 95 % interval.
   *
   * @param contacts the contacts with each service, of the same rows of the same data
   * @param bootstrap the resamples
   * @return the costs
   * @throws InvalidInputException if there is no service, services have different currencies or
   *     years of prices or different people, or nobody has all counts
   */
  public static CostChange of(List<CostedContacts> contacts, PersonBootstrap bootstrap) {
    return of(contacts, bootstrap, 0.95);
  }

  /**
   * The cost of contacts with services.
   *
   * @param contacts the contacts with each service, of the same rows of the same data
   * @param bootstrap the resamples
   * @param level the coverage of the interval, strictly between 0 and 1
   * @return the costs
   * @throws InvalidInputException if there is no service, services have different currencies or
   *     years of prices or different people, nobody has all counts, or the level is not strictly
   *     between 0 and 1
   */
  public static CostChange of(
      List<CostedContacts> contacts, PersonBootstrap bootstrap, double level) {
    Interval.requireLevel(level);
    check(contacts);
    List<PersonCounts> counts =
        contacts.stream().map(service -> service.contacts().counts()).toList();
    int[] complete = complete(counts);
    if (complete.length == 0) {
      throw new InvalidInputException(
          "costs", "nobody has the counts of all services at both times");
    }
    List<PersonCounts> of = counts.stream().map(service -> service.take(complete)).toList();
    double[] amounts = contacts.stream().mapToDouble(service -> service.cost().amount()).toArray();
    double before = 0;
    double after = 0;
    for (int i = 0; i < amounts.length; i++) {
      before += amounts[i] * of.get(i).rateOfAllBefore().orElseThrow().per(RateUnit.MONTH);
      after += amounts[i] * of.get(i).rateOfAllAfter().orElseThrow().per(RateUnit.MONTH);
    }
    Optional<Interval> limits = Optional.empty();
    NotEstimable because = NotEstimable.TOO_FEW_PEOPLE;
    if (complete.length > 1) {
      PersonReplicates replicates =
          PersonReplicates.of(
              complete.length,
              bootstrap.replicates(),
              bootstrap.seed(),
              weights -> difference(of, amounts, weights));
      // What is left of rounding where everybody changed alike is no variation.
      boolean varies = replicates.range() > 1e-13 * Math.max(before, after);
      limits = varies ? replicates.percentile(level) : Optional.empty();
      because = varies ? NotEstimable.BEYOND_REPLICATES : NotEstimable.NO_VARIATION;
    }
    UnitCost first = contacts.get(0).cost();
    return new CostChange(
        before,
        after,
        after - before,
        limits,
        limits.isPresent() ? Optional.empty() : Optional.of(because),
        complete.length,
        first.currency(),
        first.year(),
        contacts.stream().map(CostedContacts::toString).toList(),
        bootstrap);
  }

  /**
   * How many people have the counts of all services at both times.
   *
   * @param contacts the contacts with each service, of the same rows of the same data
   * @return their number
   * @throws InvalidInputException if there is no service, or services have different currencies or
   *     years of prices or different people
   */
  public static int people(List<CostedContacts> contacts) {
    check(contacts);
    return complete(contacts.stream().map(service -> service.contacts().counts()).toList()).length;
  }

  private static int[] complete(List<PersonCounts> services) {
    return IntStream.range(0, services.get(0).persons())
        .filter(i -> services.stream().allMatch(service -> service.hasBoth(i)))
        .toArray();
  }

  private static void check(List<CostedContacts> contacts) {
    Problems problems = new Problems();
    problems.require(!contacts.isEmpty(), "costs", "need a service with a unit cost");
    problems.require(
        contacts.stream().map(service -> service.cost().currency()).distinct().count() <= 1,
        "costs",
        "are in different currencies; give all in one");
    problems.require(
        contacts.stream().map(service -> service.cost().year()).distinct().count() <= 1,
        "costs",
        "are in prices of different years; bring them to one year");
    problems.require(
        contacts.stream()
                .map(service -> Arrays.stream(service.contacts().counts().rows).boxed().toList())
                .distinct()
                .count()
            <= 1,
        "costs",
        "are of services of different people; give contacts of the same rows");
    problems.throwIfAny();
  }

  private static double difference(
      List<PersonCounts> services, double[] amounts, double[] weights) {
    double difference = 0;
    for (int s = 0; s < amounts.length; s++) {
      difference += amounts[s] * RatioStatistic.rateDifference(services.get(s), weights);
    }
    return difference;
  }

  /**
   * The costs as a table for people.
   *
   * @param unit the unit of time that costs are told for
   * @return cost before and after, difference with its interval, unit costs and their sources
   */
  public Table table(RateUnit unit) {
    double months = unit.inMonths();
    Table.Builder table =
        Table.titled(
                "Cost of contacts, "
                    + currency
                    + " a person and "
                    + unit.name().toLowerCase(Locale.ROOT))
            .numbers("Before", "After", "Difference")
            .interval(limits.map(Interval::level).orElse(0.95))
            .numbers("People")
            .row(
                Cell.number(before * months, 2),
                Cell.number(after * months, 2),
                Cell.number(difference * months, 2),
                Cell.interval(limits.map(found -> found.times(months)), 2),
                Cell.count(people));
    because.ifPresent(reason -> table.note("The interval is " + reason + "."));
    services.forEach(service -> table.note(service + "."));
    return table
        .note("Percentile interval of " + bootstrap + "; people with all counts at both times.")
        .build();
  }

  /**
   * The difference in a line.
   *
   * @param unit the unit of time that costs are told for
   * @return {@code "GBP -3.20 [-6.10, -0.40] a person and month (12.80 -> 9.60; n = 125)"}
   */
  public String inWords(RateUnit unit) {
    double months = unit.inMonths();
    return currency
        + " "
        + Numbers.fixed(difference * months, 2)
        + " "
        + limits
            .map(found -> Numbers.interval(found.times(months), 2))
            .orElseGet(() -> "(interval " + because.map(NotEstimable::toString).orElse("") + ")")
        + " a person and "
        + unit.name().toLowerCase(Locale.ROOT)
        + " ("
        + Numbers.fixed(before * months, 2)
        + " -> "
        + Numbers.fixed(after * months, 2)
        + "; n = "
        + people
        + ")";
  }

  /**
   * The difference of a month in a line.
   *
   * @return {@code "GBP -3.20 [-6.10, -0.40] a person and month (12.80 -> 9.60; n = 125)"}
   */
  @Override
  public String toString() {
    return inWords(RateUnit.MONTH);
  }
}
