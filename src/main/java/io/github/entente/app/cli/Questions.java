// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli;

import io.github.entente.query.Question;
import io.github.entente.source.Bundled;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;

/** The bundled questions, read without the knowledge base that answers them. */
final class Questions {
  private Questions() {}

  /** Their names, for completion. */
  static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return all().stream().map(Question::name).iterator();
    }
  }

  /** All of them, in the order of their numbers. */
  static List<Question> all() {
    return Bundled.questions().entrySet().stream()
        .map(file -> Question.parse(file.getKey(), file.getValue()))
        .sorted(Comparator.comparing(Question::id))
        .toList();
  }
}
