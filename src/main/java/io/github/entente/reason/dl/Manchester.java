// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason.dl;

import org.semanticweb.owlapi.manchestersyntax.renderer.ManchesterOWLSyntaxOWLObjectRendererImpl;
import org.semanticweb.owlapi.model.OWLObject;
import org.semanticweb.owlapi.util.SimpleShortFormProvider;

/** Axioms and expressions in Manchester syntax, on one line, with short names. */
public final class Manchester {
  private Manchester() {}

  /** The text of an axiom or expression. */
  public static String text(OWLObject object) {
    var renderer = new ManchesterOWLSyntaxOWLObjectRendererImpl();
    renderer.setShortFormProvider(new SimpleShortFormProvider());
    return renderer.render(object).replaceAll("\\s+", " ").strip();
  }
}
