// SPDX-License-Identifier: Apache-2.0
package io.github.entente.source;

import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads one OASIS XML catalogue. */
final class CatalogueFile {
  private static final String NAMESPACE = "urn:oasis:names:tc:entity:xmlns:xml:catalog";

  private CatalogueFile() {}

  /** The local files by the IRIs that the {@code uri} entries give them. */
  static Map<String, Path> read(Path file) {
    var location = file.toString();
    var bytes = Guard.utf8(location, Documents.bytes(file));
    Guard.nesting(Syntax.CATALOGUE, location, bytes);
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    try {
      var reader = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
      return entries(reader, file);
    } catch (XMLStreamException e) {
      throw Guard.malformedXml(location, e);
    }
  }

  private static Map<String, Path> entries(XMLStreamReader reader, Path file)
      throws XMLStreamException {
    var entries = new LinkedHashMap<String, Path>();
    var bases = new ArrayDeque<URI>();
    bases.push(file.toAbsolutePath().normalize().toUri());
    while (reader.hasNext()) {
      int event = reader.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        var base = reader.getAttributeValue("http://www.w3.org/XML/1998/namespace", "base");
        bases.push(base == null ? bases.peek() : resolve(bases.peek(), base, reader, file));
        if (reader.getLocalName().equals("uri") && NAMESPACE.equals(reader.getNamespaceURI())) {
          var name = reader.getAttributeValue(null, "name");
          var uri = reader.getAttributeValue(null, "uri");
          if (name == null || uri == null) {
            throw malformed(file, reader, "a uri entry lacks its name or its uri");
          }
          var target = resolve(bases.peek(), uri, reader, file);
          if ("file".equals(target.getScheme())) {
            entries.putIfAbsent(name.strip(), path(target, reader, file));
          }
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        bases.pop();
      }
    }
    return entries;
  }

  private static URI resolve(URI base, String relative, XMLStreamReader reader, Path file) {
    try {
      return base.resolve(relative.strip().replace('\\', '/').replace(" ", "%20"));
    } catch (IllegalArgumentException e) {
      throw malformed(file, reader, "'" + relative + "' is no URI");
    }
  }

  private static Path path(URI target, XMLStreamReader reader, Path file) {
    try {
      return Path.of(target);
    } catch (IllegalArgumentException e) {
      throw malformed(file, reader, "'" + target + "' is no path of a file");
    }
  }

  private static EntenteException malformed(Path file, XMLStreamReader reader, String what) {
    return new EntenteException(
        ErrorCode.MALFORMED_FILE,
        "%s:%d: %s. Write entries as <uri name=\"https://example.org/ontology\" uri=\"file.ttl\"/>."
            .formatted(file, reader.getLocation().getLineNumber(), what));
  }
}
