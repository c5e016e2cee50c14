// SPDX-License-Identifier: Apache-2.0
package io.github.entente;

import io.github.entente.certificate.Certificate;
import io.github.entente.certificate.Verifier;
import io.github.entente.check.CheckReport;
import io.github.entente.check.CheckReport.Finding;
import io.github.entente.check.Checks;
import io.github.entente.check.FullCheck;
import io.github.entente.check.FullReport;
import io.github.entente.check.Hygiene;
import io.github.entente.check.ImportedTable;
import io.github.entente.check.Section;
import io.github.entente.check.Shapes;
import io.github.entente.explain.Explainer;
import io.github.entente.explain.Explanation;
import io.github.entente.explain.Leaf;
import io.github.entente.explain.Phrase;
import io.github.entente.explain.WhyNot;
import io.github.entente.explain.Words;
import io.github.entente.model.Deadline;
import io.github.entente.model.Engine;
import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import io.github.entente.model.Near;
import io.github.entente.model.Outcome;
import io.github.entente.model.PartialDate;
import io.github.entente.model.Policy;
import io.github.entente.model.Regime;
import io.github.entente.model.Snapshot;
import io.github.entente.model.SourceDocument;
import io.github.entente.model.TemporalProfile;
import io.github.entente.model.Viewpoint;
import io.github.entente.overlap.Overlaps;
import io.github.entente.query.Answers;
import io.github.entente.query.Certifier;
import io.github.entente.query.Evaluation;
import io.github.entente.query.Labels;
import io.github.entente.query.Queries;
import io.github.entente.query.Question;
import io.github.entente.query.Row;
import io.github.entente.query.Worlds;
import io.github.entente.reason.Axioms;
import io.github.entente.reason.Entailments;
import io.github.entente.reason.dl.OwlSyntaxes;
import io.github.entente.reason.dl.Refuter;
import io.github.entente.reason.rdf.Materialisation;
import io.github.entente.source.Bundled;
import io.github.entente.source.Corpus;
import io.github.entente.source.Documents;
import io.github.entente.source.Passage;
import io.github.entente.source.Repair;
import io.github.entente.source.TableImport;
import io.github.entente.source.Texts;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.compose.Union;
import org.apache.jena.query.Query;
import org.apache.jena.shared.PrefixMapping;

/**
 * An ontology with its data, ready to be asked: the one door for programs that embed Entente.
 *
 * <pre>{@code
 * try (var kb = KnowledgeBase.bundled()) {
 *   var answers = kb.ask("overlapping-frameworks").asOf("2024-04-04").run();
 *   answers.print(System.out);
 * }
 * }</pre>
 *
 * <p>Immutable and safe for use by many threads. What follows from the world of a day is computed
 * when it is first asked for and kept; closing ends the reasoner's threads.
 */
public final class KnowledgeBase implements AutoCloseable {
  /** The graph of facts that are in no file: what an update adds without naming a graph. */
  public static final String OWN_GRAPH = "https://w3id.org/entente/graph/own";

  private static final int WORLDS_KEPT = 64;
  private static final Duration EXPLAINING = Duration.ofSeconds(30);

  private final Corpus corpus;
  private final Map<String, Question> questions;
  private final Map<String, String> analyses;
  private final Optional<LocalDate> defaultDay;
  private final PrefixMapping prefixes;
  private final List<SourceDocument> shapes;
  private final List<Repair.Declaration> repairs;
  private final Rules rules;
  private final Refuter refuter;
  private final Worlds worlds = new Days();
  private final Map<String, Outcome<Entailments>> kept = new ConcurrentHashMap<>();

  /** What followed in the knowledge base that this one is a change of, from a viewpoint. */
  private final Map<Viewpoint, Entailments> earlier = new ConcurrentHashMap<>();

  private final Map<String, Outcome<Materialisation>> materialised = new ConcurrentHashMap<>();

  KnowledgeBase(
      Corpus corpus,
      Map<String, Question> questions,
      Map<String, String> analyses,
      Optional<LocalDate> defaultDay,
      PrefixMapping prefixes,
      List<SourceDocument> shapes,
      List<Repair.Declaration> repairs,
      Rules rules,
      Refuter refuter) {
    this.corpus = corpus;
    this.questions = questions;
    this.analyses = analyses;
    this.defaultDay = defaultDay;
    this.prefixes = prefixes;
    this.shapes = shapes;
    this.repairs = repairs;
    this.rules = rules;
    this.refuter = refuter;
  }

