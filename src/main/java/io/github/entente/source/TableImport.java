// SPDX-License-Identifier: Apache-2.0
package io.github.entente.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import io.github.entente.model.PartialDate;
import io.github.entente.model.SourceDocument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.shared.impl.PrefixMappingImpl;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.vocabulary.RDF;

/**
 * Makes facts of the rows of a table, as the queries of a mapping say. Which columns there are,
 * what their texts stand for and what the facts look like is for the queries to say; here it is
 * seen to that every cell has a meaning, and that all that is wrong is told at once.
 */
public final class TableImport {
  private static final Node FILE = NodeFactory.createURI("");
  private static final String GRAPH = "urn:x-entente:table";

  /** A row of which every cell has a meaning. */
  private record Fact(int line, Map<String, Node> values, Spans.Span span) {}

  private final List<SourceDocument> documents;
  private final Mapping mapping;
  private final Graph all = DocumentReader.newGraph();
  private final DatasetGraph data;
  private final PrefixMapping prefixes = new PrefixMappingImpl();
  private final Map<String, Lexicon> lexicons = new HashMap<>();
  private final Problems problems;
  private final String location;

  private TableImport(List<SourceDocument> documents, Mapping mapping, String location) {
    this.documents = documents;
    this.mapping = mapping;
    this.location = location;
    this.problems = new Problems(location);
    for (var document : documents) {
      GraphUtil.addInto(all, document.graph());
      prefixes.setNsPrefixes(document.graph().getPrefixMapping());
    }
    this.data = DatasetGraphFactory.wrap(all);
    mapping
        .terms()
        .forEach((column, query) -> lexicons.put(column, Lexicon.of(query, data, prefixes)));
  }

  /**
   * The facts that a table states.
   *
   * @param documents what is known
   * @param queries of the mapping, by name
   * @param location where the table comes from, for messages
   * @param csv its bytes
   * @param namespace beginning of the IRIs of the facts
   * @throws EntenteException {@link ErrorCode#BAD_TABLE} with all that is wrong, {@link
   *     ErrorCode#NOT_UTF8}
   */
  public static TableFacts of(
      List<SourceDocument> documents,
      Map<String, String> queries,
      String location,
      byte[] csv,
      String namespace) {
    var mapping = Mapping.parse(queries);
    var run = new TableImport(documents, mapping, location);
    var facts = run.facts(CsvTable.read(location, csv, mapping, run.problems));
    run.contradictions(facts);
    if (!run.problems.none()) {
      throw run.problems.exception();
    }
    return run.written(facts, namespace);
  }

  private List<Fact> facts(CsvTable table) {
    var facts = new ArrayList<Fact>();
    for (var line : table.lines()) {
      var values = new TreeMap<String, Node>();
      var days = new HashMap<String, PartialDate>();
      boolean whole = true;
      for (int i = 0; i < table.header().size(); i++) {
        whole &= cell(line, i, table.header().get(i), values, days);
      }
      if (whole) {
        var first = days.get(mapping.days().get(0));
        var last = Optional.ofNullable(days.get(mapping.days().get(1)));
        var fact =
            new Fact(line.number(), values, new Spans.Span("line " + line.number(), first, last));
        if (fact.span().isReversed()) {
          int column = table.header().indexOf(mapping.days().get(1));
          problems.cell(
              line.number(),
              column + 1,
              mapping.days().get(1),
              "the last day lies before the first. Correct one of them; both are inclusive.");
        } else {
          facts.add(fact);
        }
      }
    }
    return facts;
  }

  /** Takes in what a cell means; whether it means something. */
  private boolean cell(
      CsvTable.Line line,
      int index,
      String column,
      Map<String, Node> values,
      Map<String, PartialDate> days) {
    var text = line.cells().get(index);
    var wrong = new ArrayList<String>();
    if (text.isEmpty()) {
      if (!mapping.blank().contains(column)) {
        wrong.add("the cell is blank. Fill it in.");
      }
    } else if (mapping.days().contains(column)) {
      // XML Schema 1.0, which RDF tools still check by, has no year 0.
      var day = PartialDate.parse(text).filter(date -> date.first().getYear() > 0);
      day.ifPresent(date -> days.put(column, date));
      values.put(column, NodeFactory.createLiteralDT(text, datatype(text)));
      if (day.isEmpty()) {
        wrong.add(
            "'" + text + "' is no day. Write 2024-04-04, or 2024-04 or 2024 if no more is known.");
      }
    } else if (lexicons.containsKey(column)) {
      values.putAll(lexicons.get(column).meaning(text, wrong::add));
    } else {
      values.put(column, NodeFactory.createLiteralString(text));
    }
    wrong.forEach(what -> problems.cell(line.number(), index + 1, column, what));
    return wrong.isEmpty();
  }

  private static RDFDatatype datatype(String day) {
    return switch (day.length()) {
      case 4 -> XSDDatatype.XSDgYear;
      case 7 -> XSDDatatype.XSDgYearMonth;
      default -> XSDDatatype.XSDdate;
    };
  }

