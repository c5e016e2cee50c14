// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.http;

import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.jena.atlas.json.JsonBuilder;

/**
 * What went wrong, as a client is told: never an inside, always what to do.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>
 */
record Problem(int status, String code, String message, Map<String, String> headers) {
  private static final String PROTOCOL = "HTTP";
  private static final int BAD_REQUEST = 400;
  private static final int CONFLICT = 409;
  private static final int FAILED = 500;
  private static final int UNAVAILABLE = 503;

  static Problem of(Throwable thrown) {
    if (thrown instanceof Refusal refusal) {
      return new Problem(refusal.status(), PROTOCOL, refusal.getMessage(), refusal.headers());
    } else if (thrown instanceof EntenteException e) {
      return new Problem(status(e.code()), e.code().name(), e.getMessage().strip(), Map.of());
    } else if (thrown instanceof StackOverflowError) {
      return new Problem(
          BAD_REQUEST,
          ErrorCode.REFUSED_QUERY.name(),
          "The request nests too deeply to be answered.",
          Map.of());
    } else if (thrown instanceof OutOfMemoryError) {
      return new Problem(
          UNAVAILABLE,
          ErrorCode.LIMIT_REACHED.name(),
          "There is not enough memory to answer that.",
          Map.of());
    }
    return new Problem(
        FAILED,
        ErrorCode.INTERNAL.name(),
        "This is a defect of Entente or of a library under it; the server's log says more.",
        Map.of());
  }

  private static int status(ErrorCode code) {
    return switch (code) {
      case LIMIT_REACHED -> UNAVAILABLE;
      case REFUSED_UPDATE -> CONFLICT;
      // As SPARQL 1.1 Protocol, 2.1.7, has it for a query that is refused.
      case INCONSISTENT -> FAILED;
      default -> code.blame() == ErrorCode.Blame.ENTENTE ? FAILED : BAD_REQUEST;
    };
  }

  Reply reply(boolean json) {
    var reply = json ? asJson() : Reply.text(status, code + ": " + message + "\n");
    for (var header : headers.entrySet()) {
      reply = reply.with(header.getKey(), header.getValue());
    }
    return reply.with("Entente-Error", code).with("Link", "<" + help() + ">; rel=\"help\"");
  }

  /** Where it is explained: refusals by the protocol have no heading of their own. */
  private String help() {
    return code.equals(PROTOCOL) ? ErrorsPage.PATH : ErrorsPage.address(code);
  }

  private Reply asJson() {
    var body =
        new JsonBuilder()
            .startObject()
            .pair("title", code)
            .pair("status", status)
            .pair("detail", message)
            .pair("help", help())
            .finishObject()
            .build();
    return Reply.of(
        status, "application/problem+json", body.toString().getBytes(StandardCharsets.UTF_8));
  }
}