  /** The ontology of alliances and commitments, its data and its questions. */
  public static KnowledgeBase bundled() {
    return builder().withBundled().build();
  }

  /**
   * One's own ontology and data, in any syntax of RDF or OWL; a folder stands for the files in it.
   *
   * @throws EntenteException when a file is missing, malformed or imports what is not there
   */
  public static KnowledgeBase of(Path... filesOrFolders) {
    var builder = builder();
    for (var path : filesOrFolders) {
      builder.data(path);
    }
    return builder.build();
  }

  /** A knowledge base put together step by step. */
  public static KnowledgeBaseBuilder builder() {
    return new KnowledgeBaseBuilder();
  }

  /**
   * Asks a named question.
   *
   * @throws EntenteException {@link ErrorCode#UNKNOWN_QUESTION}
   */
  public Ask ask(String name) {
    var question = questions.get(name);
    if (question == null) {
      throw new EntenteException(
          ErrorCode.UNKNOWN_QUESTION,
          "There is no question '"
              + name
              + "'."
              + Near.names(name, questions.keySet())
                  .map(near -> " Did you mean " + near + "?")
                  .orElse("")
              + " 'entente questions' lists them.");
    }
    var query = Queries.parse("question " + name, question.text(), prefixes);
    return new Ask(this, query, Optional.of(question));
  }

  /**
   * Asks a SPARQL query. The prefixes that the loaded documents declare need no declaration.
   *
   * @throws EntenteException {@link ErrorCode#BAD_QUERY}, {@link ErrorCode#UNKNOWN_PREFIX}
   */
  public Ask query(String sparql) {
    return query("query", sparql);
  }

  /**
   * Asks a SPARQL query that stands somewhere.
   *
   * @param location where, for messages: a file's name
   * @throws EntenteException as {@link #query(String)}
   */
  public Ask query(String location, String sparql) {
    return new Ask(this, Queries.parse(location, sparql, prefixes), Optional.empty());
  }

  /** The named questions, in the order of their numbers. */
  public List<Question> questions() {
    return questions.values().stream().sorted(Comparator.comparing(Question::id)).toList();
  }

  /** The day that is meant where none is given; empty when the data have no filter by time then. */
  public Optional<LocalDate> defaultDay() {
    return defaultDay;
  }

  /** The runs of days on which the same facts are in force, in order. */
  public List<Snapshot.Epoch> epochs() {
    return corpus.epochs();
  }

  /** The files that were read. */
  public List<SourceDocument> documents() {
    return corpus.documents();
  }

  /** The declarations that {@link KnowledgeBaseBuilder#repair} added; none without it. */
  public List<Repair.Declaration> repairs() {
    return repairs;
  }

  /** The graphs of the files that were read, and of the contents of claims, by name. */
  public Map<String, Graph> graphs() {
    return corpus.storedGraphs();
  }

  /**
   * This one with other graphs in place of its own. Facts in the graph of a file stay facts; a name
   * that is new here stands for the content of a claim, as a named graph in a file does, except
   * {@link #OWN_GRAPH}. Closing either closes both.
   *
   * @param graphs all of them, by name; nothing changes them afterwards
   */
  public KnowledgeBase with(Map<String, Graph> graphs) {
    var changed = over(corpus.withGraphs(graphs, OWN_GRAPH));
    changed.earlier.putAll(earlier);
    for (var outcome : kept.values()) {
      if (outcome instanceof Outcome.Answered<Entailments> answered) {
        changed.earlier.put(world(answered.value().snapshot()), answered.value());
      }
    }
    return changed;
  }

  /** This one with another corpus. */
  private KnowledgeBase over(Corpus other) {
    return new KnowledgeBase(
        other, questions, analyses, defaultDay, prefixes, shapes, repairs, rules, refuter);
  }

  /** The viewpoint of a snapshot; what follows there does not depend on the engine. */
  private static Viewpoint world(Snapshot snapshot) {
    return snapshot.view().engine(Engine.HYBRID);
  }

