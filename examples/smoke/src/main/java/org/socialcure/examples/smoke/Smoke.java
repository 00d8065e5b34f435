package org.socialcure.examples.smoke;

import java.lang.module.ModuleDescriptor;
import java.util.List;
import java.util.Map;
import org.socialcure.core.data.Dataset;

/**
 * Uses each module of the library as another module would, and fails at the first thing that does
 * not work.
 */
public final class Smoke {
  private Smoke() {}

  /**
   * Runs all checks.
   *
   * @param args none
   */
  public static void main(String[] args) {
    runsOnTheModulePath();
    readsData();
    System.out.println("The library works on the module path.");
  }

  private static void runsOnTheModulePath() {
    check("a named module", Smoke.class.getModule().isNamed());
    ModuleLayer layer = Smoke.class.getModule().getLayer();
    for (String name : List.of("core", "scoring", "mediation")) {
      ModuleDescriptor descriptor =
          layer.findModule("org.socialcure." + name).orElseThrow().getDescriptor();
      check(name + " has a descriptor of its own", !descriptor.isAutomatic());
    }
  }

  private static void readsData() {
    Dataset data = Dataset.of(Map.of("x", new double[] {1, 2, 3}));
    check("a data set", data.numbers("x").length == 3);
  }

  private static void check(String what, boolean holds) {
    if (!holds) {
      throw new IllegalStateException("Not so on the module path: " + what);
    }
  }
}
