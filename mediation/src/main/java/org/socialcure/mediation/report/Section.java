package org.socialcure.mediation.report;

import java.util.List;

/**
 * A headed part of a report on one model.
 *
 * @param id a stable word for links
 * @param heading the heading
 * @param blocks what it holds
 */
record Section(String id, String heading, List<Block> blocks) {
  Section {
    blocks = List.copyOf(blocks);
  }
}