  /**
   * What is wrong here and was not before: the shapes, profile, consistency and satisfiability, on
   * the default day and on all days together.
   *
   * @param reasoned whether anything but the shapes is looked at
   * @return nothing when all is well
   * @throws EntenteException {@link ErrorCode#LIMIT_REACHED}
   */
  public List<String> defectsSince(KnowledgeBase before, boolean reasoned, Duration timeout) {
    var deadline = Deadline.after(timeout);
    var views =
        reasoned
            ? Stream.of(Viewpoint.ALL_DAYS, Viewpoint.on(defaultDay)).distinct().toList()
            : List.<Viewpoint>of();
    var rules =
        Shapes.of(
            Stream.concat(analyses.isEmpty() ? Stream.of() : Bundled.shapes().stream(), ownShapes())
                .toList());
    return CheckReport.beyond(
        () -> before.defects(rules, views, deadline), defects(rules, views, deadline));
  }

  private List<Finding> defects(Shapes rules, List<Viewpoint> views, Deadline deadline) {
    var findings = new ArrayList<>(rules.run(corpus.documents(), deadline).findings());
    for (var view : views) {
      findings.addAll(
          Checks.run(
                  corpus.snapshot(view),
                  corpus.documents(),
                  () -> worlds.entailments(view, deadline),
                  deadline)
              .findings());
    }
    return findings;
  }

  /** The policies by which claims can be accepted. */
  public List<Policy> policies() {
    return corpus.policies();
  }

  /**
   * The source texts in which statements are anchored, with one's own copies of some of them.
   *
   * @throws EntenteException {@link ErrorCode#WRONG_TEXT} when a file is no unaltered copy of a
   *     text
   */
  public Texts texts(Path... copies) {
    return Texts.of(corpus.documents(), List.of(copies));
  }

  /**
   * A passage of a source text by its id, such as {@code A2.1.s1}, its CURIE or its IRI.
   *
   * @throws EntenteException {@link ErrorCode#UNKNOWN_PASSAGE}
   */
  public Passage passage(String name) {
    String iri = expanded(name);
    var passages = texts().passages();
    return passages.stream()
        .filter(passage -> passage.id().equals(name) || passage.name().toString().equals(iri))
        .findFirst()
        .orElseThrow(
            () ->
                new EntenteException(
                    ErrorCode.UNKNOWN_PASSAGE,
                    "There is no passage '"
                        + name
                        + "'. "
                        + passages.stream()
                            .findFirst()
                            .map(p -> "Give a passage's id or IRI, such as " + p.id() + ".")
                            .orElse("The data describe none.")));
  }

  /** The facts in force on a day, and what is reasoned over beside them. */
  public Snapshot snapshot(Optional<LocalDate> day) {
    return corpus.snapshot(Viewpoint.on(day));
  }

  /** The facts that a viewpoint takes in, and what is reasoned over beside them. */
  public Snapshot snapshot(Viewpoint view) {
    return corpus.snapshot(view);
  }

  /** What follows from the facts in force on a day; as with a viewpoint. */
  public Outcome<Entailments> entailments(Optional<LocalDate> day, Duration timeout) {
    return entailments(Viewpoint.on(day), timeout);
  }

  /**
   * What follows from the facts that a viewpoint takes in.
   *
   * @throws EntenteException when they are outside OWL 2 DL or use what the reasoner does not
   *     support
   */
  public Outcome<Entailments> entailments(Viewpoint view, Duration timeout) {
    return worlds.entailments(view, Deadline.after(timeout));
  }

  /** Names of terms for people, as of a day. */
  public Labels labels(Optional<LocalDate> day) {
    return Labels.of(corpus.snapshot(day).asserted(), prefixes);
  }

  /** Checks profile, consistency and satisfiability of the world from a viewpoint. */
  public CheckReport check(Viewpoint view, Duration timeout) {
    var deadline = Deadline.after(timeout);
    return Checks.run(
        corpus.snapshot(view),
        corpus.documents(),
        () -> worlds.entailments(view, deadline),
        deadline);
  }

  /**
   * Checks profile, consistency and satisfiability of the world from a viewpoint; applies the
   * bundled shapes, one's own and the hygiene queries to all that was read; and asks every named
   * question.
   *
   * @param begins is told each part as it begins
   */
  public FullReport checkAll(Viewpoint view, Duration timeout, Consumer<Section.Part> begins) {
    return new FullCheck(
            corpus.snapshot(view),
            corpus.documents(),
            deadline -> worlds.entailments(view, deadline),
            () -> Shapes.of(Stream.concat(Bundled.shapes().stream(), ownShapes()).toList()),
            () -> Hygiene.of(Bundled.hygiene()),
            questions(),
            (question, deadline) ->
                ask(question.name()).timeout(Duration.ofMillis(deadline.millisLeft())).outcome())
        .run(Deadline.after(timeout), begins);
  }

