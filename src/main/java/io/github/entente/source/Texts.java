// SPDX-License-Identifier: Apache-2.0
package io.github.entente.source;

import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import io.github.entente.model.SourceDocument;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;

/**
 * Source texts that statements are anchored in, with a person's own verified copies of some of
 * them. No text is part of the data: they hold ranges of code points and digests. Immutable, safe
 * for use by many threads.
 */
public final class Texts {
  /** No text at all. */
  public static final Texts NONE = new Texts(new Anchors(List.of()), Map.of());

  private final Anchors anchors;
  private final Map<Node, String> contents;

  private Texts(Anchors anchors, Map<Node, String> contents) {
    this.anchors = anchors;
    this.contents = Map.copyOf(contents);
  }

  /**
   * The texts that the documents describe.
   *
   * @param copies files with texts, each told by its SHA-256 digest
   * @throws EntenteException {@link ErrorCode#WRONG_TEXT} when a file is no copy of a text or a
   *     passage does not fit its text; {@link ErrorCode#FILE_NOT_FOUND}, {@link ErrorCode#NOT_UTF8}
   */
  public static Texts of(List<SourceDocument> documents, List<Path> copies) {
    var anchors = new Anchors(documents);
    var contents = new HashMap<Node, String>();
    var reader = new Copies(anchors);
    for (var file : copies) {
      var copy = reader.read(file);
      contents.put(copy.getKey(), copy.getValue());
      for (var passage : anchors.passagesOf(copy.getKey())) {
        if (!Copies.fits(passage, copy.getValue())) {
          throw Copies.wrong(
              "%s is the text, but the data's passage %s, code points %d to %d, does not fit it."
                      .formatted(file, passage.id(), passage.start(), passage.end())
                  + " Correct its range or its digest in the data.");
        }
      }
    }
    return new Texts(anchors, contents);
  }

  /** Whether no copy was given. */
  public boolean isEmpty() {
    return contents.isEmpty();
  }

  /** All passages, text by text, in the order in which they begin, the longer first. */
  public List<Passage> passages() {
    return anchors.passages();
  }

  /** The passages that a term is or is anchored in. */
  public List<Passage> anchorsOf(Node term) {
    return anchors.of(term);
  }

  /** The words of a passage; empty where no copy of its text was given. */
  public Optional<String> words(Passage passage) {
    return Optional.ofNullable(contents.get(passage.text()))
        .map(content -> Copies.cut(passage, content));
  }

  /** The nearest passages before and after one that do not overlap it, the shortest of each. */
  public List<Passage> neighbours(Passage passage) {
    var others = anchors.passagesOf(passage.text());
    var length = Comparator.comparing((Passage p) -> p.end() - p.start());
    var before =
        others.stream()
            .filter(p -> p.end() <= passage.start() && p.start() < passage.start())
            .max(Comparator.comparing(Passage::end).thenComparing(length.reversed()));
    var after =
        others.stream()
            .filter(p -> p.start() >= passage.end() && p.end() > passage.end())
            .min(Comparator.comparing(Passage::start).thenComparing(length));
    return Stream.concat(before.stream(), after.stream()).toList();
  }
}
