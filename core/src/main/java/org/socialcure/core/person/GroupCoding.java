package org.socialcure.core.person;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problems;
import org.socialcure.core.internal.Words;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * Which words of people stand for which type of group: {@code church} for {@link GroupType#FAITH},
 * {@code choir} for {@link GroupType#MUSIC_AND_ARTS}. Whole phrases are compared, letter case,
 * blanks and the kind of apostrophe aside; a word that is not known is refused, never guessed at.
 *
 * <pre>{@code
 * GroupCoding coding = GroupCoding.english().with("bell ringing", GroupType.MUSIC_AND_ARTS);
 * GroupMemberships groups =
 *     coding.read(GroupQuestion.withSlots(10), "choir; church; Bell Ringing", ";");
 * groups.count(GroupCount.ofType(GroupType.MUSIC_AND_ARTS));    // 2 of 3
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @param words the type for each phrase, in lower case with single blanks; not null
 * @param otherwise the type of phrases that are not known; empty if they are refused; not null.
 *     What stands for no answer, such as {@code n/a}, {@code ?} or {@code no}, is refused all the
 *     same
 * @since 0.1
 */
@MapperForm
public record GroupCoding(Map<String, GroupType> words, Optional<GroupType> otherwise) {
  /** What people without groups write, in any letter case. */
  public static final String NONE = "none";

  private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0]+");

  /**
   * Copies the map, its phrases in lower case with single blanks.
   *
   * @throws InvalidInputException if a phrase is blank or the word for no groups, or two phrases
   *     that differ in letter case or blanks alone have different types
   */
  public GroupCoding {
    Objects.requireNonNull(otherwise, "otherwise");
    Map<String, GroupType> plain = new LinkedHashMap<>();
    Problems problems = new Problems();
    words.forEach(
        (phrase, type) -> {
          String key = plain(phrase);
          problems.require(!key.isEmpty(), "words", "must not hold a blank phrase");
          problems.require(
              !key.equals(NONE),
              "words",
              "must not hold \"none\", which says that there is no group");
          GroupType before = plain.put(key, Objects.requireNonNull(type, "type"));
          problems.require(
              before == null || before == type,
              "words",
              "must not give two types to phrases that differ in letter case or blanks alone");
        });
    problems.throwIfAny();
    words = Collections.unmodifiableMap(plain);
  }

  /**
   * The names of the types and the English words for them that people commonly write.
   *
   * @return the coding, which refuses words that it does not know
   */
  public static GroupCoding english() {
    return new GroupCoding(GroupWords.english(), Optional.empty());
  }

  /**
   * This coding with one more phrase, or another type for one.
   *
   * @param phrase what people write
   * @param type what it stands for
   * @return the changed coding
   * @throws InvalidInputException if the phrase is blank or the word for no groups
   */
  public GroupCoding with(String phrase, GroupType type) {
    return with(Map.of(phrase, type));
  }

  /**
   * This coding with more phrases, or other types for some.
   *
   * @param phrases what people write, and what it stands for
   * @return the changed coding
   * @throws InvalidInputException as the constructor does
   */
  public GroupCoding with(Map<String, GroupType> phrases) {
    Map<String, GroupType> more = new LinkedHashMap<>(words);
    more.putAll(new GroupCoding(phrases, Optional.empty()).words);
    return new GroupCoding(more, otherwise);
  }

  /**
   * This coding with a type for all phrases that it does not know.
   *
   * @param type the type, such as {@link GroupType#OTHER}
   * @return the changed coding
   */
  public GroupCoding otherwise(GroupType type) {
    return new GroupCoding(words, Optional.of(type));
  }

  /**
   * What a phrase stands for.
   *
   * @param phrase what a person wrote
   * @return the type; empty if the phrase is blank, or not known and such are refused
   */
  public Optional<GroupType> typeOf(String phrase) {
    String key = plain(phrase);
    return key.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(words.get(key))
            .or(() -> GroupWords.isNoAnswer(key) ? Optional.empty() : otherwise);
  }

  /**
   * The groups in one text: nothing if it is blank, no groups if it is {@value #NONE}, and
   * otherwise a group for each phrase between separators, blank ones left out, with the phrase as
   * its name.
   *
   * @param question how the person was asked
   * @param text what the person wrote
   * @param separator what stands between two groups, such as {@code ;}
   * @return the answer
   * @throws InvalidInputException if the separator is empty, a phrase is not known, there are more
   *     than the question has slots, or no groups and a group are told together
   */
  public GroupMemberships read(GroupQuestion question, String text, String separator) {
    if (separator.isEmpty()) {
      throw new InvalidInputException("separator", "must not be empty; say what is between groups");
    }
    List<String> phrases =
        Arrays.stream(text.split(Pattern.quote(separator), -1))
            .map(phrase -> BLANKS.matcher(phrase).replaceAll(" ").strip())
            .filter(phrase -> !phrase.isEmpty())
            .toList();
    if (phrases.isEmpty()) {
      return GroupMemberships.notAnswered(question);
    }
    if (phrases.size() == 1 && isNone(phrases.get(0))) {
      return GroupMemberships.none(question);
    }
    Problems problems = new Problems();
    List<GroupMembership> groups = new ArrayList<>();
    for (int i = 0; i < phrases.size(); i++) {
      String phrase = phrases.get(i);
      String place = "groups[" + i + "]";
      if (isNone(phrase)) {
        problems.add(place, "says that there are no groups, beside groups; keep one of the two");
        continue;
      }
      Optional<GroupType> type = typeOf(phrase);
      problems.require(type.isPresent(), place, unknown(phrase));
      type.flatMap(
              known -> problems.attempt(place, () -> GroupMembership.of(known).withName(phrase)))
          .ifPresent(groups::add);
    }
    problems.throwIfAny();
    return GroupMemberships.listed(question, groups);
  }

  /**
   * What to say of a phrase that is not known, without the phrase.
   *
   * @param phrase what a person wrote
   * @return what is wrong and what to do
   */
  public static String unknown(String phrase) {
    return "is no known word for a kind of group; add the word to the coding, or say what type unknown"
        + " words have"
        + (phrase.matches(".*[;,/|].*")
            ? ", or if several groups stand here, what separates them"
            : "");
  }

  /**
   * Whether a phrase says that there are no groups.
   *
   * @param phrase what a person wrote
   * @return whether it is {@value #NONE}, letter case and blanks aside
   */
  public static boolean isNone(String phrase) {
    return plain(phrase).equals(NONE);
  }

  static String plain(String phrase) {
    return BLANKS
        .matcher(phrase)
        .replaceAll(" ")
        .strip()
        .toLowerCase(Locale.ROOT)
        .replace('\u2019', '\'');
  }

  /**
   * How many phrases there are, and what happens to others.
   *
   * @return for example {@code 165 phrases, others refused}
   */
  @Override
  public String toString() {
    return words.size()
        + " phrases, others "
        + otherwise.map(type -> "taken for " + Words.of(type)).orElse("refused");
  }
}