  /**
   * The facts that a table of memberships states, as Turtle: comma-separated, with a header that
   * names the columns framework, party, status, from, until, source, and optionally verification
   * and note. Names and codes are those that this knowledge base gives its terms. The facts are
   * checked beside all that it holds; nothing is added to it.
   *
   * @param location where the table comes from, for messages
   * @param namespace beginning of the memberships' IRIs; ends in / or #
   * @throws EntenteException {@link ErrorCode#BAD_TABLE} with all that is wrong, by line and
   *     column; {@link ErrorCode#NOT_UTF8}; {@link ErrorCode#LIMIT_REACHED}; {@link
   *     ErrorCode#REFUSED_QUERY} when the ontology of alliances is not loaded
   */
  public ImportedTable importTable(
      String location, byte[] csv, String namespace, Duration timeout) {
    if (analyses.isEmpty()) {
      throw new EntenteException(
          ErrorCode.REFUSED_QUERY,
          "Tables are read in the terms of the ontology of alliances, which is not loaded. Add it"
              + " with withBundled().");
    }
    var deadline = Deadline.after(timeout);
    var facts = TableImport.of(corpus.documents(), Bundled.imports(), location, csv, namespace);
    return ImportedTable.checked(
        facts,
        corpus,
        Shapes.of(Bundled.shapes()),
        snapshot -> Entailments.of(snapshot, refuter, deadline),
        deadline);
  }

  /** One's own shapes, save those that are the bundled ones. */
  private Stream<SourceDocument> ownShapes() {
    var bundled = Bundled.shapes().stream().map(SourceDocument::sha256).toList();
    return shapes.stream().filter(document -> !bundled.contains(document.sha256()));
  }

  /**
   * All that follows and can be written with names alone, for stores that do not reason: types,
   * values of properties, equalities, the hierarchy of classes.
   *
   * @param engine by what means
   * @throws EntenteException {@link ErrorCode#INCONSISTENT}, {@link ErrorCode#LIMIT_REACHED} when
   *     the time limit came before anything could be told, and those of reading
   */
  public Entailments.Inferred inferred(Viewpoint view, Engine engine, Duration timeout) {
    var deadline = Deadline.after(timeout);
    var all = value(worlds.entailments(view.engine(engine), deadline)).inferred(deadline);
    return new Entailments.Inferred(rules.facts(all.triples()), all.guarantee());
  }

  private static <A> A value(Outcome<A> outcome) {
    if (outcome instanceof Outcome.Answered<A> answered) {
      return answered.value();
    } else if (outcome instanceof Outcome.Inconsistent<A> inconsistent) {
      throw new EntenteException(
          ErrorCode.INCONSISTENT,
          "The knowledge base contradicts itself:\n  "
              + String.join("\n  ", inconsistent.conflict()));
    }
    throw new EntenteException(ErrorCode.LIMIT_REACHED, ((Outcome.LimitReached<A>) outcome).what());
  }

  /**
   * How frameworks overlap, from a viewpoint.
   *
   * @throws EntenteException {@link ErrorCode#REFUSED_QUERY} when the ontology of alliances is not
   *     loaded; and as {@link Ask#run}
   */
  public Overlaps overlaps(Viewpoint view, Duration timeout) {
    return Overlaps.of(analysis("seats", view, timeout), analysis("parts", view, timeout));
  }

  private Answers analysis(String name, Viewpoint view, Duration timeout) {
    String text = analyses.get(name);
    if (text == null) {
      throw new EntenteException(
          ErrorCode.REFUSED_QUERY,
          "Overlaps are told by the ontology of alliances, which is not loaded. Add it with"
              + " '--with-bundled'.");
    }
    return query(text).timeout(timeout).from(view).run();
  }

  /**
   * Why a row is among answers: the smallest justification found first, each statement in it with
   * its source. For the answer to an ASK query, the row without terms.
   *
   * @param answers answers of this knowledge base
   */
  public Explanation explain(Answers answers, Row row) {
    return explain(answers, row, Explainer.Wish.FIRST, EXPLAINING);
  }

