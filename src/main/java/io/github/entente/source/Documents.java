// SPDX-License-Identifier: Apache-2.0
package io.github.entente.source;

import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import io.github.entente.model.SourceDocument;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamException;

/**
 * Reads documents strictly: what is not UTF-8, not well-formed, or holds a literal outside its
 * datatype is refused with file, line and column. Nothing is ever fetched from a network.
 *
 * <p>The syntax is told by the ending: {@code .ttl}, {@code .trig}, {@code .nt}, {@code .nq},
 * {@code .rdf}, {@code .jsonld}, {@code .owx}, {@code .ofn}, {@code .omn}; in {@code .owl} and
 * {@code .xml} by the content. Each may be packed ({@code .gz}). Blank nodes of two documents are
 * never the same.
 */
public final class Documents {
  private Documents() {}

  /**
   * One file, or all files with a known ending in a folder and the folders in it, ordered by path;
   * hidden files and folders, catalogues and XML that is no ontology are passed over. A file's
   * graph name and base IRI is the {@code file:} IRI of its absolute path.
   *
   * @throws EntenteException {@link ErrorCode#FILE_NOT_FOUND}, {@link ErrorCode#UNKNOWN_SYNTAX},
   *     {@link ErrorCode#NOT_UTF8}, {@link ErrorCode#MALFORMED_FILE}, {@link
   *     ErrorCode#MALFORMED_LITERAL}
   */
  public static List<SourceDocument> read(Path fileOrFolder, ForeignSyntax foreign) {
    return read(fileOrFolder, foreign, Reading.Listener.NONE);
  }

  /**
   * The same, telling how far it has come with files of Turtle, TriG, N-Triples and N-Quads, which
   * are read as they come.
   */
  public static List<SourceDocument> read(
      Path fileOrFolder, ForeignSyntax foreign, Reading.Listener listener) {
    if (Files.isDirectory(fileOrFolder)) {
      return readFolder(fileOrFolder, foreign, listener);
    }
    refuseAbsent(fileOrFolder);
    if (!Syntax.known(fileOrFolder.toString())) {
      throw new EntenteException(
          ErrorCode.UNKNOWN_SYNTAX,
          fileOrFolder
              + ": its name does not tell its syntax. Rename it so that it ends in one of: "
              + Syntax.EXTENSIONS
              + ".");
    }
    return List.of(readFile(fileOrFolder, foreign, listener));
  }

  /**
   * One document that is already in memory. A location without a known ending, such as that of the
   * standard input, leaves the syntax to be told by the content: XML, JSON-LD, functional,
   * Manchester, else TriG, of which Turtle and N-Triples are parts.
   *
   * @param graphName IRI of its graph, and base IRI
   * @param location where it comes from, for messages
   * @throws EntenteException {@link ErrorCode#UNKNOWN_SYNTAX}, {@link ErrorCode#NOT_UTF8}, {@link
   *     ErrorCode#MALFORMED_FILE}, {@link ErrorCode#MALFORMED_LITERAL}
   */
  public static SourceDocument read(
      String graphName, String location, byte[] bytes, ForeignSyntax foreign) {
    return DocumentReader.read(graphName, location, bytes, foreign);
  }

  /**
   * The documents, and those that they import, and so on: from the documents themselves and the
   * catalogue only. The catalogues beside the imported files count too.
   *
   * @throws EntenteException {@link ErrorCode#IMPORT_NOT_FOUND}, and what reading a file throws
   */
  public static List<SourceDocument> withImports(
      List<SourceDocument> documents, Catalogue catalogue, ForeignSyntax foreign) {
    return Imports.follow(documents, catalogue, foreign);
  }

