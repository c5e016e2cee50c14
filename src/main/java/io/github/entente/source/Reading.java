// SPDX-License-Identifier: Apache-2.0
package io.github.entente.source;

/**
 * How far the reading of a file has come.
 *
 * @param location the file
 * @param read bytes of it that were read, as they stand in the file
 * @param size bytes of the file
 * @param triples how many triples were found
 */
public record Reading(String location, long read, long size, long triples) {
  /** Is told from time to time how far a file has come, by the thread that reads it. */
  @FunctionalInterface
  public interface Listener {
    /** For those who do not want to know. */
    Listener NONE = reading -> {};

    /** Takes note. What it throws ends the reading. */
    void at(Reading reading);
  }
}
