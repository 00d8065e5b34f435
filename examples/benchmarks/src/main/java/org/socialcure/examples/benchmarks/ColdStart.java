package org.socialcure.examples.benchmarks;

import org.socialcure.core.answer.Ucla3;
import org.socialcure.core.instrument.Instruments;
import org.socialcure.scoring.Scorer;

/**
 * How long a fresh process takes to its first answer, which JMH cannot tell, for it warms up.
 *
 * <p>One question a process, named by the argument: {@code instrument} (the first question to one
 * instrument), {@code score} (a form scored), {@code fit} (a model fitted and printed) or {@code
 * nothing}, which is the price of the process itself. What is printed is the time within {@code
 * main}; the time of the whole process is the shell's business, best as the middle of ten:
 *
 * <pre>
 * mvn -q -Pbenchmarks compile dependency:build-classpath -pl examples/benchmarks -am \
 *   -DincludeScope=runtime -Dmdep.outputFile=target/benchmarks.classpath
 * cd examples/benchmarks
 * for run in 1 2 3 4 5 6 7 8 9 10; do
 *   time java -cp "target/classes:$(cat target/benchmarks.classpath)" \
 *     org.socialcure.examples.benchmarks.ColdStart instrument
 * done
 * </pre>
 */
public final class ColdStart {
  private ColdStart() {}

  /**
   * Asks one question.
   *
   * @param args which
   */
  public static void main(String[] args) {
    String question = args.length == 1 ? args[0] : "instrument";
    long start = System.nanoTime();
    String answer =
        switch (question) {
          case "nothing" -> "";
          case "instrument" -> Instruments.UCLA_3.items().size() + " items";
          case "score" -> Scorer.score(new Ucla3(2, 3, 1)).total().toString();
          case "fit" -> SimulatedStudy.model().fit(new SimulatedStudy().data()).toString();
          default -> throw new IllegalArgumentException("instrument, score, fit or nothing");
        };
    long took = System.nanoTime() - start;
    System.out.println(answer);
    System.out.printf("%s: %.1f ms%n", question, took / 1e6);
  }
}