  /**
   * An XML file that is no document of data: well-formed, in UTF-8, and within the limits of depth
   * and of entities, of which none is external.
   *
   * @throws EntenteException {@link ErrorCode#FILE_NOT_FOUND}, {@link ErrorCode#NOT_UTF8}, {@link
   *     ErrorCode#MALFORMED_FILE}
   */
  public static XmlFile xml(Path file) {
    refuseAbsent(file);
    var bytes = Guard.utf8(file.toString(), bytes(file));
    Guard.nesting(Syntax.RDF_XML, file.toString(), bytes);
    try {
      return new XmlFile(Guard.reader(bytes), Digests.sha256(bytes));
    } catch (XMLStreamException e) {
      throw Guard.malformedXml(file.toString(), e);
    }
  }

  private static void refuseAbsent(Path fileOrFolder) {
    if (!Files.exists(fileOrFolder)) {
      throw new EntenteException(
          ErrorCode.FILE_NOT_FOUND,
          "There is no file or folder '"
              + fileOrFolder
              + "'. Give the path of an existing one; relative paths start in "
              + Path.of("").toAbsolutePath()
              + ".");
    }
  }

  /** The IRIs by which others import a document: of its ontologies, their versions, its graph. */
  public static Set<String> names(SourceDocument document) {
    return Imports.names(document);
  }

  static SourceDocument readFile(Path file, ForeignSyntax foreign) {
    return readFile(file, foreign, Reading.Listener.NONE);
  }

  private static SourceDocument readFile(
      Path file, ForeignSyntax foreign, Reading.Listener listener) {
    var streamed = Syntax.streamed(file.toString());
    if (streamed.isPresent()) {
      return new StreamedFile(graphName(file), file, listener).read(streamed.get());
    }
    return DocumentReader.read(graphName(file), file.toString(), bytes(file), foreign);
  }

  static String graphName(Path file) {
    return file.toAbsolutePath().normalize().toUri().toString();
  }

  static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  static EntenteException unreadable(Path file, IOException e) {
    return new EntenteException(
        ErrorCode.FILE_NOT_FOUND,
        file + " cannot be read (" + e + "). Check that it is there and that you may read it.",
        e);
  }

  private static List<SourceDocument> readFolder(
      Path folder, ForeignSyntax foreign, Reading.Listener listener) {
    var documents = new ArrayList<SourceDocument>();
    for (var file : files(folder)) {
      if (isDocument(file)) {
        documents.add(readFile(file, foreign, listener));
      }
    }
    if (documents.isEmpty()) {
      throw new EntenteException(
          ErrorCode.FILE_NOT_FOUND,
          "The folder '"
              + folder
              + "' holds no file of a known syntax. Give a folder with files that end in one of: "
              + Syntax.EXTENSIONS
              + ".");
    }
    return List.copyOf(documents);
  }

  private static boolean isDocument(Path file) {
    if (!Syntax.sniffedByName(file.toString())) {
      return true;
    }
    var name = file.toString();
    var syntax = Syntax.of(name, DocumentReader.unpacked(name, bytes(file)));
    return syntax != Syntax.CATALOGUE && syntax != Syntax.OTHER_XML;
  }

  private static List<Path> files(Path folder) {
    var files = new ArrayList<Path>();
    var visitor =
        new SimpleFileVisitor<Path>() {
          @Override
          public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
            boolean skip = !path.equals(folder) && hidden(path);
            return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
            if (attributes.isRegularFile() && !hidden(path) && Syntax.known(path.toString())) {
              files.add(path);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path path, IOException e) throws IOException {
            if (e instanceof FileSystemLoopException) {
              return FileVisitResult.CONTINUE; // a link to a folder that is being read anyhow
            }
            throw unreadable(path, e);
          }
        };
    try {
      Files.walkFileTree(
          folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, visitor);
    } catch (IOException e) {
      throw unreadable(folder, e);
    }
    files.sort(Comparator.comparing(path -> folder.relativize(path).toString().replace('\\', '/')));
    return files;
  }

  private static boolean hidden(Path path) {
    return path.getFileName() != null && path.getFileName().toString().startsWith(".");
  }
}
