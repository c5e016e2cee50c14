// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason.rules;

import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import io.github.entente.reason.rules.Clause.Atom;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntConsumer;

/**
 * Facts by number, in the order in which they were added. The facts of a predicate with a given
 * term are indexed when they are first asked for. Not safe for use by many threads while facts are
 * added, safe afterwards.
 */
final class FactTable {
  private static final int TERM_BITS = 22;

  /**
   * From so many individuals and values, or predicates, on keys would no longer tell facts apart.
   */
  static final int MAX_TERMS = (1 << TERM_BITS) - 1;

  static final int MAX_PREDICATES = 1 << (Long.SIZE - 1 - 2 * TERM_BITS);
  private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

  private int[] predicates = new int[1024];
  private int[] firsts = new int[1024];
  private int[] seconds = new int[1024];
  private int size;
  private final LongIndex ids = new LongIndex();
  private final Numbers[] byPredicate;
  private final AtomicReferenceArray<Postings> byFirst;
  private final AtomicReferenceArray<Postings> bySecond;

  /** A table for so many predicates. */
  FactTable(int predicateCount) {
    refuse(predicateCount, MAX_PREDICATES, "class expressions and properties");
    byPredicate = new Numbers[predicateCount];
    Arrays.setAll(byPredicate, p -> new Numbers());
    byFirst = new AtomicReferenceArray<>(predicateCount);
    bySecond = new AtomicReferenceArray<>(predicateCount);
  }

  /** A growing list of fact numbers, in ascending order. */
  static final class Numbers {
    private static final int[] EMPTY = {};
    static final Numbers NONE = new Numbers();
    private int[] values = EMPTY;
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

    void forEach(IntConsumer action) {
      for (int i = 0; i < size; i++) {
        action.accept(values[i]);
      }
    }

    void add(int value) {
      if (size == values.length) {
        values = Arrays.copyOf(values, Math.max(1, size * 2));
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
    refuse(Math.max(first, second) + 1, MAX_TERMS, "individuals and values");
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
    byPredicate[predicate].add(size);
    index(byFirst.getPlain(predicate), first);
    index(bySecond.getPlain(predicate), second);
    size++;
    return true;
  }

  private static void refuse(int count, int most, String what) {
    if (count > most) {
      throw new EntenteException(
          ErrorCode.LIMIT_REACHED,
          "there are more than "
              + most
              + " "
              + what
              + ", the most that the rules can number; load fewer data, or ask with '--regime"
              + " simple'");
    }
  }

  private void index(Postings postings, int term) {
    if (postings != null) {
      postings.add(term, size);
    }
  }

  Numbers of(int predicate) {
    return byPredicate[predicate];
  }

  Numbers withFirst(int predicate, int first) {
    return postings(byFirst, predicate, firsts).get(first);
  }

  Numbers withSecond(int predicate, int second) {
    return postings(bySecond, predicate, seconds).get(second);
  }

  private Postings postings(AtomicReferenceArray<Postings> index, int predicate, int[] terms) {
    var known = index.get(predicate);
    if (known != null) {
      return known;
    }
    synchronized (this) {
      if (index.get(predicate) == null) {
        var postings = new Postings();
        byPredicate[predicate].forEach(fact -> postings.add(terms[fact], fact));
        index.set(predicate, postings);
      }
      return index.get(predicate);
    }
  }

  /** Numbers of the facts, as they are now, in which a term occurs. */
  int[] mentioning(int term) {
    var numbers = new Numbers();
    for (int predicate = 0; predicate < byPredicate.length; predicate++) {
      if (byPredicate[predicate].size() == 0) {
        continue;
      }
      withFirst(predicate, term).forEach(numbers::add);
      if (seconds[byPredicate[predicate].get(0)] != Atom.NONE) {
        withSecond(predicate, term)
            .forEach(
                fact -> {
                  if (firsts[fact] != term) {
                    numbers.add(fact);
                  }
                });
      }
    }
    return numbers.toArray();
  }

  /** A copy that grows by itself; the indexes of this one are not taken over. */
  FactTable copy(int predicateCount) {
    var copy = new FactTable(predicateCount);
    for (int fact = 0; fact < size; fact++) {
      copy.add(predicates[fact], firsts[fact], seconds[fact]);
    }
    return copy;
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
      if (++size * 3L > keys.length * 2L) {
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

  /** Lists of fact numbers by term: open addressing again. */
  private static final class Postings {
    private int[] terms = filled(16);
    private Numbers[] lists = new Numbers[16];
    private int size;

    private static int[] filled(int length) {
      var terms = new int[length];
      Arrays.fill(terms, -1);
      return terms;
    }

    private int place(int term) {
      int mask = terms.length - 1;
      int place = (int) ((term * MULTIPLIER) >>> 32) & mask;
      while (terms[place] != -1 && terms[place] != term) {
        place = (place + 1) & mask;
      }
      return place;
    }

    Numbers get(int term) {
      int place = place(term);
      return terms[place] == term ? lists[place] : Numbers.NONE;
    }

    void add(int term, int fact) {
      int place = place(term);
      if (terms[place] != term) {
        if (++size * 3L > terms.length * 2L) {
          grow();
          place = place(term);
        }
        terms[place] = term;
        lists[place] = new Numbers();
      }
      lists[place].add(fact);
    }

    private void grow() {
      var oldTerms = terms;
      var oldLists = lists;
      terms = filled(oldTerms.length * 2);
      lists = new Numbers[oldTerms.length * 2];
      for (int i = 0; i < oldTerms.length; i++) {
        if (oldTerms[i] != -1) {
          int place = place(oldTerms[i]);
          terms[place] = oldTerms[i];
          lists[place] = oldLists[i];
        }
      }
    }
  }
}
