// SPDX-License-Identifier: Apache-2.0
package io.github.entente.model;

/** The kinds of errors; each constant has a heading of the same name in {@code docs/errors.md}. */
public enum ErrorCode {
  /** A file or folder that was named does not exist or cannot be read. */
  FILE_NOT_FOUND(Blame.INPUT),
  /** A file's name ends in nothing that tells its syntax. */
  UNKNOWN_SYNTAX(Blame.INPUT),
  /** A file is not well-formed in its syntax. */
  MALFORMED_FILE(Blame.INPUT),
  /** A file holds bytes that are not UTF-8. */
  NOT_UTF8(Blame.INPUT),
  /** A document imports an ontology that is in no local catalogue; nothing is fetched. */
  IMPORT_NOT_FOUND(Blame.INPUT),
  /** A literal's lexical form is not in the lexical space of its datatype. */
  MALFORMED_LITERAL(Blame.INPUT),
  /** What is to be reasoned over is outside the OWL 2 DL profile. */
  NOT_OWL_2_DL(Blame.INPUT),
  /** A literal or data range uses a datatype that the reasoner does not support. */
  UNSUPPORTED_DATATYPE(Blame.INPUT),
  /** A triple has no place in the OWL 2 mapping, or lost its logical meaning there. */
  LOST_TRIPLE(Blame.INPUT),
  /** Two temporal marks of one fact contradict each other, or a mark is no date. */
  BAD_INTERVAL(Blame.INPUT),
  /** A table that is to be imported has rows or columns that cannot be taken. */
  BAD_TABLE(Blame.INPUT),
  /** An update would leave data that do not fit the shapes, or contradict the ontology. */
  REFUSED_UPDATE(Blame.INPUT),
  /** A claim that a policy accepts cannot be taken into the world. */
  REFUSED_CLAIM(Blame.INPUT),
  /** A rule is not in RIF Core, is not safe, or cannot be applied under the regime. */
  REFUSED_RULE(Blame.INPUT),
  /** A file is no unaltered copy of a source text, or a passage does not fit its text. */
  WRONG_TEXT(Blame.INPUT),
  /** A certificate does not prove what it says, or is not one. */
  BAD_CERTIFICATE(Blame.INPUT),
  /** An as-of day is not a date. */
  BAD_DATE(Blame.USAGE),
  /** No named question has that name. */
  UNKNOWN_QUESTION(Blame.USAGE),
  /** A query uses a prefix that it does not declare. */
  UNKNOWN_PREFIX(Blame.USAGE),
  /** A query is not well-formed SPARQL. */
  BAD_QUERY(Blame.USAGE),
  /** A query asks for something that is refused or not supported under its regime. */
  REFUSED_QUERY(Blame.USAGE),
  /** No passage of a source text has that name. */
  UNKNOWN_PASSAGE(Blame.USAGE),
  /** No entailment regime has that name. */
  UNKNOWN_REGIME(Blame.USAGE),
  /** An option's value, or a combination of options, has no meaning. */
  BAD_OPTION(Blame.USAGE),
  /** The knowledge base contradicts itself, where only answers will do. */
  INCONSISTENT(Blame.INPUT),
  /** A limit was reached, where only answers will do. */
  LIMIT_REACHED(Blame.USAGE),
  /** The output cannot be written. */
  NOT_WRITABLE(Blame.INPUT),
  /** A defect of Entente itself or of a library under it. */
  INTERNAL(Blame.ENTENTE);

  /** Where the remedy lies. */
  public enum Blame {
    /** In the files that were given. */
    INPUT,
    /** In how it was called. */
    USAGE,
    /** In Entente. */
    ENTENTE
  }

  private final Blame blame;

  ErrorCode(Blame blame) {
    this.blame = blame;
  }

  /** Where the remedy lies. */
  public Blame blame() {
    return blame;
  }
}
