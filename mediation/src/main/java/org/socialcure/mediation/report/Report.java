package org.socialcure.mediation.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.document.Document;
import org.socialcure.core.document.Section;
import org.socialcure.core.internal.file.WholeFile;
import org.socialcure.core.json.Json;

/**
 * Fitted models as people read them: a printout, a page with pictures, Markdown, LaTeX, long CSV
 * tables.
 *
 * <p>Everything is made from the documents alone, so that nothing can be told that is not in the
 * file; the same documents give the same characters on any machine. Numbers have four decimals,
 * more where a small standard error or a limit near zero needs them, and a p-value is never written
 * as zero. The words neither claim that one variable brings about another nor grade an indirect
 * effect by what happens to the direct one.
 *
 * <pre>{@code
 * Report report = Report.of(result.document());
 * report.text();                                   // at most 100 columns
 * report.writeHtml(Path.of("report.html"));
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class Report {
  private final String title;
  private final List<ModelDocument> models;

  private Report(String title, List<ModelDocument> models) {
    this.title = Objects.requireNonNull(title, "title");
    this.models = List.copyOf(models);
    if (models.isEmpty()) {
      throw new InvalidInputException("report", "it needs at least one fitted model");
    }
  }

  /**
   * The report on one model, titled by its name.
   *
   * @param model the fitted model
   * @return the report
   */
  public static Report of(ModelDocument model) {
    return new Report("Mediation analysis: " + model.name(), List.of(model));
  }

  /**
   * The report on several models.
   *
   * @param models the fitted models in the order of the report
   * @return the report
   * @throws InvalidInputException if there is no model
   */
  public static Report of(List<ModelDocument> models) {
    return models.size() == 1 ? of(models.get(0)) : new Report("Mediation analyses", models);
  }

  /**
   * The report on several models under a title.
   *
   * @param title the title
   * @param models the fitted models in the order of the report
   * @return the report
   * @throws InvalidInputException if there is no model
   */
  public static Report of(String title, List<ModelDocument> models) {
    return new Report(title, models);
  }

  /**
   * The report that {@link #json} wrote, so that a result can be told again in another form.
   *
   * @param json the text
   * @return the report
   * @throws InvalidInputException if the text is no such report
   */
  public static Report read(String json) {
    ReportDocument document = Json.read(json, ReportDocument.class);
    return new Report(document.title(), document.models());
  }

  /**
   * The title.
   *
   * @return the title
   */
  public String title() {
    return title;
  }

  /**
   * The models.
   *
   * @return the fitted models in the order of the report
   */
  public List<ModelDocument> models() {
    return models;
  }

  /**
   * The report as a document in the order of a page, to be told with other documents' parts or
   * written in a format that this class has no method for: the results in words, what to be careful
   * about, pictures, all tables, and how to do it again.
   *
   * @return the document
   */
  public Document document() {
    if (models.size() > 1) {
      return new Document(title, List.of(), sections(), colophon());
    }
    ModelDocument model = told(0);
    return new Document(title, Outline.overview(model), Outline.page(model), colophon());
  }

  /**
   * The models as sections of another document.
   *
   * @return a section a model, each with sections of its own
   */
  public List<Section> sections() {
    return IntStream.range(0, models.size())
        .mapToObj(
            i ->
                Section.of("model-" + (i + 1), models.get(i).name(), Outline.overview(told(i)))
                    .withSections(Outline.page(told(i))))
        .toList();
  }

  /**
   * The report as a document in the order of a printout, whose last lines stay on the screen: what
   * was asked, sample, equations, effects, bootstrap, and last what to be careful about.
   *
   * @return the document
   */
  public Document printout() {
    if (models.size() > 1) {
      return new Document(title, List.of(), printoutSections(), colophon());
    }
    return new Document(title, List.of(), Outline.printout(told(0)), colophon());
  }

  /**
   * The models as sections of another printout.
   *
   * @return a section a model, each with sections of its own
   */
  public List<Section> printoutSections() {
    return IntStream.range(0, models.size())
        .mapToObj(
            i ->
                Section.of("model-" + (i + 1), "Mediation analysis: " + models.get(i).name())
                    .withSections(Outline.printout(told(i))))
        .toList();
  }

  private String colophon() {
    return models.stream()
        .map(m -> m.provenance().library() + " " + m.provenance().version())
        .distinct()
        .collect(Collectors.joining(", ", "Made with ", "."));
  }

  /**
   * A printout of at most 100 columns: {@link #printout()}. The page has the rest: further tests of
   * each effect, its definition, and the results in words.
   *
   * @return lines separated by {@code \n}
   */
  public String text() {
    return printout().text();
  }

  /**
   * A page that needs nothing else: {@link #document()}. It has neither scripts nor anything from
   * elsewhere, and prints well.
   *
   * @return the page
   */
  public String html() {
    return document().html();
  }

  /**
   * The path diagram of the model with its coefficients, as a picture that stands alone.
   *
   * @return an SVG element
   * @throws IllegalStateException if the report is on several models; make one for the model
   */
  public String svgDiagram() {
    return PathDiagram.of(only()).svg();
  }

  /**
   * The effects of the model with their intervals, as a picture that stands alone. It is empty but
   * for its title where no effect has an interval.
   *
   * @return an SVG element
   * @throws IllegalStateException if the report is on several models; make one for the model
   */
  public String svgForest() {
    return EffectPlot.of(only()).svg();
  }

  /** A model as people read it, columns by their labels. */
  private ModelDocument told(int model) {
    return models.get(model).told();
  }

  private ModelDocument only() {
    if (models.size() > 1) {
      throw new IllegalStateException(
          "A picture shows one model and this report is on "
              + models.size()
              + "; use Report.of(report.models().get(i)).");
    }
    return told(0);
  }

  /**
   * Markdown with pipe tables.
   *
   * @return the document
   */
  public String markdown() {
    return document().markdown();
  }

  /**
   * LaTeX tables and paragraphs, to be input by a document that loads {@code booktabs}.
   *
   * @return the fragment
   */
  public String latex() {
    return document().latex();
  }

  /**
   * The documents as JSON: a {@link ReportDocument}, whose entries of {@code models} follow the
   * schema beside this class, {@code model.schema.json}.
   *
   * @return the text, which {@link #read} reads
   */
  public String json() {
    return Json.write(new ReportDocument(title, models));
  }

  /**
   * A comma-separated table with a row for each effect, in full precision. A text that a
   * spreadsheet would take for a formula has an apostrophe before it; {@code
   * CsvOptions.defaults().withFormulaMarks(FormulaMarks.APOSTROPHE)} reads it without.
   *
   * @return a header line and a line per effect
   */
  public String effectsCsv() {
    return CsvReport.effects(models);
  }

  /**
   * A comma-separated table with a row for each coefficient of each equation, in full precision.
   *
   * @return a header line and a line per coefficient
   */
  public String equationsCsv() {
    return CsvReport.equations(models);
  }

  /**
   * Writes {@link #text()} to a UTF-8 file, whole or not at all.
   *
   * @param file the file, replaced if it exists
   * @throws InvalidInputException if the file cannot be written there
   * @throws java.io.UncheckedIOException if writing fails for another reason
   */
  public void writeText(Path file) {
    write(file, text());
  }

  /**
   * Writes {@link #html()} to a UTF-8 file, whole or not at all.
   *
   * @param file the file, replaced if it exists
   * @throws InvalidInputException if the file cannot be written there
   * @throws java.io.UncheckedIOException if writing fails for another reason
   */
  public void writeHtml(Path file) {
    write(file, html());
  }

  /**
   * Writes {@link #markdown()} to a UTF-8 file, whole or not at all.
   *
   * @param file the file, replaced if it exists
   * @throws InvalidInputException if the file cannot be written there
   * @throws java.io.UncheckedIOException if writing fails for another reason
   */
  public void writeMarkdown(Path file) {
    write(file, markdown());
  }

  /**
   * Writes {@link #latex()} to a UTF-8 file, whole or not at all.
   *
   * @param file the file, replaced if it exists
   * @throws InvalidInputException if the file cannot be written there
   * @throws java.io.UncheckedIOException if writing fails for another reason
   */
  public void writeLatex(Path file) {
    write(file, latex());
  }

  /**
   * Writes {@link #json()} to a UTF-8 file, whole or not at all.
   *
   * @param file the file, replaced if it exists
   * @throws InvalidInputException if the file cannot be written there
   * @throws java.io.UncheckedIOException if writing fails for another reason
   */
  public void writeJson(Path file) {
    write(file, json());
  }

  /**
   * Writes {@link #effectsCsv()} to a UTF-8 file, whole or not at all.
   *
   * @param file the file, replaced if it exists
   * @throws InvalidInputException if the file cannot be written there
   * @throws java.io.UncheckedIOException if writing fails for another reason
   */
  public void writeEffectsCsv(Path file) {
    write(file, effectsCsv());
  }

  /**
   * Writes {@link #equationsCsv()} to a UTF-8 file, whole or not at all.
   *
   * @param file the file, replaced if it exists
   * @throws InvalidInputException if the file cannot be written there
   * @throws java.io.UncheckedIOException if writing fails for another reason
   */
  public void writeEquationsCsv(Path file) {
    write(file, equationsCsv());
  }

  private static void write(Path file, String content) {
    WholeFile.write(file, out -> out.write(content));
  }

  /**
   * The printout.
   *
   * @return {@link #text()}
   */
  @Override
  public String toString() {
    return text();
  }
}
