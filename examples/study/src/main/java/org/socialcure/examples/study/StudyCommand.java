package org.socialcure.examples.study;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command line of the job. */
@Command(
    name = "study",
    mixinStandardHelpOptions = true,
    usageHelpWidth = 100,
    versionProvider = StudyVersion.class,
    description = {
      "Scores a file of answers, shows the change between the waves and fits the models of a plan.",
      "Without --data and --plan it does so with a simulated social-prescribing cohort."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:the files were written", "2:the input cannot be used; nothing was written"})
final class StudyCommand implements Callable<Integer> {
  private final boolean watched;

  @Spec private @Nullable CommandSpec spec;

  StudyCommand(boolean watched) {
    this.watched = watched;
  }

  @Option(
      names = "--data",
      paramLabel = "FILE",
      description = {
        "The file of answers, .csv, .xlsx, .sav or .dta, one row a person or one row a person and wave;",
        "none for a plan that holds moments."
      })
  private @Nullable Path data;

  @Option(
      names = "--plan",
      paramLabel = "plan.json",
      description = "What to score and which models to fit.")
  private @Nullable Path plan;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "target/study",
      description =
          "The folder for scores.csv, result.json and report.html (default: target/study).")
  private @Nullable Path out;

  @Option(
      names = "--scores",
      paramLabel = "scores.xlsx",
      description = "A spreadsheet to write the table of scores into as well.")
  private @Nullable Path spreadsheet;

  @Override
  public Integer call() {
    CommandSpec command = Objects.requireNonNull(spec);
    PrintWriter err = command.commandLine().getErr();
    try {
      if (plan == null && data != null) {
        throw Refusal.ofCommandLine(
            "--plan",
            "is missing: --data and --plan go together; leave both out for the simulated cohort");
      }
      Path folder = Objects.requireNonNull(out);
      OutputFolder.settle(folder);
      Job job = plan == null ? Job.simulated() : Job.of(Optional.ofNullable(data), plan);
      Outcome outcome = run(job, err);
      Optional<Runnable> scores =
          Optional.ofNullable(spreadsheet).map(file -> Spreadsheet.of(outcome, file));
      OutputFolder.write(folder, outcome.files());
      scores.ifPresent(Runnable::run);
      print(command.commandLine().getOut(), outcome, folder);
      return 0;
    } catch (Refusal refusal) {
      err.println(refusal.getMessage());
    } catch (UncheckedIOException e) {
      err.println(
          "A file cannot be read or written: " + Objects.requireNonNull(e.getCause()).getMessage());
    }
    return 2;
  }

  /** Runs a job; where somebody watches, a line tells how far it is. */
  private Outcome run(Job job, PrintWriter err) {
    if (!watched) {
      return job.run();
    }
    try (ProgressLine line = new ProgressLine(err, System::nanoTime)) {
      return job.telling(line::of).run();
    }
  }

  private static void print(PrintWriter out, Outcome outcome, Path folder) {
    out.println(StudyReport.printout(outcome).text());
    out.println("Report: " + folder.resolve(Outcome.REPORT));
    Set<String> tables = outcome.tables().keySet();
    String beside = tables.isEmpty() ? "" : String.join(", ", tables) + " and ";
    out.println("Beside it: " + beside + Outcome.RESULT + " (all numbers).");
    out.flush();
  }
}
