// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason.models;

/** Something that no model is looked for with; nothing is said then, so it ends in this package. */
final class Unsupported extends RuntimeException {
  private static final long serialVersionUID = 1;

  Unsupported(String what) {
    super(what, null, false, false);
  }
}
