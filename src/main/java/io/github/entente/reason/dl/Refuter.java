// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason.dl;

import io.github.entente.model.Deadline;
import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.semanticweb.HermiT.Configuration;
import org.semanticweb.HermiT.Reasoner;
import org.semanticweb.HermiT.datatypes.MalformedLiteralException;
import org.semanticweb.HermiT.datatypes.UnsupportedDatatypeException;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.model.AxiomType;
import org.semanticweb.owlapi.model.IRI;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLEntity;
import org.semanticweb.owlapi.model.OWLNegativeDataPropertyAssertionAxiom;
import org.semanticweb.owlapi.model.OWLObjectCardinalityRestriction;
import org.semanticweb.owlapi.model.OWLOntologyCreationException;
import org.semanticweb.owlapi.reasoner.ReasonerInterruptedException;
import org.semanticweb.owlapi.reasoner.TimeOutException;
import org.semanticweb.owlapi.util.OWLObjectDuplicator;

/**
 * Decides whether axioms are consistent, each time with a new HermiT reasoner: of all that HermiT
 * says, this alone is to be trusted (its retrieval and its entailment check have known wrong
 * answers). A pool of threads runs as many reasoners at once as there are processors; one reasoner
 * is never used by two threads. Safe for use by many threads.
 */
public final class Refuter implements AutoCloseable {
  /** Deep tableaux recurse deeply. */
  private static final long STACK_BYTES = 256L << 20;

  private static final long IDLE_SECONDS = 10;
  private static final long INTERRUPT_EVERY_MILLIS = 20;
  private static final double MOST_ATOMS = 5e7;

  private final ExecutorService pool;

  /** What a consistency check found. */
  public enum Verdict {
    /** There is a model. */
    CONSISTENT,
    /** There is none. */
    INCONSISTENT,
    /** The deadline came first. */
    UNDECIDED
  }

  private Refuter(ExecutorService pool) {
    this.pool = pool;
  }

