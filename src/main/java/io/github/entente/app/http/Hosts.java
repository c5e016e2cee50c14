// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.http;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Names by which a machine reaches itself.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6761#section-6.3">RFC 6761, 6.3</a>
 */
final class Hosts {
  private static final Pattern LOOPBACK =
      Pattern.compile(
          "(.+\\.)?localhost\\.?|127(\\.\\d{1,3}){3}|\\[?(::1|(0{1,4}:){7}0{0,3}1)\\]?");

  private Hosts() {}

  /** Whether a name, without port, can lead nowhere else. */
  static boolean loopback(String name) {
    return LOOPBACK.matcher(name.toLowerCase(Locale.ROOT)).matches();
  }
}