  /**
   * Why a row is among answers.
   *
   * @param answers answers of this knowledge base
   * @param timeout how long it may take; then the explanation says what is missing in it
   */
  public Explanation explain(Answers answers, Row row, Explainer.Wish wish, Duration timeout) {
    return explainer(wish, timeout).row(answers, row);
  }

  /**
   * The statement that a text makes: subject, predicate and object by prefixed names, IRIs in angle
   * brackets or labels; as object also a literal in quotation marks.
   *
   * @throws EntenteException {@link ErrorCode#BAD_OPTION} when it makes none, or several
   */
  public Triple statement(String text, Viewpoint view) {
    return phrase(view).statement(text);
  }

  private Phrase phrase(Viewpoint view) {
    return new Phrase(corpus.snapshot(view).asserted(), labels(view.day()));
  }

  /**
   * Why a statement follows, from a viewpoint; empty where it does not.
   *
   * @throws EntenteException as {@link Ask#run}
   */
  public Optional<Explanation> why(
      Triple statement, Viewpoint view, Explainer.Wish wish, Duration timeout) {
    var answers = holds(statement, view, timeout);
    return answers.truth()
        ? Optional.of(
            explainer(wish, timeout)
                .row(answers, new Row(Map.of()), new Words(labels(view.day())).triple(statement)))
        : Optional.empty();
  }

  /**
   * Why a statement does not follow, from a viewpoint: what contradicts it, or what is missing. It
   * is also looked for on other days, among unverified facts and under each acceptance policy.
   *
   * @throws EntenteException as {@link Ask#run}
   */
  public WhyNot whyNot(Triple statement, Viewpoint view, Duration timeout) {
    var why = why(statement, view, Explainer.Wish.FIRST, timeout);
    if (why.isPresent()) {
      return WhyNot.follows(why.get());
    }
    var deadline = Deadline.after(timeout);
    var others = new LinkedHashMap<String, Viewpoint>();
    view.day().ifPresent(day -> others.put("on another day", view.day(Optional.empty())));
    others.put("with unverified facts", view.unverified(true));
    policies()
        .forEach(
            policy ->
                others.put(
                    "with claims accepted by the policy '" + policy.label() + "'",
                    view.policy(Optional.of(policy.iri()))));
    others.values().removeIf(view::equals);
    var worldsThere = new LinkedHashMap<String, Entailments>();
    others.forEach(
        (condition, other) -> {
          if (!deadline.passed()
              && worlds.entailments(other, deadline)
                  instanceof Outcome.Answered<Entailments> answered) {
            worldsThere.put(condition, answered.value());
          }
        });
    var world = ((Outcome.Answered<Entailments>) entailments(view, timeout)).value();
    return explainer(Explainer.Wish.FIRST, timeout).whyNot(world, statement, worldsThere);
  }

  /** The statements of an explanation that the world from a viewpoint does not have. */
  public List<Leaf> absent(Explanation explanation, Viewpoint view) {
    return Explainer.absent(explanation, rules.beside(corpus.snapshot(view)));
  }

  /** This knowledge base with further files; closing either closes both. */
  public KnowledgeBase assuming(List<Path> files) {
    var more = corpus;
    for (var file : files) {
      for (var document : Documents.read(file, OwlSyntaxes::read)) {
        more = more.with(document);
      }
    }
    return over(more);
  }

  private Answers holds(Triple statement, Viewpoint view, Duration timeout) {
    return query("ASK { ?subject ?predicate ?object }")
        .bind("subject", statement.getSubject())
        .bind("predicate", statement.getPredicate())
        .bind("object", statement.getObject())
        .from(view)
        .timeout(timeout)
        .run();
  }

  /**
   * Why a class can have no instance; empty where it can, or where it was not found in time.
   *
   * @param name prefixed name, IRI in angle brackets or label of the class
   * @throws EntenteException as {@link #statement}, and {@link ErrorCode#INCONSISTENT}
   */
  public Optional<Explanation> whyUnsatisfiable(
      String name, Viewpoint view, Explainer.Wish wish, Duration timeout) {
    var outcome = entailments(view, timeout);
    if (outcome instanceof Outcome.Answered<Entailments> answered) {
      return explainer(wish, timeout).unsatisfiable(answered.value(), phrase(view).term(name));
    } else if (outcome instanceof Outcome.Inconsistent<Entailments>) {
      throw new EntenteException(
          ErrorCode.INCONSISTENT,
          "The knowledge base contradicts itself, so that no class can have an instance. Use 'entente"
              + " why --inconsistent'.");
    }
    throw new EntenteException(
        ErrorCode.LIMIT_REACHED, ((Outcome.LimitReached<Entailments>) outcome).what());
  }

