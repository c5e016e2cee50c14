// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason.models;

import java.util.Arrays;

/** A list of ints that grows at its end and can be cut there. */
final class IntList {
  private int[] items = new int[16];
  private int size;

  int size() {
    return size;
  }

  int get(int index) {
    return items[index];
  }

  void add(int item) {
    if (size == items.length) {
      items = Arrays.copyOf(items, 2 * size);
    }
    items[size++] = item;
  }

  void cut(int length) {
    size = length;
  }
}
