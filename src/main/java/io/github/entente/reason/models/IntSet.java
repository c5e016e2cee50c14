// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason.models;

import java.util.Arrays;
import java.util.function.IntConsumer;

/** A set of small ints: a list while it has few, bits from then on. Not safe for many threads. */
final class IntSet {
  static final IntSet EMPTY = new IntSet();
  private static final int FEW = 12;

  private int[] list = {};
  private long[] bits;
  private int size;

  int size() {
    return size;
  }

  boolean contains(int value) {
    if (bits != null) {
      int word = value >> 6;
      return word < bits.length && (bits[word] & 1L << value) != 0;
    }
    for (int i = 0; i < size; i++) {
      if (list[i] == value) {
        return true;
      }
    }
    return false;
  }

  boolean add(int value) {
    if (contains(value)) {
      return false;
    }
    if (bits == null && size == FEW) {
      var few = list;
      list = null;
      bits = new long[(value >> 6) + 1];
      for (int one : few) {
        set(one);
      }
    }
    if (bits != null) {
      set(value);
    } else {
      if (size == list.length) {
        list = Arrays.copyOf(list, size == 0 ? 2 : Math.min(FEW, 2 * size));
      }
      list[size] = value;
    }
    size++;
    return true;
  }

  private void set(int value) {
    int word = value >> 6;
    if (word >= bits.length) {
      bits = Arrays.copyOf(bits, Math.max(word + 1, bits.length + (bits.length >> 2)));
    }
    bits[word] |= 1L << value;
  }

  boolean remove(int value) {
    if (!contains(value)) {
      return false;
    }
    size--;
    if (bits != null) {
      bits[value >> 6] &= ~(1L << value);
      return true;
    }
    for (int i = 0; i <= size; i++) {
      if (list[i] == value) {
        list[i] = list[size];
        break;
      }
    }
    return true;
  }

  /** Members; those added meanwhile may be left out. */
  void forEach(IntConsumer action) {
    if (bits == null) {
      if (size == 1) {
        action.accept(list[0]);
        return;
      }
      for (int one : Arrays.copyOf(list, size)) {
        action.accept(one);
      }
      return;
    }
    for (int word = 0; word < bits.length; word++) {
      for (long left = bits[word]; left != 0; left &= left - 1) {
        action.accept((word << 6) + Long.numberOfTrailingZeros(left));
      }
    }
  }

  /** Members that another set lacks; those added meanwhile may be left out. */
  void forEachNotIn(IntSet other, IntConsumer action) {
    if (bits == null || other.bits == null) {
      forEach(
          one -> {
            if (!other.contains(one)) {
              action.accept(one);
            }
          });
      return;
    }
    for (int word = 0; word < bits.length; word++) {
      long left = word < other.bits.length ? bits[word] & ~other.bits[word] : bits[word];
      for (; left != 0; left &= left - 1) {
        action.accept((word << 6) + Long.numberOfTrailingZeros(left));
      }
    }
  }

  int[] toArray() {
    if (bits == null) {
      return Arrays.copyOf(list, size);
    }
    int[] all = new int[size];
    int[] at = {0};
    forEach(one -> all[at[0]++] = one);
    return all;
  }
}
