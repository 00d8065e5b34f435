package org.socialcure.scoring;

import org.socialcure.testsupport.Reference;

/** The golden files among this module's test resources. */
public final class Golden {
  private Golden() {}

  public static Reference values(String name) {
    return Reference.read(Golden.class.getResourceAsStream("golden/" + name + ".json"))
        .get("values");
  }
}
