package org.socialcure.core.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.socialcure.core.InvalidInputException;

class ColumnNameTest {
  @Provide
  Arbitrary<String> ids() {
    return Arbitraries.of("ucla-3", "a", "group-identification", "x1", "change", "de-jong-6");
  }

  @Provide
  Arbitrary<String> waves() {
    return Arbitraries.of("T0", "1", "follow-up", "six months", "a.b", "[x]", ".", "change", "_");
  }

  /** Names as people write them, and names made of the very signs that take a name apart. */
  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> signs = Arbitraries.strings().withChars("ab@.[]_- 1").ofMinLength(1);
    return Arbitraries.oneOf(signs, Arbitraries.strings().ofMinLength(1))
        .filter(text -> !text.isBlank());
  }

  @Property
  void everyNameComesBackAsItWas(@ForAll("texts") String text) {
    ColumnName name = ColumnName.parse(text);
    assertEquals(text, name.toString());
    assertEquals(text, name.measure() + name.wave().map(wave -> "@" + wave).orElse(""));
    assertFalse(name.stem().isEmpty());
  }

  @Property
  void partsComeBackAsTheyWere(
      @ForAll("ids") String instrument,
      @ForAll("ids") String target,
      @ForAll("ids") String scale,
      @ForAll("waves") String wave,
      @ForAll boolean targeted) {
    Optional<String> group = targeted ? Optional.of(target) : Optional.empty();
    ColumnName name = ColumnName.of(instrument, group, scale).withWave(wave);
    ColumnName read = ColumnName.parse(name.toString());
    assertEquals(name, read);
    assertEquals(name.hashCode(), read.hashCode());
    assertEquals(instrument, read.stem());
    assertEquals(group, read.target());
    assertEquals(Optional.of(scale), read.scale());
    assertEquals(Optional.of(wave), read.wave());
    assertEquals(wave.equals("change"), read.isChange());
    assertEquals(ColumnName.of(instrument, group, scale).toString(), read.measure());
  }

  @Property
  void aWaveIsAddedOnceAndReplaced(
      @ForAll("texts") String text, @ForAll("waves") String wave, @ForAll("waves") String other) {
    ColumnName name = ColumnName.parse(text).withWave(wave);
    assertEquals(Optional.of(wave), name.wave());
    assertEquals(Optional.of(other), name.withWave(other).wave());
    assertEquals(name.measure(), name.withWave(other).measure());
    assertTrue(name.withChange().isChange());
  }

  @Test
  void namesOfOtherColumnsAreStems() {
    for (String plain :
        List.of("age", "x.Y", "x.y.z", "q[1]", "q[1].total", "[a].b", "@T1", "x@")) {
      ColumnName name = ColumnName.parse(plain);
      assertEquals(plain, name.stem());
      assertEquals(Optional.empty(), name.scale());
      assertEquals(Optional.empty(), name.wave());
    }
    assertEquals("age", ColumnName.parse("age@T1").stem());
    assertEquals("x@T0@T1", ColumnName.at("x@T0", "T1").toString());
    assertEquals(
        "group-identification[community]_ties",
        ColumnName.ofItem("group-identification", Optional.of("community"), "ties").toString());
    assertNotEquals(ColumnName.parse("age"), ColumnName.parse("age@T1"));
  }

  @Test
  void labelsSayTheWave() {
    ColumnName name = ColumnName.of("uls-8", "total");
    String label = "Loneliness (ULS-8)";
    assertEquals(label, name.label(label));
    assertEquals("Loneliness (ULS-8), at follow-up", name.withWave("follow-up").label(label));
    assertEquals("Loneliness (ULS-8), at wave 2", name.withWave("2").label(label));
    assertEquals("change in Loneliness (ULS-8)", name.withChange().label(label));
    assertEquals(
        "Loneliness (ULS-8), at four months",
        name.withWave("T1").label(label, Map.of("T1", "four months")));
  }

  @Test
  void whatCannotBeANameIsRefused() {
    assertThrows(InvalidInputException.class, () -> ColumnName.parse(" "));
    assertThrows(InvalidInputException.class, () -> ColumnName.parse("x").withWave("a@b"));
    assertThrows(InvalidInputException.class, () -> ColumnName.parse("x").withWave(" "));
    InvalidInputException all =
        assertThrows(
            InvalidInputException.class,
            () -> ColumnName.of("UCLA 3", Optional.of("a]"), "to.tal"));
    assertEquals(3, all.problems().size());
    assertThrows(NullPointerException.class, () -> ColumnName.parse("x").withWave(null));
    assertThrows(
        InvalidInputException.class, () -> ColumnName.requireWave("waves[0]", ColumnName.CHANGE));
  }
}
