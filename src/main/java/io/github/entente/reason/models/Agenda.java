// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason.models;

/**
 * What must still be seen to: concepts that elements must satisfy, in four lists by how much choice
 * they leave, and a fifth of those that hold for the time being only.
 */
final class Agenda {
  static final int FIRST = 0;
  static final int CHOICES = 1;

  /** Choices that every element has: what is said of some goes before, and decides many of them. */
  static final int OF_ALL = 2;

  static final int WITNESSES = 3;
  static final int AGAIN = 4;
  private static final int LISTS = 5;

  private final IntList[] lists = new IntList[LISTS];
  private final int[] cursors = new int[LISTS];

  /** Whether something changed since the fifth list was last begun with. */
  private boolean changed = true;

  Agenda() {
    for (int i = 0; i < LISTS; i++) {
      lists[i] = new IntList();
    }
  }

  /** Places in the lists, to go back to. */
  record Mark(int[] sizes, int[] cursors) {}

  Mark mark() {
    int[] sizes = new int[LISTS];
    for (int i = 0; i < LISTS; i++) {
      sizes[i] = lists[i].size();
    }
    return new Mark(sizes, cursors.clone());
  }

  void back(Mark mark) {
    for (int i = 0; i < LISTS; i++) {
      lists[i].cut(mark.sizes[i]);
      cursors[i] = mark.cursors[i];
    }
    changed = true;
  }

  static int listFor(Concept concept) {
    return switch (concept.kind) {
      case MAX, DATA_MAX -> FIRST; // So that a choice of it clashes before others are made.
      case OR, ONE_OF -> CHOICES;
      default -> WITNESSES;
    };
  }

  void add(int list, Concept concept, int node) {
    lists[list].add(concept.id);
    lists[list].add(node);
  }

  boolean atEnd(int list) {
    return cursors[list] == lists[list].size();
  }

  int concept(int list) {
    return lists[list].get(cursors[list]);
  }

  int node(int list) {
    return lists[list].get(cursors[list] + 1);
  }

  void next(int list) {
    cursors[list] += 2;
  }

  /** Something was done: what held for the time being must be looked at once more. */
  void touch() {
    changed = true;
  }

  /** Begins the fifth list anew, if something was done since; says whether it did. */
  boolean again() {
    if (!changed) {
      return false;
    }
    changed = false;
    cursors[AGAIN] = 0;
    return true;
  }
}
