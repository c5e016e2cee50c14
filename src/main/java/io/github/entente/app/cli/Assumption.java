// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli;

import io.github.entente.KnowledgeBase;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** What is taken to be so beside what is known. */
final class Assumption {
  @Option(
      names = "--assume",
      paramLabel = "FILE",
      order = 17,
      description =
          "Take in what that file says as well, and show what appears and what vanishes: what if"
              + " it were so? Repeatable.")
  private List<Path> files = List.of();

  /** The knowledge base with it; the same where nothing is assumed. */
  KnowledgeBase with(KnowledgeBase kb) {
    return files.isEmpty() ? kb : kb.assuming(files);
  }

  boolean given() {
    return !files.isEmpty();
  }
}
