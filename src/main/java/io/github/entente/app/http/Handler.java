// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.http;

/**
 * Answers the calls of one path. Called by many threads at once. What it throws is told to the
 * client by the {@link Front}.
 */
@FunctionalInterface
public interface Handler {
  /** The reply to a call. */
  Reply answer(Call call);
}