  /**
   * A pool with a thread for each processor; idle threads end. Loading HermiT's classes begins at
   * once, so that it goes on while documents are read.
   */
  public static Refuter create() {
    int threads = Runtime.getRuntime().availableProcessors();
    var pool =
        new ThreadPoolExecutor(
            threads,
            threads,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              var thread = new Thread(null, task, "entente-hermit", STACK_BYTES);
              thread.setDaemon(true);
              return thread;
            });
    pool.allowCoreThreadTimeOut(true);
    pool.execute(() -> begun(List.of(), new Running()));
    return new Refuter(pool);
  }

  /**
   * Whether the axioms are consistent.
   *
   * @throws EntenteException {@link ErrorCode#UNSUPPORTED_DATATYPE}, {@link ErrorCode#NOT_OWL_2_DL}
   */
  public Verdict check(Collection<? extends OWLAxiom> axioms, Deadline deadline) {
    return await(start(axioms), deadline);
  }

  /**
   * Whether axioms are such that HermiT may call them consistent although they are not: it sees no
   * value of a property that comes about by a chain in keys and DL-safe rules. What it calls
   * inconsistent is.
   */
  public static boolean overlooks(Collection<? extends OWLAxiom> axioms) {
    var named =
        axioms.stream()
            .filter(axiom -> axiom.isOfType(AxiomType.HAS_KEY, AxiomType.SWRL_RULE))
            .flatMap(OWLAxiom::objectPropertiesInSignature)
            .collect(Collectors.toSet());
    return !named.isEmpty() && Straightened.composed(axioms).stream().anyMatch(named::contains);
  }

  /** A check under way, to be waited for with {@link #await}. */
  public Check start(Collection<? extends OWLAxiom> axioms) {
    var running = new Running();
    return new Check(pool.submit(() -> begun(axioms, running)), running);
  }

  /**
   * A check under way.
   *
   * @param verdict what it will say
   * @param running its reasoner
   */
  public record Check(Future<Verdict> verdict, Running running) {}

  /** What a check works with, from when it begins until it ends. */
  public static final class Running {
    private Reasoner reasoner;
    private boolean busy;
    private boolean stopped;

    private synchronized void begin() {
      busy = true;
    }

    /** Takes the reasoner; says whether it is still wanted. */
    private synchronized boolean has(Reasoner made) {
      reasoner = made;
      return !stopped;
    }

    private synchronized void end() {
      busy = false;
      reasoner = null;
    }

    /** Interrupts the reasoner; says whether the check is still under way. */
    private synchronized boolean stop() {
      stopped = true;
      if (reasoner != null) {
        reasoner.interrupt();
      }
      return busy;
    }
  }

  /** Waits for a check; at the deadline it is interrupted and counts as undecided. */
  public Verdict await(Check check, Deadline deadline) {
    try {
      return deadline.millisLeft() == Long.MAX_VALUE
          ? check.verdict().get()
          : check.verdict().get(deadline.millisLeft(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      stop(check);
      return Verdict.UNDECIDED;
    } catch (InterruptedException e) {
      stop(check);
      Thread.currentThread().interrupt();
      return Verdict.UNDECIDED;
    } catch (ExecutionException e) {
      throw translated(e.getCause());
    }
  }

  /** HermiT loses an interrupt that comes before its task starts: it is repeated until it works. */
  private static void stop(Check check) {
    check.verdict().cancel(true);
    var thread =
        new Thread(
            () -> {
              // A reasoner that is still made of the axioms cannot be interrupted; then it is told.
              while (check.running().stop()) {
                try {
                  Thread.sleep(INTERRUPT_EVERY_MILLIS);
                } catch (InterruptedException e) {
                  return;
                }
              }
            },
            "entente-hermit-stop");
    thread.setDaemon(true);
    thread.start();
  }

  private static Verdict begun(Collection<? extends OWLAxiom> axioms, Running running) {
    running.begin();
    try {
      return decide(axioms, running);
    } finally {
      running.end();
    }
  }

  /**
   * About how many atoms HermiT makes of counts: for at most n values, one for each two of n + 1,
   * and all of them again for each of the n + 1 with which it may begin.
   */
  private static double atomsOfCounts(Collection<? extends OWLAxiom> axioms) {
    return axioms.stream()
        .flatMap(OWLAxiom::nestedClassExpressions)
        .filter(OWLObjectCardinalityRestriction.class::isInstance)
        .mapToDouble(e -> ((OWLObjectCardinalityRestriction) e).getCardinality())
        .map(n -> n * n * n / 2)
        .sum();
  }

  private static Verdict decide(Collection<? extends OWLAxiom> axioms, Running running) {
    if (atomsOfCounts(axioms) > MOST_ATOMS) {
      // It would use up the memory before it can be interrupted.
      return Verdict.UNDECIDED;
    }
    var understood = Nameless.of(Straightened.of(axioms.stream().map(Refuter::byValue).toList()));
    try {
      return consistent(understood, running);
    } catch (NullPointerException e) {
      // HermiT's normal form makes a union without operands of parts that are nothing, as in
      // Thing ≡ Nothing or in the union of ∃p.Nothing and its like.
      var simplified = understood.stream().flatMap(Simplified::of).toList();
      return consistent(withNamedExtremes(simplified), running);
    }
  }

  private static Verdict consistent(Collection<OWLAxiom> axioms, Running running) {
    try {
      var ontology = OWLManager.createOWLOntologyManager().createOntology(axioms);
      // Without an explicit configuration HermiT ignores unsupported datatypes.
      var reasoner = new Reasoner(new Configuration(), ontology);
      try {
        if (!running.has(reasoner)) {
          return Verdict.UNDECIDED;
        }
        return reasoner.isConsistent() ? Verdict.CONSISTENT : Verdict.INCONSISTENT;
      } finally {
        running.has(null);
        reasoner.dispose();
      }
    } catch (ReasonerInterruptedException | TimeOutException e) {
      return Verdict.UNDECIDED;
    } catch (OWLOntologyCreationException e) {
      throw new EntenteException(ErrorCode.INTERNAL, "OWL API: " + e.getMessage(), e);
    }
  }

  /** The axioms with new classes, defined to be as full and as empty, for Thing and Nothing. */
  private static List<OWLAxiom> withNamedExtremes(Collection<OWLAxiom> axioms) {
    var factory = OWLManager.getOWLDataFactory();
    var all = factory.getOWLClass(IRI.create("urn:x-entente:all"));
    var none = factory.getOWLClass(IRI.create("urn:x-entente:none"));
    var names =
        Map.<OWLEntity, IRI>of(
            factory.getOWLThing(), all.getIRI(), factory.getOWLNothing(), none.getIRI());
    var duplicator = new OWLObjectDuplicator(names, OWLManager.createOWLOntologyManager());
    var named = new ArrayList<OWLAxiom>();
    axioms.forEach(axiom -> named.add(duplicator.duplicateObject(axiom)));
    named.add(factory.getOWLSubClassOfAxiom(factory.getOWLThing(), all));
    named.add(factory.getOWLSubClassOfAxiom(none, all.getObjectComplementOf()));
    return named;
  }

  /**
   * The axiom in a form that HermiT understands. It compares the literal of a negative assertion by
   * its spelling (so that {@code 1} and {@code 01} differ), that of a class expression by its
   * value.
   */
  private static OWLAxiom byValue(OWLAxiom axiom) {
    if (axiom instanceof OWLNegativeDataPropertyAssertionAxiom negative) {
      var factory = OWLManager.getOWLDataFactory();
      var value = factory.getOWLDataHasValue(negative.getProperty(), negative.getObject());
      return factory.getOWLClassAssertionAxiom(
          value.getObjectComplementOf(), negative.getSubject());
    }
    return axiom;
  }

  private static RuntimeException translated(Throwable cause) {
    if (cause instanceof EntenteException known) {
      return known;
    }
    if (cause instanceof OutOfMemoryError exhausted) {
      throw exhausted;
    }
    if (cause instanceof UnsupportedDatatypeException) {
      return new EntenteException(
          ErrorCode.UNSUPPORTED_DATATYPE,
          "HermiT does not support a datatype that is used: "
              + firstLine(cause)
              + " Move such values to annotation properties, or use a datatype of the OWL 2 map.",
          cause);
    }
    if (cause instanceof NoClassDefFoundError) {
      return new EntenteException(
          ErrorCode.UNSUPPORTED_DATATYPE,
          "Values of rdf:XMLLiteral are not compared: the library that HermiT has for it is left"
              + " out. Move such values to annotation properties.",
          cause);
    }
    if (cause instanceof MalformedLiteralException) {
      return new EntenteException(
          ErrorCode.MALFORMED_LITERAL,
          "A literal is not in the lexical space of its datatype: " + firstLine(cause),
          cause);
    }
    if (cause instanceof IllegalArgumentException) {
      return new EntenteException(
          ErrorCode.NOT_OWL_2_DL,
          "HermiT refuses the axioms: " + firstLine(cause) + " Run './entente check' for the list.",
          cause);
    }
    if (cause instanceof OutOfMemoryError) {
      return new EntenteException(
          ErrorCode.LIMIT_REACHED,
          "the memory ran out while consistency was checked; ENTENTE_JAVA_OPTS=-Xmx8g gives more",
          cause);
    }
    if (cause instanceof StackOverflowError) {
      return new EntenteException(
          ErrorCode.INTERNAL,
          "The axioms nest too deeply for the reasoner's stack. Flatten the class expressions.",
          cause);
    }
    return new EntenteException(ErrorCode.INTERNAL, "HermiT failed: " + cause, cause);
  }

  private static String firstLine(Throwable cause) {
    return String.valueOf(cause.getMessage()).lines().findFirst().orElse("").strip();
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
