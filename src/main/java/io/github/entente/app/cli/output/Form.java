// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli.output;

import io.github.entente.explain.Drawing;
import io.github.entente.explain.Explanation;
import io.github.entente.explain.HtmlForm;
import io.github.entente.explain.JsonForm;
import io.github.entente.explain.TextForm;
import io.github.entente.explain.TurtleForm;
import io.github.entente.source.Texts;
import java.util.Locale;

/** How explanations are written. */
public enum Form {
  /** For reading. */
  TEXT,
  /** Markdown. */
  MD,
  /** JSON. */
  JSON,
  /** PROV-O in Turtle. */
  TTL,
  /** One page with a picture. */
  HTML,
  /** A graph in the language DOT. */
  DOT,
  /** A tree as a picture. */
  SVG,
  /** The passages it ends at, as Web Annotations in JSON-LD. */
  OA;

  /** An explanation in this form; ends with a line break. */
  public String of(Explanation explanation, Texts texts) {
    String written =
        switch (this) {
          case TEXT -> TextForm.of(explanation, texts);
          case MD -> TextForm.markdown(explanation, texts);
          case JSON -> JsonForm.of(explanation, texts);
          case TTL -> TurtleForm.of(explanation);
          case HTML -> HtmlForm.of(explanation, texts);
          case DOT -> Drawing.dot(explanation);
          case SVG -> Drawing.svg(explanation);
          case OA -> JsonForm.annotations(explanation);
        };
    return written.endsWith("\n") ? written : written + System.lineSeparator();
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
