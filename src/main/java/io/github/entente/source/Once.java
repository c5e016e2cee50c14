// SPDX-License-Identifier: Apache-2.0
package io.github.entente.source;

import java.util.function.Supplier;

/** A value that the first who asks computes while the others wait; a failure is not kept. */
final class Once<T> {
  private T value;

  synchronized T get(Supplier<T> computation) {
    if (value == null) {
      value = computation.get();
    }
    return value;
  }
}
