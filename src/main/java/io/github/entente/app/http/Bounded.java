// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.http;

import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import java.io.ByteArrayOutputStream;

/** Bytes up to a bound: a result that grows beyond it is none. */
final class Bounded extends ByteArrayOutputStream {
  private final int most;

  Bounded(int most) {
    this.most = most;
  }

  @Override
  public synchronized void write(int b) {
    check(1);
    super.write(b);
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) {
    check(length);
    super.write(bytes, offset, length);
  }

  private void check(int more) {
    if (count + (long) more > most) {
      throw new EntenteException(
          ErrorCode.LIMIT_REACHED,
          "The result is larger than "
              + most
              + " bytes, the most that is sent. Ask for less, with LIMIT and OFFSET.");
    }
  }
}
