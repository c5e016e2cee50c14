// SPDX-License-Identifier: Apache-2.0
package io.github.entente.source;

import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Looks at a document before any parser does: that it is UTF-8, and that it cannot exhaust a
 * parser's stack or memory by nesting or by entities.
 */
final class Guard {
  /** How deep brackets, JSON values or XML elements may nest. */
  static final int MAX_DEPTH = 500;

  private static final int MAX_ENTITY_EXPANSIONS = 64_000;
  private static final int MAX_ENTITY_SIZE = 50_000_000;
  private static final Set<String> ENCODINGS = Set.of("UTF-8", "UTF8", "US-ASCII", "ASCII");

  private Guard() {}

  /** Refuses bytes that are not UTF-8; takes a byte order mark away. */
  static byte[] utf8(String location, byte[] bytes) {
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    var in = ByteBuffer.wrap(bytes);
    var out = CharBuffer.allocate(8192);
    while (true) {
      var result = decoder.decode(in, out.clear(), true);
      if (result.isError()) {
        throw notUtf8(location, bytes, in.position());
      }
      if (result.isUnderflow()) {
        break;
      }
    }
    boolean marked =
        bytes.length >= 3
            && bytes[0] == (byte) 0xEF
            && bytes[1] == (byte) 0xBB
            && bytes[2] == (byte) 0xBF;
    return marked ? Arrays.copyOfRange(bytes, 3, bytes.length) : bytes;
  }

  private static EntenteException notUtf8(String location, byte[] bytes, int offset) {
    int line = 1;
    for (int i = 0; i < offset; i++) {
      if (bytes[i] == '\n') {
        line++;
      }
    }
    return notUtf8(location, line, bytes[offset], offset);
  }

  static EntenteException notUtf8(String location, int line, byte wrong, long offset) {
    return new EntenteException(
        ErrorCode.NOT_UTF8,
        "%s:%d: the byte 0x%02X at offset %d is not UTF-8. Save the file in UTF-8."
            .formatted(location, line, wrong, offset));
  }

  /** Refuses a document of that syntax which nests too deep or, in XML, expands too far. */
  static void nesting(Syntax syntax, String location, byte[] bytes) {
    if (syntax.xml()) {
      xml(location, bytes);
    } else {
      new Nesting(syntax, location).take(bytes, 0, bytes.length);
    }
  }

  /** A reader that replaces entities of the document's own within limits, and no others. */
  static XMLStreamReader reader(byte[] bytes) throws XMLStreamException {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    factory.setProperty("jdk.xml.entityExpansionLimit", MAX_ENTITY_EXPANSIONS);
    factory.setProperty("jdk.xml.totalEntitySizeLimit", MAX_ENTITY_SIZE);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("the external entity " + systemId + " is refused");
        });
    return factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
  }

  private static void xml(String location, byte[] bytes) {
    try {
      var reader = reader(bytes);
      var encoding = reader.getCharacterEncodingScheme();
      if (encoding != null && !ENCODINGS.contains(encoding.toUpperCase(Locale.ROOT))) {
        throw new EntenteException(
            ErrorCode.NOT_UTF8,
            location + ":1: the XML declaration says " + encoding + ". Save the file in UTF-8.");
      }
      int depth = 0;
      while (reader.hasNext()) {
        int event = reader.next();
        if (event == XMLStreamConstants.START_ELEMENT && ++depth > MAX_DEPTH) {
          throw Nesting.tooDeep(location, reader.getLocation().getLineNumber());
        } else if (event == XMLStreamConstants.END_ELEMENT) {
          depth--;
        }
      }
      reader.close();
    } catch (XMLStreamException e) {
      throw malformedXml(location, e);
    }
  }

  static EntenteException malformedXml(String location, XMLStreamException e) {
    var place = e.getLocation();
    var where =
        place == null || place.getLineNumber() < 1
            ? location
            : location + ":" + place.getLineNumber() + ":" + place.getColumnNumber();
    var what = e.getMessage().replaceFirst("(?s)^ParseError at .*?\\nMessage: ", "").strip();
    return new EntenteException(
        ErrorCode.MALFORMED_FILE,
        where + ": " + what.replaceAll("[.\\s]+$", "") + ". Mend the XML there.",
        e);
  }
}
