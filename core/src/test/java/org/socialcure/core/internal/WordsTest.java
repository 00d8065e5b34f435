package org.socialcure.core.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.socialcure.core.InvalidInputException;

class WordsTest {
  /**
   * Constants with a body are of a class of their own; one has a word that its name does not give.
   */
  public enum Family {
    GAUSSIAN,
    @JsonProperty("negbin")
    NEGATIVE_BINOMIAL,
    TYPE_6 {
      @Override
      public String toString() {
        return "not the word";
      }
    }
  }

  @Test
  void aWordIsTheNameUnlessAnotherIsDeclared() {
    assertEquals(List.of("gaussian", "negbin", "type-6"), Words.all(Family.class));
  }

  @ParameterizedTest
  @EnumSource(Family.class)
  void everyConstantIsFoundByItsWord(Family constant) {
    assertEquals(constant, Words.find(Family.class, Words.of(constant), "family"));
  }

  @Test
  void otherSpellingsAreRefusedWithThePermittedWordsAndTheNearest() {
    InvalidInputException refused =
        assertThrows(
            InvalidInputException.class, () -> Words.find(Family.class, "Gausian", "family"));
    assertEquals(
        "family: must be gaussian, negbin or type-6 (did you mean gaussian?)",
        refused.getMessage());
    assertEquals(Optional.empty(), Words.find(Family.class, "negative-binomial"));
    assertEquals(Optional.empty(), Words.find(Family.class, "GAUSSIAN"));
  }
}
