// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.http;

import io.github.entente.model.Guarantee;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the guarantees mean, each under an address of its own, to which results link. */
final class Guarantees implements Handler {
  static final String PATH = "/guarantee/";

  private static final Map<String, String> MEANINGS = new LinkedHashMap<>();

  static {
    put(
        new Guarantee(true, true, List.of()),
        "Each answer follows, and all that follow are there.");
    put(Guarantee.incomplete("-"), "Each answer follows; some that follow may be missing.");
    put(Guarantee.unsound("-"), "All that follow are there; some that are there may not follow.");
    put(
        Guarantee.incomplete("-").and(Guarantee.unsound("-")),
        "Some answers may not follow, and some that follow may be missing.");
  }

  private static void put(Guarantee guarantee, String meaning) {
    MEANINGS.put(PATH + slug(guarantee), guarantee.label() + ": " + meaning + "\n");
  }

  private static String slug(Guarantee guarantee) {
    return guarantee.label().replaceAll("[^a-z]+", "-");
  }

  static String link(Call call, Guarantee guarantee) {
    return call.base() + PATH + slug(guarantee);
  }

  @Override
  public Reply answer(Call call) {
    String meaning = MEANINGS.get(call.path());
    if (meaning == null) {
      throw new Refusal(404, "There is no such guarantee.");
    }
    return Reply.text(
        200, meaning + "The headers Entente-Guarantee and Entente-Reasons say why it is so.\n");
  }
}
