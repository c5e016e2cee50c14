// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.entente.KnowledgeBase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The requests by curl in the endpoint's guide give what it shows; {@code …} is anything. */
class EndpointGuideTest {
  private static final String SHOWN = "http://127.0.0.1:3030";
  private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

  private static KnowledgeBase kb;
  private static Server server;

  @BeforeAll
  static void start() {
    kb = KnowledgeBase.bundled();
    server = Server.start(() -> kb, List.of(), Settings.defaults());
  }

  @AfterAll
  static void stop() {
    server.close();
    kb.close();
  }

  @TestFactory
  Stream<DynamicTest> everyRequestGivesWhatIsShown() throws IOException {
    var guide =
        Files.readString(
            Path.of(System.getProperty("entente.basedir", "."), "docs/guide/endpoint.md"));
    var blocks = Pattern.compile("```sh\\R(.*?)```", Pattern.DOTALL).matcher(guide).results();
    var tests = new ArrayList<DynamicTest>();
    blocks
        .flatMap(block -> Arrays.stream(block.group(1).split("(?m)^\\$ ")))
        .filter(session -> session.startsWith("curl "))
        .forEach(
            session -> {
              var parts = session.split("\\R", 2);
              tests.add(dynamicTest(parts[0], () -> assertGives(parts[0], parts[1].strip())));
            });
    assertThat(tests).hasSizeGreaterThan(3);
    return tests.stream();
  }

  private static void assertGives(String command, String shown) {
    String target = "";
    String form = "";
    var headers = new ArrayList<String>();
    boolean inside = false;
    var words =
        WORD.matcher(command)
            .results()
            .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
            .toList();
    for (int i = 1; i < words.size(); i++) {
      switch (words.get(i)) {
        case "-s" -> {}
        case "-i" -> inside = true;
        case "-H" -> headers.addAll(List.of(words.get(++i).split(": ", 2)));
        case "--data-urlencode" -> {
          var pair = words.get(++i).split("=", 2);
          form = pair[0] + "=" + Http.encoded(pair[1]);
        }
        default -> target = words.get(i).replace(SHOWN, "");
      }
    }
    var http = Http.to(server);
    var answer =
        form.isEmpty()
            ? http.get(target, headers.toArray(String[]::new))
            : http.post(
                target, "application/x-www-form-urlencoded", form, headers.toArray(String[]::new));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    var text = new StringBuilder();
    if (inside) {
      answer
          .headers()
          .map()
          .forEach(
              (name, values) ->
                  text.append(canonical(name)).append(": ").append(values.get(0)).append('\n'));
    }
    text.append(answer.body());
    var pattern =
        Arrays.stream(shown.split("…", -1)).map(Pattern::quote).reduce((a, b) -> a + "(?s:.*)" + b);
    assertThat(text.toString().replace("\r", "").strip()).matches(pattern.orElseThrow());
  }

  /** Names of headers come in small letters here. */
  private static String canonical(String name) {
    return Pattern.compile("(^|-)([a-z])")
        .matcher(name)
        .replaceAll(found -> found.group().toUpperCase(Locale.ROOT));
  }
}
