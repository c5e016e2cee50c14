// SPDX-License-Identifier: Apache-2.0
package io.github.entente.certificate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * A finite binary relation between the elements of a model. Each element has a row: the sorted
 * elements that it is related to. Equal rows are kept once, so that an equivalence relation takes
 * as much room as its classes. Immutable; safe for use by many threads.
 */
public final class Relation {
  private static final int[] NONE = {};

  private final int[] rowOf;
  private final int[][] rows;
  private volatile Relation inverse;

  private Relation(int[] rowOf, int[][] rows) {
    this.rowOf = rowOf;
    this.rows = rows;
  }

  /** The relation with those rows, one for each element; they are sorted and without duplicates. */
  static Relation of(int[][] rowOfEach) {
    var seen = new IdentityHashMap<int[], Integer>();
    var numbers = new HashMap<Row, Integer>();
    var rows = new ArrayList<int[]>();
    var rowOf = new int[rowOfEach.length];
    for (int element = 0; element < rowOfEach.length; element++) {
      var row = rowOfEach[element] == null ? NONE : rowOfEach[element];
      var number = seen.get(row);
      if (number == null) {
        number = numbers.computeIfAbsent(new Row(row), r -> rows.size());
        if (number == rows.size()) {
          rows.add(row);
        }
        seen.put(row, number);
      }
      rowOf[element] = number;
    }
    return new Relation(rowOf, rows.toArray(int[][]::new));
  }

  /** The relation of each element to each. */
  static Relation universal(int size) {
    return new Relation(new int[size], new int[][] {IntStream.range(0, size).toArray()});
  }

  static Relation empty(int size) {
    return new Relation(new int[size], new int[][] {NONE});
  }

  /** A row as a key: equal where its elements are. */
  private record Row(int[] elements) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Row row && Arrays.equals(elements, row.elements);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(elements);
    }
  }

  /** Number of elements. */
  int elements() {
    return rowOf.length;
  }

  /** Number of pairs. */
  public long size() {
    return Arrays.stream(rowOf).mapToLong(row -> rows[row].length).sum();
  }

  /** The elements that one is related to, sorted; the caller leaves the array as it is. */
  int[] row(int element) {
    return rows[rowOf[element]];
  }

  /** The elements that one is related to, ascending. */
  public IntStream from(int element) {
    return Arrays.stream(row(element));
  }

  /** Whether one element is related to another. */
  public boolean contains(int one, int other) {
    return Arrays.binarySearch(row(one), other) >= 0;
  }

  /** The different rows. */
  int[][] rows() {
    return rows;
  }

  /** The number of an element's row among the different rows. */
  int rowNumber(int element) {
    return rowOf[element];
  }

  /** The elements whose row is as wanted; each different row is looked at once. */
  BitSet where(Predicate<int[]> wanted) {
    var accepted = new BitSet();
    for (int row = 0; row < rows.length; row++) {
      accepted.set(row, wanted.test(rows[row]));
    }
    var result = new BitSet(rowOf.length);
    for (int element = 0; element < rowOf.length; element++) {
      result.set(element, accepted.get(rowOf[element]));
    }
    return result;
  }

  /** The relation the other way round. */
  Relation inverse() {
    if (inverse == null) {
      var members = members();
      var counts = new int[rowOf.length];
      var rowsWith = new int[rowOf.length];
      var back = new int[rowOf.length][];
      Arrays.fill(back, NONE);
      for (int row = 0; row < rows.length; row++) {
        for (int target : rows[row]) {
          counts[target] += members[row].length;
          rowsWith[target]++;
          back[target] = members[row]; // shared, as long as no other row has the target
        }
      }
      var filled = new int[rowOf.length];
      for (int element = 0; element < rowOf.length; element++) {
        for (int target : row(element)) {
          if (rowsWith[target] > 1) {
            if (filled[target] == 0) {
              back[target] = new int[counts[target]];
            }
            back[target][filled[target]++] = element;
          }
        }
      }
      inverse = of(back);
    }
    return inverse;
  }

  /** The elements that have each row, ascending. */
  private int[][] members() {
    var counts = new int[rows.length];
    for (int row : rowOf) {
      counts[row]++;
    }
    var members = new int[rows.length][];
    Arrays.setAll(members, row -> new int[counts[row]]);
    var filled = new int[rows.length];
    for (int element = 0; element < rowOf.length; element++) {
      int row = rowOf[element];
      members[row][filled[row]++] = element;
    }
    return members;
  }

  /** Whether each pair of this is one of the other. */
  boolean within(Relation other) {
    var known = new HashMap<Long, Boolean>();
    for (int element = 0; element < rowOf.length; element++) {
      long pair = (long) rowOf[element] << 32 | other.rowOf[element];
      var row = rows[rowOf[element]];
      var wider = other.rows[other.rowOf[element]];
      if (!known.computeIfAbsent(pair, p -> subset(row, wider))) {
        return false;
      }
    }
    return true;
  }

  /** Whether this and the other have no pair in common. */
  boolean disjoint(Relation other) {
    for (int element = 0; element < rowOf.length; element++) {
      var one = row(element);
      for (int target : one) {
        if (other.contains(element, target)) {
          return false;
        }
      }
    }
    return true;
  }

  /** The pairs that this and then the other lead to. */
  Relation then(Relation next) {
    var images = new int[rows.length][];
    for (int row = 0; row < rows.length; row++) {
      var met = new BitSet(next.rows.length);
      var image = new BitSet(rowOf.length);
      for (int middle : rows[row]) {
        int number = next.rowOf[middle];
        if (!met.get(number)) {
          met.set(number);
          for (int target : next.rows[number]) {
            image.set(target);
          }
        }
      }
      images[row] = image.stream().toArray();
    }
    var all = new int[rowOf.length][];
    for (int element = 0; element < all.length; element++) {
      all[element] = images[rowOf[element]];
    }
    return of(all);
  }

  private static boolean subset(int[] small, int[] large) {
    if (small == large) {
      return true;
    }
    int at = 0;
    for (int element : small) {
      while (at < large.length && large[at] < element) {
        at++;
      }
      if (at == large.length || large[at] != element) {
        return false;
      }
    }
    return true;
  }

  /** Rows under construction: pairs in any order, with repetitions. */
  static final class Pairs {
    private long[] pairs = new long[16];
    private int count;
    private final Map<Integer, int[]> whole = new HashMap<>();

    void add(int from, int to) {
      if (count == pairs.length) {
        pairs = Arrays.copyOf(pairs, count * 2);
      }
      pairs[count++] = (long) from << 32 | to;
    }

    /** Gives an element a row of its own, which must be sorted and without duplicates. */
    void row(int from, int[] row) {
      whole.put(from, row);
    }

    Relation relation(int size) {
      var paired = new BitSet(size);
      for (int i = 0; i < count; i++) {
        paired.set((int) (pairs[i] >>> 32));
      }
      whole.forEach(
          (from, row) -> {
            if (paired.get(from)) {
              Arrays.stream(row).forEach(to -> add(from, to));
            }
          });
      Arrays.sort(pairs, 0, count);
      var rows = new int[size][];
      whole.forEach((from, row) -> rows[from] = row);
      int at = 0;
      while (at < count) {
        int from = (int) (pairs[at] >>> 32);
        int end = at;
        while (end < count && (int) (pairs[end] >>> 32) == from) {
          end++;
        }
        rows[from] =
            Arrays.stream(pairs, at, end).mapToInt(pair -> (int) pair).distinct().toArray();
        at = end;
      }
      return of(rows);
    }
  }
}