  /** Tells which facts are stated twice, or are in force together with one that excludes them. */
  private void contradictions(List<Fact> facts) {
    var spans = new Spans();
    try (var execution = QueryExec.dataset(data).query(mapping.stored()).build()) {
      execution.select().forEachRemaining(row -> stored(row, spans));
    }
    for (var fact : facts) {
      spans
          .add(key(fact.values()), fact.span())
          .ifPresent(
              what ->
                  problems.line(
                      fact.line(), what + " (same " + String.join(", ", mapping.key()) + ")."));
    }
  }

  private void stored(Binding row, Spans spans) {
    var values = new HashMap<String, Node>();
    row.forEach((variable, node) -> values.put(variable.getVarName(), node));
    var first = day(values.get(mapping.days().get(0)));
    var last = day(values.get(mapping.days().get(1)));
    first.ifPresent(
        day -> spans.add(key(values), new Spans.Span(place(values.get("fact")), day, last)));
  }

  private String place(Node fact) {
    return prefixes.shortForm(fact.toString())
        + documents.stream()
            .filter(document -> document.graph().contains(fact, RDF.type.asNode(), Node.ANY))
            .findFirst()
            .map(document -> " of " + document.location())
            .orElse("");
  }

  private static Optional<PartialDate> day(Node node) {
    return Optional.ofNullable(node)
        .filter(Node::isLiteral)
        .flatMap(literal -> PartialDate.parse(literal.getLiteralLexicalForm()));
  }

  private List<Node> key(Map<String, Node> values) {
    return mapping.key().stream().map(values::get).toList();
  }

  private TableFacts written(List<Fact> facts, String namespace) {
    var names = names(facts, namespace);
    var lines = new LinkedHashMap<Node, Integer>();
    for (int i = 0; i < facts.size(); i++) {
      lines.put(names.get(i), facts.get(i).line());
    }
    var stated = constructed(withRows(facts, names), data);
    for (var name : names) {
      if (!stated.contains(name, Node.ANY, Node.ANY)) {
        throw new EntenteException(
            ErrorCode.BAD_QUERY,
            "The query 'rows' makes no fact of line %d of %s. Correct the mapping."
                .formatted(lines.get(name), location));
      }
    }
    var together = DocumentReader.newGraph();
    GraphUtil.addInto(together, all);
    GraphUtil.addInto(together, stated);
    var beside = constructed(mapping.rosters(), DatasetGraphFactory.wrap(together));
    var text =
        new TableWriter(mapping.rows().getPrefixMapping(), prefixes, namespace)
            .write(FILE, names, stated, beside);
    return new TableFacts(
        text, DocumentReader.readTrusted(GRAPH, location, text.getBytes(UTF_8)), lines);
  }

  /** Names made of what tells facts apart, none of which is that of anything else. */
  private List<Node> names(List<Fact> facts, String namespace) {
    var names = new ArrayList<Node>();
    Set<Node> taken = new HashSet<>();
    for (var fact : facts) {
      var parts = new ArrayList<String>();
      key(fact.values()).forEach(node -> parts.add(local(node)));
      parts.add(fact.values().get(mapping.days().get(0)).getLiteralLexicalForm());
      var base = namespace + String.join("_", parts);
      var name = NodeFactory.createURI(base);
      for (int i = 2; !taken.add(name) || all.contains(name, Node.ANY, Node.ANY); i++) {
        name = NodeFactory.createURI(base + "_" + i);
      }
      names.add(name);
    }
    return names;
  }

  private static String local(Node node) {
    return node.isURI() ? node.getURI().replaceFirst("^.*[/#:](?=.)", "") : "";
  }

  /** The query with the rows at the head of its pattern, where its expressions see them. */
  private Query withRows(List<Fact> facts, List<Node> names) {
    var query = mapping.rows().cloneQuery();
    var variables = new HashSet<String>(Set.of("file", "table", "row"));
    var rows = new ArrayList<Binding>();
    for (int i = 0; i < facts.size(); i++) {
      var row = BindingFactory.builder();
      row.add(Var.alloc("file"), FILE);
      row.add(Var.alloc("table"), NodeFactory.createLiteralString(location));
      row.add(Var.alloc("row"), names.get(i));
      facts.get(i).values().forEach((name, node) -> row.add(Var.alloc(name), node));
      variables.addAll(facts.get(i).values().keySet());
      rows.add(row.build());
    }
    var block = new ElementData(variables.stream().map(Var::alloc).toList(), rows);
    var pattern = new ElementGroup();
    pattern.addElement(block);
    ((ElementGroup) query.getQueryPattern()).getElements().forEach(pattern::addElement);
    query.setQueryPattern(pattern);
    return query;
  }

  private static Graph constructed(Query query, DatasetGraph data) {
    var graph = DocumentReader.newGraph();
    try (var execution =
        QueryExec.newBuilder()
            .dataset(data)
            .query(query)
            .set(ARQ.httpServiceAllowed, false)
            .build()) {
      execution.construct(graph);
    }
    return graph;
  }
}
