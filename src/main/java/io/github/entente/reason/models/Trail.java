// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason.models;

import java.util.ArrayList;
import java.util.List;

/** What was changed, in its order, so that it can be undone. */
final class Trail {
  /** Kinds of changes. */
  enum Change {
    FACT,
    LABEL,
    EDGE,
    EDGE_GONE,
    NO_EDGE,
    DATUM,
    NO_DATUM,
    MERGED,
    NODE,
    GROUPS,
    WITNESS
  }

  static final Change[] CHANGES = Change.values();

  private final IntList entries = new IntList();
  private final List<Object> objects = new ArrayList<>();
  private boolean recording;

  /** From now on changes can be undone. */
  void record() {
    recording = true;
  }

  boolean recording() {
    return recording;
  }

  int size() {
    return entries.size();
  }

  void add(Change change, int a, int b, int c) {
    if (recording) {
      entries.add(a);
      entries.add(b);
      entries.add(c);
      entries.add(change.ordinal());
    }
  }

  void add(Change change, int a, Object before) {
    if (recording) {
      objects.add(before);
      add(change, a, 0, 0);
    }
  }

  /** The last change, as it was added: three numbers and what it was. */
  int last(int place) {
    return entries.get(entries.size() - 4 + place);
  }

  Object lastObject() {
    return objects.remove(objects.size() - 1);
  }

  void drop() {
    entries.cut(entries.size() - 4);
  }
}