  /**
   * Why the world from a viewpoint contradicts itself; empty where it does not.
   *
   * @throws EntenteException {@link ErrorCode#LIMIT_REACHED}
   */
  public Optional<Explanation> whyInconsistent(
      Viewpoint view, Explainer.Wish wish, Duration timeout) {
    var outcome = entailments(view, timeout);
    if (outcome instanceof Outcome.Inconsistent<Entailments>) {
      return explainer(wish, timeout).inconsistent(rules.axiomsIn(corpus.snapshot(view)));
    } else if (outcome instanceof Outcome.LimitReached<Entailments> limit) {
      throw new EntenteException(ErrorCode.LIMIT_REACHED, limit.what());
    }
    return Optional.empty();
  }

  private Explainer explainer(Explainer.Wish wish, Duration timeout) {
    return new Explainer(worlds, refuter, corpus.origins(), wish, Deadline.after(timeout));
  }

  /** A CURIE written out, where its prefix is known; any other text as it is. */
  public String expanded(String curie) {
    return prefixes.expandPrefix(curie);
  }

  /** The prefixes that the loaded documents declare. */
  public PrefixMapping prefixes() {
    return prefixes;
  }

  /**
   * Checks a certificate against the data, without a reasoner: the data are read, selected as the
   * certificate's viewpoint says, and translated to axioms; the rest is the checker's.
   *
   * @throws EntenteException {@link ErrorCode#BAD_CERTIFICATE} saying what is wrong and where
   */
  public Verifier.Verdict verify(Certificate certificate) {
    var snapshot = rules.axiomsIn(corpus.snapshot(certificate.asked().view()));
    return Verifier.verify(
        certificate,
        new Verifier.Data(
            snapshot.digest(),
            Axioms.of(snapshot),
            new Union(snapshot.asserted(), snapshot.generated()),
            corpus.storedGraphs()));
  }

  Worlds worlds() {
    return worlds;
  }

  @Override
  public void close() {
    refuter.close();
  }

  /** Which question is asked under what; see {@link Ask}. */
  private final class Days implements Worlds {
    @Override
    public Snapshot snapshot(Viewpoint view) {
      return rules.beside(corpus.snapshot(view));
    }

    @Override
    public Outcome<Entailments> entailments(Viewpoint view, Deadline deadline) {
      var snapshot = rules.axiomsIn(corpus.snapshot(view));
      var outcome = once(kept, snapshot.digest(), () -> entailments(snapshot, deadline));
      return outcome instanceof Outcome.Answered<Entailments> answered
          ? answered.value().by(view.engine(), deadline)
          : outcome;
    }

    private Outcome<Entailments> entailments(Snapshot snapshot, Deadline deadline) {
      var before = Optional.ofNullable(earlier.get(world(snapshot)));
      var outcome = Entailments.of(snapshot, before, refuter, deadline);
      earlier.remove(world(snapshot));
      return outcome;
    }

    @Override
    public Outcome<Materialisation> materialised(Viewpoint view, Regime regime, Deadline deadline) {
      var snapshot = corpus.snapshot(view);
      return once(
          materialised,
          regime.label() + " " + snapshot.digest(),
          () -> {
            var graph = new Union(snapshot.asserted(), snapshot.generated());
            return regime == Regime.RIF
                ? Materialisation.of(graph, rules.ruleset(), deadline)
                : Materialisation.of(graph, regime, deadline);
          });
    }

    private static <T> Outcome<T> once(
        Map<String, Outcome<T>> kept, String key, Supplier<Outcome<T>> work) {
      var known = kept.get(key);
      if (known != null) {
        return known;
      }
      synchronized (kept) {
        known = kept.get(key);
        if (known != null) {
          return known;
        }
        var outcome = work.get();
        if (!(outcome instanceof Outcome.LimitReached)) {
          if (kept.size() >= WORLDS_KEPT) {
            kept.clear();
          }
          kept.put(key, outcome);
        }
        return outcome;
      }
    }

