package org.socialcure.examples.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.socialcure.core.person.Contact;
import org.socialcure.core.person.Demographics;
import org.socialcure.core.person.Exit;
import org.socialcure.core.person.Goal;
import org.socialcure.core.person.MessageBack;
import org.socialcure.core.person.Participant;
import org.socialcure.core.person.Pathway;
import org.socialcure.core.person.Plan;
import org.socialcure.core.person.Prescription;
import org.socialcure.core.person.Referral;
import org.socialcure.core.person.Support;
import org.socialcure.core.person.Worker;

/** The page about the information standard names every field of the pathway, and no other. */
class InformationStandardTest {
  private static final Path PAGE =
      Repository.root().resolve("examples/documentation/INFORMATION-STANDARD.md");
  private static final Pattern FIELD = Pattern.compile("`([A-Z]\\w+\\.[a-z]\\w*)`");

  private static Stream<String> fields(Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .map(RecordComponent::getName)
        .map(name -> type.getSimpleName() + "." + name);
  }

  @Test
  void everyFieldOfThePathwayHasItsPart() throws IOException {
    Set<String> fields =
        Stream.of(
                Participant.class,
                Demographics.class,
                Referral.class,
                Pathway.class,
                Worker.class,
                Contact.class,
                Plan.class,
                Plan.Revision.class,
                Goal.class,
                Prescription.class,
                Support.class,
                MessageBack.class,
                Exit.class)
            .flatMap(InformationStandardTest::fields)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> named =
        FIELD
            .matcher(Files.readString(PAGE))
            .results()
            .map((MatchResult found) -> found.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(fields, named);
  }
}
