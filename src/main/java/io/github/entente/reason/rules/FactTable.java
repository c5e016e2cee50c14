// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason.rules;

import io.github.entente.reason.rules.Clause.Atom;
import java.util.Arrays;

/**
 * Facts by number, in the order in which they were added, with indexes by predicate and term. Not
 * safe for use by many threads while facts are added.
 */
final class FactTable {
  private static final int TERM_BITS = 22;
  private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

  private int[] predicates = new int[1024];
  private int[] firsts = new int[1024];
  private int[] seconds = new int[1024];
  private int size;
  private final LongIndex ids = new LongIndex();
  private final Postings byPredicate = new Postings();
  private final Postings byFirst = new Postings();
  private final Postings bySecond = new Postings();
  private final Postings byTerm = new Postings();

  /** A growing list of fact numbers, in ascending order. */
  static final class Numbers {
    static final Numbers NONE = new Numbers();
    private int[] values = new int[4];
    private int size;

    int size() {
      return size;
    }

    int get(int place) {
      return values[place];
    }

    int[] toArray() {
      return Arrays.copyOf(values, size);
    }

    void forEach(java.util.function.IntConsumer action) {
      for (int i = 0; i < size; i++) {
        action.accept(values[i]);
      }
    }

    private void add(int value) {
      if (size == values.length) {
        values = Arrays.copyOf(values, size * 2);
      }
      values[size++] = value;
    }
  }

  int size() {
    return size;
  }

  int predicate(int fact) {
    return predicates[fact];
  }

  int first(int fact) {
    return firsts[fact];
  }

  int second(int fact) {
    return seconds[fact];
  }

  /** The number of a fact, or -1. */
  int find(int predicate, int first, int second) {
    return ids.get(key(predicate, first, second));
  }

  /** Adds a fact unless it is there. */
  boolean add(int predicate, int first, int second) {
    if (!ids.putIfAbsent(key(predicate, first, second), size)) {
      return false;
    }
    if (size == predicates.length) {
      predicates = Arrays.copyOf(predicates, size * 2);
      firsts = Arrays.copyOf(firsts, size * 2);
      seconds = Arrays.copyOf(seconds, size * 2);
    }
    predicates[size] = predicate;
    firsts[size] = first;
    seconds[size] = second;
    byPredicate.add(predicate, size);
    byTerm.add(first, size);
    if (second != Atom.NONE) {
      byFirst.add(pair(predicate, first), size);
      bySecond.add(pair(predicate, second), size);
      byTerm.add(second, size);
    }
    size++;
    return true;
  }

  Numbers of(int predicate) {
    return byPredicate.get(predicate);
  }

  Numbers withFirst(int predicate, int first) {
    return byFirst.get(pair(predicate, first));
  }

  Numbers withSecond(int predicate, int second) {
    return bySecond.get(pair(predicate, second));
  }

  /** Numbers of the facts, as they are now, in which a term occurs. */
  int[] mentioning(int term) {
    return byTerm.get(term).toArray();
  }

  private static long pair(int predicate, int term) {
    return ((long) predicate << TERM_BITS) | term;
  }

  private static long key(int predicate, int first, int second) {
    long last = second == Atom.NONE ? 0 : second + 1L;
    return (((long) predicate << TERM_BITS) | first) << TERM_BITS | last;
  }

  /** Open addressing from a key, not negative, to a number. */
  private static final class LongIndex {
    private long[] keys = filled(1 << 12);
    private int[] values = new int[1 << 12];
    private int size;

    private static long[] filled(int length) {
      var keys = new long[length];
      Arrays.fill(keys, -1);
      return keys;
    }

    private int place(long key) {
      int mask = keys.length - 1;
      int place = (int) ((key * MULTIPLIER) >>> 32) & mask;
      while (keys[place] != -1 && keys[place] != key) {
        place = (place + 1) & mask;
      }
      return place;
    }

    int get(long key) {
      int place = place(key);
      return keys[place] == key ? values[place] : -1;
    }

    boolean putIfAbsent(long key, int value) {
      int place = place(key);
      if (keys[place] == key) {
        return false;
      }
      keys[place] = key;
      values[place] = value;
      if (++size * 2 > keys.length) {
        grow();
      }
      return true;
    }

    private void grow() {
      var oldKeys = keys;
      var oldValues = values;
      keys = filled(oldKeys.length * 2);
      values = new int[oldKeys.length * 2];
      for (int i = 0; i < oldKeys.length; i++) {
        if (oldKeys[i] != -1) {
          int place = place(oldKeys[i]);
          keys[place] = oldKeys[i];
          values[place] = oldValues[i];
        }
      }
    }
  }

  /** Lists of fact numbers by key. */
  private static final class Postings {
    private final LongIndex places = new LongIndex();
    private Numbers[] lists = new Numbers[64];
    private int size;

    Numbers get(long key) {
      int place = places.get(key);
      return place < 0 ? Numbers.NONE : lists[place];
    }

    void add(long key, int fact) {
      int place = places.get(key);
      if (place < 0) {
        place = size++;
        places.putIfAbsent(key, place);
        if (place == lists.length) {
          lists = Arrays.copyOf(lists, place * 2);
        }
        lists[place] = new Numbers();
      }
      lists[place].add(fact);
    }
  }
}