    @Override
    public Map<String, Graph> stored() {
      return corpus.storedGraphs();
    }

    @Override
    public TemporalProfile profile() {
      return corpus.profile();
    }

    @Override
    public Labels labels() {
      return KnowledgeBase.this.labels(Optional.empty());
    }
  }

  /**
   * A question with what it is asked under; each method changes it and gives it back. For use by
   * one thread.
   */
  public static final class Ask {
    private static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(2);

    private final KnowledgeBase kb;
    private final Query query;
    private final Optional<Question> question;
    private final Map<String, Node> bindings = new ConcurrentHashMap<>();
    private Viewpoint view;
    private Regime regime;
    private Duration timeout = DEFAULT_TIMEOUT;
    private int most = Integer.MAX_VALUE;

    private Ask(KnowledgeBase kb, Query query, Optional<Question> question) {
      this.kb = kb;
      this.query = query;
      this.question = question;
      this.view =
          Viewpoint.on(kb.defaultDay().map(d -> question.flatMap(Question::asOf).orElse(d)));
      this.regime = question.map(Question::regime).orElse(Regime.OWL_DIRECT);
    }

    /**
     * The day to look at: {@code 2024-04-04}, or {@code 2024-04} or {@code 2024} for the last day
     * of that month or year.
     *
     * @throws EntenteException {@link ErrorCode#BAD_DATE}
     */
    public Ask asOf(String date) {
      return asOf(PartialDate.asOf(date));
    }

    /** The day to look at. */
    public Ask asOf(LocalDate date) {
      return from(view.day(Optional.of(date)));
    }

    /** From where to look at the world, the day among it. */
    public Ask from(Viewpoint viewpoint) {
      view = viewpoint;
      return this;
    }

    /** From where the world is looked at. */
    public Viewpoint view() {
      return view;
    }

    /** What counts as following. */
    public Ask regime(Regime wanted) {
      regime = wanted;
      return this;
    }

    /** By what means it is found what follows. */
    public Ask engine(Engine wanted) {
      return from(view.engine(wanted));
    }

    /** How long it may take; two minutes unless said otherwise. */
    public Ask timeout(Duration limit) {
      timeout = limit;
      return this;
    }

    /** How many rows, or triples, a result may have; one with more ends as a limit reached. */
    public Ask most(int rows) {
      most = rows;
      return this;
    }

    /**
     * The dataset to ask, in place of the one that the query names: as FROM and FROM NAMED would.
     */
    public Ask dataset(List<String> defaults, List<String> named) {
      query.getGraphURIs().clear();
      query.getNamedGraphURIs().clear();
      defaults.forEach(query::addGraphURI);
      named.forEach(query::addNamedGraphURI);
      return this;
    }

    /** Binds a variable, named without question mark, to a term. */
    public Ask bind(String variable, Node term) {
      bindings.put(variable, term);
      return this;
    }

    /**
     * Asks.
     *
     * @throws EntenteException {@link ErrorCode#REFUSED_QUERY}, or when the world of the day cannot
     *     be reasoned over
     */
    public Outcome<Answers> outcome() {
      return Asking.run(
          kb, query, question, view, regime, parameters(), Deadline.after(timeout), most);
    }

    private Map<String, Node> parameters() {
      var all = new HashMap<>(bindings);
      view.day().ifPresent(d -> all.putIfAbsent(Asking.DAY, Asking.date(d)));
      return all;
    }

    /**
     * Asks, and certifies the answer: a derivation of each fact behind a row, and models in which
     * nothing else is true, both checked. What could not be certified, the verdict says.
     *
     * @throws EntenteException {@link ErrorCode#REFUSED_QUERY} where a certificate cannot speak of
     *     the query or the data, and as {@link #run}
     */
    public Certifier.Certified certify() {
      var answers = run();
      var world = ((Outcome.Answered<Entailments>) kb.entailments(view, timeout)).value();
      return Certifier.certify(
          Evaluation.bound(query, parameters()),
          answers,
          world,
          kb.corpus.storedGraphs(),
          Deadline.after(timeout));
    }

    /**
     * Asks, where only answers will do.
     *
     * @throws EntenteException {@link ErrorCode#INCONSISTENT} and {@link ErrorCode#LIMIT_REACHED}
     *     as well as those of {@link #outcome}
     */
    public Answers run() {
      return value(outcome());
    }
  }
}
