// SPDX-License-Identifier: Apache-2.0
package io.github.entente.source;

import javax.xml.stream.XMLStreamReader;

/**
 * An XML file that was looked at as a whole, to be read.
 *
 * @param reader at its beginning; for one use
 * @param sha256 digest of its bytes, a byte order mark apart, in hexadecimal
 */
public record XmlFile(XMLStreamReader reader, String sha256) {}
