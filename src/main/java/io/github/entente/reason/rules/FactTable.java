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
  /** Bits of a key for each term, at the least; the fewer predicates, the more there are. */
  private static final int TERM_BITS = 22;

  private static final int MOST_TERM_BITS = 30;

  static final int MAX_PREDICATES = 1 << (Long.SIZE - 1 - 2 * TERM_BITS);
  private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

  private final int termBits;
  private final int maxTerms;
  private long[] keys = new long[1024];
  private int size;
  private int[] places = new int[1 << 12];
  private final Numbers[] byPredicate;
  private final AtomicReferenceArray<Postings> byFirst;
  private final AtomicReferenceArray<Postings> bySecond;

  /** A table for so many predicates. */
  FactTable(int predicateCount) {
    refuse(predicateCount, MAX_PREDICATES, "class expressions and properties");
    int predicateBits =
        Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(1, predicateCount - 1));
    termBits = Math.min(MOST_TERM_BITS, (Long.SIZE - 1 - predicateBits) / 2);
    maxTerms = (1 << termBits) - 1;
    byPredicate = new Numbers[predicateCount];
    Arrays.setAll(byPredicate, p -> new Numbers());
    byFirst = new AtomicReferenceArray<>(predicateCount);
    bySecond = new AtomicReferenceArray<>(predicateCount);
  }

  /** A table for so many predicates with room for so many facts. */
  FactTable(int predicateCount, int room) {
    this(predicateCount);
    keys = new long[Math.max(keys.length, room)];
    while (room * 3L > places.length * 2L) {
      places = new int[places.length * 2];
    }
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

    private void trim() {
      if (size < values.length) {
        values = Arrays.copyOf(values, size);
      }
    }
  }

  int size() {
    return size;
  }

  /** How many individuals and values it can have. */
  int maxTerms() {
    return maxTerms;
  }

  int predicate(int fact) {
    return (int) (keys[fact] >>> 2 * termBits);
  }

  int first(int fact) {
    return (int) (keys[fact] >>> termBits) & maxTerms;
  }

  int second(int fact) {
    int last = (int) keys[fact] & maxTerms;
    return last == 0 ? Atom.NONE : last - 1;
  }

  /** The number of a fact, or -1. */
  int find(int predicate, int first, int second) {
    long key = key(predicate, first, second);
    return (places[place(key, hash(key))] & places.length - 1) - 1;
  }

  /** Adds a fact unless it is there. */
  boolean add(int predicate, int first, int second) {
    refuse(Math.max(first, second) + 1, maxTerms, "individuals and values");
    long key = key(predicate, first, second);
    long hash = hash(key);
    int place = place(key, hash);
    if (places[place] != 0) {
      return false;
    }
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, Math.max(1024, size * 2));
    }
    keys[size] = key;
    byPredicate[predicate].add(size);
    index(byFirst.getPlain(predicate), first);
    index(bySecond.getPlain(predicate), second);
    places[place] = ++size | tag(hash, places.length - 1);
    if (size * 3L > places.length * 2L) {
      grow();
    }
    return true;
  }

  // ---- open addressing from a key to the number of its fact, plus one, and a tag ----

  private static long hash(long key) {
    return key * MULTIPLIER;
  }

  /**
   * Bits of the hash, other than those that tell the place, where a number leaves room: most keys
   * that differ are told apart by them, so that the other key need not be fetched.
   */
  private static int tag(long hash, int mask) {
    return (int) hash & ~mask;
  }

  /** Where a key is, or the free place where it would be. */
  private int place(long key, long hash) {
    int mask = places.length - 1;
    int tag = tag(hash, mask);
    int place = (int) (hash >>> 32) & mask;
    int there = places[place];
    while (there != 0 && ((there & ~mask) != tag || keys[(there & mask) - 1] != key)) {
      place = (place + 1) & mask;
      there = places[place];
    }
    return place;
  }

  private void grow() {
    int length = places.length * 2;
    int mask = length - 1;
    places = new int[length];
    for (int fact = 0; fact < size; fact++) {
      long hash = hash(keys[fact]);
      int place = (int) (hash >>> 32) & mask;
      while (places[place] != 0) {
        place = (place + 1) & mask;
      }
      places[place] = fact + 1 | tag(hash, mask);
    }
  }

  /** Gives back what was kept for more facts. */
  void trim() {
    keys = Arrays.copyOf(keys, size);
    for (int predicate = 0; predicate < byPredicate.length; predicate++) {
      byPredicate[predicate].trim();
      trim(byFirst.get(predicate));
      trim(bySecond.get(predicate));
    }
  }

  private static void trim(Postings postings) {
    if (postings != null) {
      for (var list : postings.lists) {
        if (list != null) {
          list.trim();
        }
      }
    }
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
    return postings(byFirst, predicate, true).get(first);
  }

  Numbers withSecond(int predicate, int second) {
    return postings(bySecond, predicate, false).get(second);
  }

  /** The facts of a predicate with given terms, of which one may be left open, or both. */
  Numbers matching(int predicate, int first, int second) {
    return first >= 0
        ? withFirst(predicate, first)
        : second >= 0 ? withSecond(predicate, second) : of(predicate);
  }

  /** The number of an atom as a fact, with values for its variables, or -1. */
  int find(Atom atom, int[] bindings) {
    return find(
        atom.predicate(),
        Saturation.value(atom.first(), bindings),
        atom.unary() ? Atom.NONE : Saturation.value(atom.second(), bindings));
  }

  private Postings postings(AtomicReferenceArray<Postings> index, int predicate, boolean first) {
    var known = index.get(predicate);
    if (known != null) {
      return known;
    }
    synchronized (this) {
      if (index.get(predicate) == null) {
        var postings = new Postings();
        byPredicate[predicate].forEach(
            fact -> postings.add(first ? first(fact) : second(fact), fact));
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
      if (second(byPredicate[predicate].get(0)) != Atom.NONE) {
        withSecond(predicate, term)
            .forEach(
                fact -> {
                  if (first(fact) != term) {
                    numbers.add(fact);
                  }
                });
      }
    }
    return numbers.toArray();
  }

  /** A copy that grows by itself; the indexes of this one are not taken over. */
  FactTable copy(int predicateCount) {
    var copy = new FactTable(predicateCount, size);
    for (int fact = 0; fact < size; fact++) {
      copy.add(predicate(fact), first(fact), second(fact));
    }
    return copy;
  }

  private long key(int predicate, int first, int second) {
    long last = second == Atom.NONE ? 0 : second + 1L;
    return (((long) predicate << termBits) | first) << termBits | last;
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
