package org.socialcure.mediation.effect;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.socialcure.mediation.inference.Bootstrap;
import org.socialcure.mediation.inference.BootstrapKind;
import org.socialcure.mediation.inference.Compatibility;
import org.socialcure.mediation.model.Centring;
import org.socialcure.mediation.model.PathModel;
import org.socialcure.mediation.model.Question;
import org.socialcure.mediation.regression.StandardErrors;
import org.socialcure.mediation.regression.WildClusterTest;

/**
 * Everything that a fitted model can tell, each part computed when it is first asked for.
 *
 * <p>Implementations are the library's own; they are immutable and thread-safe.
 *
 * @since 0.1
 */
public interface Findings {
  /**
   * What was asked.
   *
   * @return the question
   */
  Question question();

  /**
   * The model as it was asked, before categorical variables are coded.
   *
   * @return the path model
   */
  PathModel asked();

  /**
   * The model as it was fitted.
   *
   * @return the path model in code columns
   */
  PathModel fitted();

  /**
   * What was centred.
   *
   * @return the centring
   */
  Centring centring();

  /**
   * The kind of standard errors, where no equation has its own.
   *
   * @return the kind
   */
  StandardErrors standardErrors();

  /**
   * The clusters of rows that errors allow for, or that a bootstrap draws as wholes.
   *
   * @return their column and number; empty where rows are taken one by one
   */
  Optional<Clusters> clusters();

  /**
   * The column of the rows' weights.
   *
   * @return the column; empty where all rows count alike
   */
  Optional<String> weights();

  /**
   * The confidence level of all intervals.
   *
   * @return the level
   */
  double level();

  /**
   * The program whose rules are followed.
   *
   * @return none by default
   */
  Compatibility compatibility();

  /**
   * What people call each column.
   *
   * @return labels by column, where a label differs from the name
   */
  Map<String, String> labels();

  /**
   * The rows.
   *
   * @return how many were read, used and left out
   */
  SampleAccount sample();

  /**
   * The variables of the model over the rows used, by role.
   *
   * @return the variables; empty for a fit of moments
   */
  List<VariableSummary> variables();

  /**
   * The fitted equations in causal order.
   *
   * @return the equations
   */
  List<FittedEquation> equations();

  /**
   * All effects that the model gives rise to, those of one kind together.
   *
   * @return the effects
   */
  List<Effect> effects();

  /**
   * How many indirect effects there are, and of how many each is listed by itself.
   *
   * @return one entry for the exposure, or for each of its code columns; empty where the model was
   *     asked for named effects only
   */
  List<ListedPaths> listedPaths();

  /**
   * The moderators of effects, with the values at which they were probed.
   *
   * @return the moderators
   */
  List<ProbedModerator> moderators();

  /**
   * How categorical variables were coded.
   *
   * @return the codings
   */
  List<CodedVariable> codings();

  /**
   * Where conditional effects differ from zero.
   *
   * @return one entry an effect of a single continuous moderator
   */
  List<SignificanceRegions> regions();

  /**
   * Outcomes predicted at values of a predictor and its moderators.
   *
   * @return one entry a product's first factor
   */
  List<SimpleSlopes> slopes();

  /**
   * Tests of several coefficients at once.
   *
   * @return the tests
   */
  List<CoefficientTest> tests();

  /**
   * Sizes of indirect effects in other units.
   *
   * @return the sizes
   */
  List<EffectSize> effectSizes();

  /**
   * Correlations of residuals of equations that do not explain each other.
   *
   * @return the correlations
   */
  List<ResidualCorrelation> residualCorrelations();

  /**
   * The bootstrap.
   *
   * @return how replicates were drawn; empty without bootstrap
   */
  Optional<Resampling> bootstrap();

  /**
   * The permutation tests that the model asks for.
   *
   * @return their number and seed
   */
  Optional<Simulated> permutations();

  /**
   * The Monte Carlo intervals that the model asks for.
   *
   * @return their number and seed
   */
  Optional<Simulated> monteCarlo();

  /**
   * The wild cluster tests that the model asks for.
   *
   * @return one a coefficient that is no intercept; empty where they were not asked for
   */
  List<WildCluster> wildClusterTests();

  /**
   * What a reader should be careful about.
   *
   * @return the cautions
   */
  List<Caution> cautions();

  /**
   * Clusters of rows.
   *
   * @param column the column that holds the cluster of each row
   * @param count how many clusters there are among the rows used
   * @since 0.1
   */
  record Clusters(String column, int count) {}

  /**
   * The wild cluster test of a coefficient.
   *
   * @param equation the outcome of its equation
   * @param test the test
   * @since 0.1
   */
  record WildCluster(String equation, WildClusterTest test) {}

  /**
   * What the replicates of a fit are.
   *
   * @param bootstrap what was asked
   * @param kind what was drawn
   * @param kept how many were used
   * @param degenerate how many could not be estimated, by reason
   * @param seed the seed; absent when the resamples were supplied
   * @param generator the generator of random numbers
   * @since 0.1
   */
  record Resampling(
      Bootstrap bootstrap,
      BootstrapKind kind,
      int kept,
      Map<String, Integer> degenerate,
      OptionalLong seed,
      String generator) {}

  /**
   * Random draws other than a bootstrap's.
   *
   * @param count how many
   * @param seed their seed
   * @param generator the generator of random numbers
   * @since 0.1
   */
  record Simulated(int count, long seed, String generator) {
    @Override
    public String toString() {
      return count + ", seed " + seed + ", generator " + generator;
    }
  }
}
