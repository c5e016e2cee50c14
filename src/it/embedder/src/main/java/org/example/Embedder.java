// SPDX-License-Identifier: Apache-2.0
package org.example;

import io.github.entente.KnowledgeBase;

/** Asks one question through the library, as an embedder would, and says how many rows came. */
public final class Embedder {
  private Embedder() {}

  /** Prints the number of rows. */
  public static void main(String[] arguments) {
    try (var kb = KnowledgeBase.bundled()) {
      var answers = kb.ask("overlapping-frameworks").asOf("2024-04-04").run();
      System.out.println(answers.rows().size() + " rows");
    }
  }
}
