package org.socialcure.examples.study;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/**
 * The main job: from raw answers to scores, change and a mediation result.
 *
 * <p>Without arguments it analyses a simulated social-prescribing cohort; with {@code --data} and
 * {@code --plan} it analyses a file of your own, and with {@code --plan} alone the moments in the
 * plan. It writes {@code scores.csv}, {@code result.json} and {@code report.html}, prints the
 * tables, and ends with 0 when all is well and with 2 when the input cannot be used.
 */
public final class Study {
  private Study() {}

  /**
   * Runs the job and ends the program where the job could not be done.
   *
   * @param args the command line
   */
  public static void main(String[] args) {
    int code = run(writer(System.out), writer(System.err), Terminal.isWatched(), args);
    // Under `mvn exec:java` ending the program ends Maven, which a successful job has no reason to
    // do.
    if (code != 0) {
      System.exit(code);
    }
  }

  /** A terminal that claims to know ASCII only mostly shows UTF-8 all the same, and R² needs it. */
  private static PrintWriter writer(PrintStream stream) {
    Charset usual = Charset.defaultCharset();
    Charset charset = usual.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : usual;
    return new PrintWriter(new OutputStreamWriter(stream, charset), true);
  }

  /**
   * Runs the job.
   *
   * @param out where the tables go
   * @param err where it says what is wrong with the input
   * @param args the command line
   * @return 0 if the files were written, 2 if the input cannot be used and nothing was written
   */
  public static int run(PrintWriter out, PrintWriter err, String... args) {
    return run(out, err, false, args);
  }

  /** Runs the job; one that is watched tells how far it is. */
  static int run(PrintWriter out, PrintWriter err, boolean watched, String... args) {
    return new CommandLine(new StudyCommand(watched)).setOut(out).setErr(err).execute(args);
  }
}
