/**
 * How anything is told to people: documents of sections, paragraphs, tables and figures, and their
 * text, HTML, Markdown, LaTeX and CSV.
 *
 * <p>{@link org.socialcure.core.document.Document} is the front door. What is told is put together
 * once, from typed parts, and every format shows the same numbers in the same digits (see {@link
 * org.socialcure.core.Numbers}). Texts are plain: no markup, an arrow is {@code ->} and a minus
 * sign a hyphen; each format escapes what it must and sets true arrows and minus signs where it
 * can.
 *
 * <pre>{@code
 * Table table = Table.titled("Loneliness").text("Wave").numbers("n", "Mean")
 *     .row(Cell.text("before"), Cell.count(630), Cell.number(5.21, 2))
 *     .build();
 * Document document = Document.of("Scores", Section.of("loneliness", "Loneliness", table));
 * document.text();
 * document.write(Path.of("scores.html"));
 * }</pre>
 *
 * <p>All types are immutable and thread-safe.
 */
@NullMarked
package org.socialcure.core.document;

import org.jspecify.annotations.NullMarked;
