package org.socialcure.examples.study.plan;

import java.util.Optional;
import java.util.OptionalInt;
import org.socialcure.core.person.RecallWindow;
import org.socialcure.core.person.Service;

/**
 * Use of a health service with its recall window: an entry of {@code services} in the plan.
 *
 * <p>It becomes the columns {@code name} (the count) and {@code name.months} (the length of the
 * window in months), so that a count model can take the window as its exposure.
 *
 * <p>Immutable and thread-safe.
 *
 * @param name the name of the column
 * @param service what was used
 * @param count the column with the number of contacts
 * @param windowColumn the column with the length of the window
 * @param windowLength the length of the window, where it is the same in every row
 * @param unit what the length is measured in
 */
public record ServiceSection(
    String name,
    Service service,
    String count,
    Optional<String> windowColumn,
    OptionalInt windowLength,
    RecallWindow.Unit unit) {}
