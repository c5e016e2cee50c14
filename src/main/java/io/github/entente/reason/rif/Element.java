// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason.rif;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An element of a document in RIF's namespace.
 *
 * @param where file and line
 */
record Element(
    String name,
    Map<String, String> attributes,
    List<Element> children,
    StringBuilder text,
    String where) {
  private static final String NAMESPACE = "http://www.w3.org/2007/rif#";

  /** Reads a document, which is known to be well-formed and not too deep, and gives its root. */
  static Element read(String location, XMLStreamReader reader) {
    var open = new ArrayDeque<Element>();
    try {
      while (reader.hasNext()) {
        int event = reader.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          var element = started(reader, location);
          if (!open.isEmpty()) {
            open.peek().children().add(element);
          }
          open.push(element);
        } else if (event == XMLStreamConstants.END_ELEMENT && open.size() > 1) {
          open.pop();
        } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
          open.peek().text().append(reader.getText());
        }
      }
    } catch (XMLStreamException e) {
      throw new IllegalStateException(location + " is not well-formed", e);
    }
    return open.getLast();
  }

  private static Element started(XMLStreamReader reader, String location) {
    String where = location + ":" + reader.getLocation().getLineNumber();
    if (!NAMESPACE.equals(reader.getNamespaceURI())) {
      throw Refusal.of(
          where,
          "the element '" + reader.getLocalName() + "' is not in the namespace " + NAMESPACE,
          "Give a document of RIF Core in its XML syntax, whose root element is <Document xmlns=\""
              + NAMESPACE
              + "\">.");
    }
    var attributes = new HashMap<String, String>();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
    }
    return new Element(
        reader.getLocalName(), attributes, new ArrayList<>(), new StringBuilder(), where);
  }

  /** The children of a name. */
  List<Element> all(String child) {
    return children.stream().filter(c -> c.name().equals(child)).toList();
  }

  Optional<Element> optional(String child) {
    return all(child).stream().findFirst();
  }

  /** The only child of a name. */
  Element one(String child) {
    if (all(child).size() != 1) {
      throw Refusal.of(
          where,
          name + " has " + all(child).size() + " elements '" + child + "' in place of one",
          "Write one, as the XML syntax of RIF Core wants.");
    }
    return all(child).get(0);
  }

  /** The only element within, beside identifiers and annotations. */
  Element content() {
    var within = contents();
    if (within.size() != 1) {
      throw Refusal.of(
          where,
          name + " has " + within.size() + " elements in it in place of one",
          "Write one, as the XML syntax of RIF Core wants.");
    }
    return within.get(0);
  }

  /** The elements within, beside identifiers and annotations, which have no meaning here. */
  List<Element> contents() {
    return children.stream()
        .filter(c -> !c.name().equals("id") && !c.name().equals("meta"))
        .toList();
  }

  /** The elements within, all of which must have one of these names. */
  List<Element> only(String... names) {
    var allowed = List.of(names);
    for (var child : contents()) {
      if (!allowed.contains(child.name())) {
        throw Refusal.of(
            child.where(),
            "'" + child.name() + "' within '" + name + "' is not in RIF Core",
            "Write with what RIF Core has there: " + String.join(", ", names) + ".");
      }
    }
    return contents();
  }
}
