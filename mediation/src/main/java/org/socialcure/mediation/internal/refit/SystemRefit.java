package org.socialcure.mediation.internal.refit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.socialcure.mediation.internal.linear.CoefficientCovariance;
import org.socialcure.mediation.model.Family;
import org.socialcure.mediation.regression.Regression;

/**
 * Several equations, to be estimated together many times with other case weights.
 *
 * <p>Linear equations of the same prior weights share their cross-products: a variable that occurs
 * in several of them, as a mediator does, is multiplied once.
 *
 * <p>Immutable and thread-safe; every thread needs a {@link Workspace} of its own.
 */
public final class SystemRefit {
  private final List<Member> members;
  private final double[][] pool;
  private final double[] weights;
  private final int size;

  /**
   * An equation of the system.
   *
   * @param refit the equation by itself
   * @param places where its columns are in the pool; empty for an equation that does not share
   * @param start where its coefficients start among all
   */
  private record Member(EquationRefit refit, int[] places, int start) {
    boolean shares() {
      return places.length > 0;
    }

    LinearEquation linear() {
      return ((LinearRefit) refit).equation();
    }
  }

  private SystemRefit(List<Member> members, double[][] pool, double[] weights, int size) {
    this.members = members;
    this.pool = pool;
    this.weights = weights;
    this.size = size;
  }

  /**
   * Prepares a system.
   *
   * @param equations equations that can be fitted, of the same rows
   * @param clusters what becomes of their clusters, if they have any, in a resample
   * @return the system
   */
  public static SystemRefit of(List<Regression> equations, DrawnClusters clusters) {
    List<Member> members = new ArrayList<>();
    List<double[]> pool = new ArrayList<>();
    double[] weights = new double[0];
    int start = 0;
    for (Regression equation : equations) {
      EquationRefit refit = EquationRefit.of(equation, clusters);
      int[] places = new int[0];
      if (equation.family() == Family.GAUSSIAN) {
        LinearRefit linear = (LinearRefit) refit;
        weights = pool.isEmpty() ? linear.weights() : weights;
        if (Arrays.equals(weights, linear.weights())) {
          places =
              Arrays.stream(linear.columns()).mapToInt(column -> place(column, pool)).toArray();
        }
      }
      members.add(new Member(refit, places, start));
      start += refit.size();
    }
    return new SystemRefit(List.copyOf(members), pool.toArray(double[][]::new), weights, start);
  }

  /** The place of a column in the pool, where it is put if it is not there. */
  private static int place(double[] column, List<double[]> pool) {
    for (int i = 0; i < pool.size(); i++) {
      if (Arrays.equals(column, pool.get(i))) {
        return i;
      }
    }
    pool.add(column);
    return pool.size() - 1;
  }

  /** Scratch memory of one thread. */
  public static final class Workspace {
    private final double[] weights;
    private final double[] weighted = new double[WeightedProducts.CHUNK];
    private final double[] products;
    private final double[][] coefficients;
    private final List<LinearEquation.Scratch> linear = new ArrayList<>();
    private final List<EquationRefit.Workspace> single = new ArrayList<>();

    private Workspace(SystemRefit system) {
      weights = new double[system.weights.length];
      products = new double[PackedCholesky.length(system.pool.length)];
      coefficients = new double[system.members.size()][];
      for (int m = 0; m < coefficients.length; m++) {
        Member member = system.members.get(m);
        coefficients[m] = new double[member.refit.size()];
        if (member.shares()) {
          linear.add(new LinearEquation.Scratch(member.refit.size()));
        } else {
          single.add(member.refit.workspace());
        }
      }
    }
  }

  /**
   * The number of coefficients of all equations.
   *
   * @return the number
   */
  public int size() {
    return size;
  }

  /**
   * Scratch memory for one thread.
   *
   * @return a new workspace
   */
  public Workspace workspace() {
    return new Workspace(this);
  }

  /**
   * Estimates all equations with every row counted as often as its frequency says, in addition to
   * prior weights.
   *
   * @param frequencies a non-negative, finite weight for each row; need not be a whole number
   * @param coefficients where the estimates go, equation after equation, each in the order of its
   *     terms; there may be room behind them
   * @param workspace this thread's scratch memory, from {@link #workspace()}
   * @return what became of them: of the first that was not estimated, if there is one
   */
  public RefitOutcome refit(double[] frequencies, double[] coefficients, Workspace workspace) {
    double count = 0;
    if (pool.length > 0) {
      count = WeightedProducts.weigh(frequencies, weights, workspace.weights);
      WeightedProducts.sum(pool, workspace.weights, workspace.weighted, workspace.products);
    }
    int linear = 0;
    int single = 0;
    for (int m = 0; m < members.size(); m++) {
      Member member = members.get(m);
      double[] own = workspace.coefficients[m];
      RefitOutcome outcome;
      if (member.shares()) {
        LinearEquation.Scratch scratch = workspace.linear.get(linear++);
        gather(workspace.products, member.places, scratch.products);
        outcome = member.linear().solve(count, own, scratch);
      } else {
        outcome = member.refit.refit(frequencies, own, workspace.single.get(single++));
      }
      if (outcome != RefitOutcome.ESTIMATED) {
        return outcome;
      }
      System.arraycopy(own, 0, coefficients, member.start, own.length);
    }
    return RefitOutcome.ESTIMATED;
  }

  private static void gather(double[] products, int[] places, double[] own) {
    int at = 0;
    for (int a = 0; a < places.length; a++) {
      for (int b = 0; b <= a; b++) {
        int lower = Math.max(places[a], places[b]);
        own[at++] = products[PackedCholesky.row(lower) + Math.min(places[a], places[b])];
      }
    }
  }

  /**
   * The covariances of the last {@link #refit} with this workspace, of the kinds of standard errors
   * that the equations name.
   *
   * @param frequencies those of the refit
   * @param workspace the workspace of a refit that was estimated
   * @return one an equation; empty where that of an equation does not exist
   */
  public Optional<List<CoefficientCovariance>> covariances(
      double[] frequencies, Workspace workspace) {
    List<CoefficientCovariance> covariances = new ArrayList<>();
    int linear = 0;
    int single = 0;
    for (Member member : members) {
      Optional<CoefficientCovariance> covariance =
          member.shares()
              ? ((LinearRefit) member.refit).covariance(frequencies, workspace.linear.get(linear++))
              : member.refit.covariance(frequencies, workspace.single.get(single++));
      if (covariance.isEmpty()) {
        return Optional.empty();
      }
      covariances.add(covariance.get());
    }
    return Optional.of(List.copyOf(covariances));
  }
}
