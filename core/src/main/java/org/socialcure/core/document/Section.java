package org.socialcure.core.document;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * A headed part of a document.
 *
 * <p>Immutable and thread-safe.
 *
 * @param id a word for links, unique among its neighbours: small letters, digits and hyphens
 * @param heading the heading
 * @param tone how it is set off from the others
 * @param blocks what it holds, before any sections of its own
 * @param sections the sections within it
 * @since 0.1
 */
@MapperForm
public record Section(
    String id, String heading, Tone tone, List<Block> blocks, List<Section> sections) {
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]*");

  /**
   * How a section is set off.
   *
   * @since 0.1
   */
  @MapperForm
  public enum Tone {
    /** As all others; the usual one. */
    PLAIN,
    /** As a warning. */
    CAUTION
  }

  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if the id is no such word or two sections within have one id
   */
  public Section {
    Objects.requireNonNull(heading, "heading");
    Objects.requireNonNull(tone, "tone");
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "The id of a section has small letters, digits and hyphens: " + id);
    }
    blocks = List.copyOf(blocks);
    sections = List.copyOf(sections);
    requireDistinct(sections);
  }

  /**
   * A plain section without sections of its own.
   *
   * @param id a word for links
   * @param heading the heading
   * @param blocks what it holds
   * @return the section
   * @throws IllegalArgumentException if the id is no such word
   */
  public static Section of(String id, String heading, List<? extends Block> blocks) {
    return new Section(id, heading, Tone.PLAIN, List.copyOf(blocks), List.of());
  }

  /**
   * A plain section without sections of its own.
   *
   * @param id a word for links
   * @param heading the heading
   * @param blocks what it holds
   * @return the section
   * @throws IllegalArgumentException if the id is no such word
   */
  public static Section of(String id, String heading, Block... blocks) {
    return of(id, heading, List.of(blocks));
  }

  /**
   * This section under another heading.
   *
   * @param changed the heading
   * @return the section
   */
  public Section withHeading(String changed) {
    return new Section(id, changed, tone, blocks, sections);
  }

  /**
   * This section set off in another way.
   *
   * @param changed the tone
   * @return the section
   */
  public Section withTone(Tone changed) {
    return new Section(id, heading, changed, blocks, sections);
  }

  /**
   * This section with sections of its own.
   *
   * @param within the sections within it
   * @return the section
   * @throws IllegalArgumentException if two of them have one id
   */
  public Section withSections(List<Section> within) {
    return new Section(id, heading, tone, blocks, within);
  }

  static void requireDistinct(List<Section> sections) {
    Set<String> ids = new HashSet<>();
    for (Section section : sections) {
      if (!ids.add(section.id)) {
        throw new IllegalArgumentException("Two sections have the id " + section.id + ".");
      }
    }
  }

  @Override
  public String toString() {
    return TextRenderer.section(this);
  }
}
