package org.socialcure.core.json;

import java.util.Set;
import org.socialcure.core.Interval;
import org.socialcure.core.Problem;

/** The values of the root package, which knows no Jackson, so that a module has to tell mappers. */
final class RootForms {
  static final Set<Class<?>> TYPES = Set.of(Interval.class, Problem.class, Problem.Position.class);

  private RootForms() {}
}
