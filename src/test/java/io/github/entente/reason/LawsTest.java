// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.entente.certificate.StepCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.io.StringDocumentSource;
import org.semanticweb.owlapi.model.IRI;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLEntity;
import org.semanticweb.owlapi.model.OWLOntologyCreationException;
import org.semanticweb.owlapi.model.OWLSameIndividualAxiom;
import org.semanticweb.owlapi.model.parameters.Imports;
import org.semanticweb.owlapi.util.OWLObjectDuplicator;

/**
 * The laws by which steps of derivations are checked, one after the other: axioms | premises |
 * conclusion, in functional-style syntax with shorter names. Each is a law of the Direct Semantics,
 * as a new HermiT sees it; and so is each step that is one name off and accepted all the same.
 *
 * @see <a href="https://www.w3.org/TR/owl2-direct-semantics/">OWL 2 Direct Semantics, tables 4 to
 *     9</a>
 */
class LawsTest {
  private static final String RIGHT =
      """
      # what makes something an instance
      | Type(:C :a) | Type(:C :a)
      Sub(owl:Thing :C) | | Type(:C :a)
      Sub(And(:C :D) :E) | Type(:C :a) ; Type(:D :a) | Type(:E :a)
      Sub(Or(:C :D) :E) | Type(:C :a) | Type(:E :a)
      Sub(Or(:C :D) :E) | Type(:D :a) | Type(:E :a)
      Sub(OneOf(:a :b) :E) | | Type(:E :b)
      Sub(Some(:p :C) :D) | Edge(:p :a :b) ; Type(:C :b) | Type(:D :a)
      Sub(Some(Inv(:p) :C) :D) | Edge(:p :b :a) ; Type(:C :b) | Type(:D :a)
      Sub(Some(:p Some(:q :C)) :D) | Edge(:p :a :b) ; Edge(:q :b :c) ; Type(:C :c) | Type(:D :a)
      Sub(Has(:p :b) :D) | Edge(:p :a :b) | Type(:D :a)
      Sub(Self(:p) :D) | Edge(:p :a :a) | Type(:D :a)
      Sub(Min(0 :p :C) :D) | | Type(:D :a)
      Sub(Min(1 :p :C) :D) | Edge(:p :a :b) ; Type(:C :b) | Type(:D :a)
      Sub(Min(2 :p :C) :D) ; Different(:b :c) | Edge(:p :a :b) ; Type(:C :b) ; Edge(:p :a :c) ; Type(:C :c) | Type(:D :a)
      Sub(Min(2 :p) :D) ; Different(:c :e) | Edge(:p :a :b) ; Edge(:p :a :c) ; Edge(:p :a :e) | Type(:D :a)
      Sub(Min(2 :p) :D) ; Different(:b :e) | Edge(:p :a :b) ; Edge(:p :a :c) ; Edge(:p :a :e) | Type(:D :a)
      Sub(Min(3 :p) :D) ; Different(:b :c :e) | Edge(:p :a :b) ; Edge(:p :a :c) ; Edge(:p :a :e) | Type(:D :a)
      Sub(Min(3 :p) :D) ; Different(:b :c) ; Different(:c :e) ; Different(:e :b) | Edge(:p :a :b) ; Edge(:p :a :c) ; Edge(:p :a :e) | Type(:D :a)
      Sub(Min(2 :p) :D) ; Functional(:q) ; Different(:c :e) | Edge(:p :a :b) ; Edge(:p :a :a) ; Edge(:q :b :c) ; Edge(:q :a :e) | Type(:D :a)
      Sub(Exact(2 :p :C) :D) ; Different(:b :c) | Type(Max(2 :p :C) :a) ; Edge(:p :a :b) ; Type(:C :b) ; Edge(:p :a :c) ; Type(:C :c) | Type(:D :a)
      Sub(SomeData(:d xsd:integer) :D) | Datum(:d :a 1) | Type(:D :a)
      Sub(SomeData(:d xsd:integer) :D) | Datum(:d :a 1.0) | Type(:D :a)
      Sub(SomeData(:d OneOfData(1 "x")) :D) | Datum(:d :a "x") | Type(:D :a)
      Sub(HasData(:d 1) :D) | Datum(:d :a 1.0) | Type(:D :a)
      Sub(MinData(1 :d) :D) | Datum(:d :a 1) | Type(:D :a)
      Sub(MinData(2 :d) :D) | Datum(:d :a 1) ; Datum(:d :a 2) | Type(:D :a)
      Sub(MinData(2 :d xsd:integer) :D) | Datum(:d :a 1) ; Datum(:d :a 2) | Type(:D :a)
      Sub(Not(:C) :D) ; Disjoint(:C :E) | Type(:E :a) | Type(:D :a)
      Sub(Not(Not(:C)) :D) | Type(Not(Not(:C)) :a) | Type(:D :a)
      # what an instance brings with it
      Sub(:C And(:D :E)) | Type(:C :a) | Type(:E :a)
      Sub(:C And(:D And(:E :F))) | Type(:C :a) | Type(:F :a)
      Sub(:C Or(:D :E)) | Type(:C :a) ; Type(Not(:D) :a) | Type(:E :a)
      Sub(:C Or(:D :E :F)) | Type(:C :a) ; Type(Not(:D) :a) ; Type(Not(:F) :a) | Type(:E :a)
      Sub(:C Or(And(:D :E) And(:E :F))) | Type(:C :a) | Type(:E :a)
      Sub(:C Only(:p :D)) | Type(:C :a) ; Edge(:p :a :b) | Type(:D :b)
      Sub(:C Only(Inv(:p) :D)) | Type(:C :a) ; Edge(:p :b :a) | Type(:D :b)
      Sub(:C Has(:p :b)) | Type(:C :a) | Edge(:p :a :b)
      Sub(:C Has(Inv(:p) :b)) | Type(:C :a) | Edge(:p :b :a)
      Sub(:C Self(:p)) | Type(:C :a) | Edge(:p :a :a)
      Sub(:C Self(Inv(:p))) | Type(:C :a) | Edge(:p :a :a)
      Sub(:C OneOf(:b)) | Type(:C :a) | Same(:a :b)
      Sub(:C OneOf(:a)) | Type(:C :b) | Same(:a :b)
      Sub(:C Max(1 :p :D)) | Type(:C :a) ; Edge(:p :a :b) ; Type(:D :b) ; Edge(:p :a :c) ; Type(:D :c) | Same(:b :c)
      Sub(:C Max(1 Inv(:p))) | Type(:C :a) ; Edge(:p :b :a) ; Edge(:p :c :a) | Same(:b :c)
      Sub(:C Exact(1 :p :D)) | Type(:C :a) ; Edge(:p :a :b) ; Type(:D :b) ; Edge(:p :a :c) ; Type(:D :c) | Same(:b :c)
      Sub(:C HasData(:d 1)) | Type(:C :a) | Datum(:d :a 1.0)
      | Type(And(:C :D) :a) | Type(:D :a)
      | Type(Only(:p :D) :a) ; Edge(:p :a :b) | Type(:D :b)
      | Type(Or(:C :D) :a) ; Type(Not(:C) :a) | Type(:D :a)
      Type(And(:C :D) :a) | | Type(:D :a)
      # what cannot be
      Sub(:C Or(owl:Nothing :D)) | Type(:C :a) | Type(:D :a)
      Sub(:C Or(Not(:E) :D)) | Type(:C :a) ; Type(:E :a) | Type(:D :a)
      Sub(:C Or(And(:E :F) :D)) | Type(:C :a) ; Type(Not(:F) :a) | Type(:D :a)
      Sub(:C Or(And(Or(:E :F) :G) :D)) | Type(:C :a) ; Type(Not(:E) :a) ; Type(Not(:F) :a) | Type(:D :a)
      Sub(:C Or(Only(:p :E) :D)) | Type(:C :a) ; Edge(:p :a :b) ; Type(Not(:E) :b) | Type(:D :a)
      Sub(:C Or(OneOf(:b :c) :D)) ; Different(:a :b :c) | Type(:C :a) | Type(:D :a)
      Sub(:C Or(OneOf(:b) :D)) ; Functional(:q) ; Different(:c :e) | Type(:C :a) ; Edge(:q :a :c) ; Edge(:q :b :e) | Type(:D :a)
      Sub(:C Or(Max(1 :p :E) :D)) ; Different(:b :c) | Type(:C :a) ; Edge(:p :a :b) ; Type(:E :b) ; Edge(:p :a :c) ; Type(:E :c) | Type(:D :a)
      Sub(:C Or(Max(0 :p :E) :D)) | Type(:C :a) ; Edge(:p :a :b) ; Type(:E :b) | Type(:D :a)
      Sub(:C Or(Exact(1 :p :E) :D)) ; Different(:b :c) | Type(:C :a) ; Edge(:p :a :b) ; Type(:E :b) ; Edge(:p :a :c) ; Type(:E :c) | Type(:D :a)
      Sub(:C :D) | Type(Not(:D) :a) | Type(Not(:C) :a)
      Sub(And(:C :E) :D) | Type(Not(:D) :a) ; Type(:E :a) | Type(Not(:C) :a)
      Same(:C :D) | Type(Not(:D) :a) | Type(Not(:C) :a)
      Same(:C :D) | Type(Not(:C) :a) | Type(Not(:D) :a)
      Same(:C :D :E) | Type(Not(:E) :a) | Type(Not(:D) :a)
      Disjoint(:C :D) | Type(:D :a) | Type(Not(:C) :a)
      Disjoint(:C :D) | Type(:C :a) | Type(Not(:D) :a)
      Disjoint(:C :D :E) | Type(:E :a) | Type(Not(:D) :a)
      Disjoint(:C :D :E) | Type(:E :a) | Type(Not(:C) :a)
      DisjointUnion(:C :D :E) | Type(:D :a) | Type(Not(:E) :a)
      DisjointUnion(:C :D :E) | Type(Not(:C) :a) | Type(Not(:E) :a)
      DisjointUnion(:C :D :E) | Type(Not(:D) :a) ; Type(Not(:E) :a) | Type(Not(:C) :a)
      Domain(:p :D) | Type(Not(:D) :a) | Type(Not(Some(:p owl:Thing)) :a)
      Range(:p :D) | Type(Not(:D) :a) | Type(Not(Some(Inv(:p) owl:Thing)) :a)
      DataDomain(:d :D) | Type(Not(:D) :a) | Type(Not(SomeData(:d xsd:integer)) :a)
      Type(Max(1 :p :E) :a) ; Different(:b :c) | Edge(:p :a :b) ; Type(:E :b) ; Edge(:p :a :c) | Type(Not(:E) :c)
      # equality
      | Type(:C :a) ; Same(:a :b) | Type(:C :b)
      | Type(:C :a) ; Same(:b :a) | Type(:C :b)
      | Datum(:d :a 1) ; Same(:a :b) | Datum(:d :b 1)
      | Edge(:p :a :b) ; Same(:a :c) | Edge(:p :c :b)
      | Edge(:p :a :b) ; Same(:b :c) | Edge(:p :a :c)
      | Edge(:p :a :b) ; Same(:b :c) ; Same(:a :e) | Edge(:p :e :c)
      | Same(:a :b) | Same(:b :a)
      | Same(:a :b) ; Same(:b :c) | Same(:a :c)
      | Same(:a :b) ; Same(:c :b) | Same(:c :a)
      Same(:a :b :c) | | Same(:a :c)
      # classes
      Sub(:C :D) | Type(:C :a) | Type(:D :a)
      Same(:C :D) | Type(:C :a) | Type(:D :a)
      Same(:C :D) | Type(:D :a) | Type(:C :a)
      Same(:C :D :E) | Type(:E :a) | Type(:D :a)
      DisjointUnion(:C :D :E) | Type(:E :a) | Type(:C :a)
      DisjointUnion(:C :D :E) | Type(:C :a) ; Type(Not(:D) :a) | Type(:E :a)
      DisjointUnion(:C :D :E :F) | Type(:C :a) ; Type(Not(:D) :a) ; Type(Not(:F) :a) | Type(:E :a)
      DisjointUnion(:C And(:D :F) And(:E :F)) | Type(:C :a) | Type(:F :a)
      # properties
      Edge(:p :a :b) | | Edge(:p :a :b)
      Edge(Inv(:p) :a :b) | | Edge(:p :b :a)
      Datum(:d :a 1) | | Datum(:d :a 1.0)
      | | Edge(owl:topObjectProperty :a :b)
      SubProperty(:p :q) | Edge(:p :a :b) | Edge(:q :a :b)
      SubProperty(:p Inv(:q)) | Edge(:p :a :b) | Edge(:q :b :a)
      SubProperty(Inv(:p) :q) | Edge(:p :a :b) | Edge(:q :b :a)
      SubProperty(Inv(:p) Inv(:q)) | Edge(:p :a :b) | Edge(:q :a :b)
      SubProperty(Chain(:p :q) :r) | Edge(:p :a :b) ; Edge(:q :b :c) | Edge(:r :a :c)
      SubProperty(Chain(:p Inv(:q)) :r) | Edge(:p :a :b) ; Edge(:q :c :b) | Edge(:r :a :c)
      SubProperty(Chain(:p :q) Inv(:r)) | Edge(:p :a :b) ; Edge(:q :b :c) | Edge(:r :c :a)
      SubProperty(Chain(:p :q :p) :r) | Edge(:p :a :b) ; Edge(:q :b :c) ; Edge(:p :c :e) | Edge(:r :a :e)
      SameProperties(:p :q) | Edge(:p :a :b) | Edge(:q :a :b)
      SameProperties(:p :q) | Edge(:q :a :b) | Edge(:p :a :b)
      SameProperties(:p Inv(:q) :r) | Edge(:r :a :b) | Edge(:q :b :a)
      Transitive(:p) | Edge(:p :a :b) ; Edge(:p :b :c) | Edge(:p :a :c)
      Inverses(:p :q) | Edge(:p :a :b) | Edge(:q :b :a)
      Inverses(:p :q) | Edge(:q :a :b) | Edge(:p :b :a)
      Symmetric(:p) | Edge(:p :a :b) | Edge(:p :b :a)
      Reflexive(:p) | | Edge(:p :a :a)
      Domain(:p :C) | Edge(:p :a :b) | Type(:C :a)
      Domain(Inv(:p) :C) | Edge(:p :a :b) | Type(:C :b)
      Domain(:p :C) | Type(Some(:p :D) :a) | Type(:C :a)
      Domain(:p Only(:q :C)) | Edge(:p :a :b) ; Edge(:q :a :c) | Type(:C :c)
      Range(:p :C) | Edge(:p :a :b) | Type(:C :b)
      Range(Inv(:p) :C) | Edge(:p :a :b) | Type(:C :a)
      Functional(:p) | Edge(:p :a :b) ; Edge(:p :a :c) | Same(:b :c)
      Functional(Inv(:p)) | Edge(:p :b :a) ; Edge(:p :c :a) | Same(:b :c)
      InverseFunctional(:p) | Edge(:p :b :a) ; Edge(:p :c :a) | Same(:b :c)
      Functional(:p) | | Type(Max(1 :p :C) :a)
      InverseFunctional(:p) | | Type(Max(2 Inv(:p) :C) :a)
      # data properties
      SubDatum(:d :f) | Datum(:d :a 1) | Datum(:f :a 1)
      SameData(:d :f) | Datum(:d :a 1) | Datum(:f :a 1)
      SameData(:d :f) | Datum(:f :a 1) | Datum(:d :a 1.0)
      DataDomain(:d :C) | Datum(:d :a 1) | Type(:C :a)
      DataDomain(:d :C) | Type(SomeData(:d xsd:integer) :a) | Type(:C :a)
      FunctionalData(:d) | | Type(MaxData(1 :d) :a)
      FunctionalData(:d) | | Type(MaxData(2 :d) :a)
      # keys
      Key(:C (:p) ()) | Type(:C :a) ; Type(:C :b) ; Edge(:p :a :c) ; Edge(:p :b :c) | Same(:a :b)
      Key(:C (Inv(:p)) ()) | Type(:C :a) ; Type(:C :b) ; Edge(:p :c :a) ; Edge(:p :c :b) | Same(:a :b)
      Key(:C () (:d)) | Type(:C :a) ; Type(:C :b) ; Datum(:d :a 1) ; Datum(:d :b 1) | Same(:a :b)
      Key(:C () (:d)) | Type(:C :a) ; Type(:C :b) ; Datum(:d :a 1) ; Datum(:d :b 1.0) | Same(:a :b)
      Key(:C (:p) (:d)) | Type(:C :a) ; Type(:C :b) ; Edge(:p :a :c) ; Edge(:p :b :c) ; Datum(:d :a 1) ; Datum(:d :b 1) | Same(:a :b)
      Key(owl:Thing (:p) ()) | Edge(:p :a :c) ; Edge(:p :b :c) | Same(:a :b)
      """;

  /** One number, value or kind off. */
  private static final String WRONG =
      """
      | | Type(:C :a)
      Sub(OneOf(:a :b) :E) | | Type(:E :c)
      Sub(Min(2 :p) :D) | Edge(:p :a :b) ; Edge(:p :a :c) | Type(:D :a)
      Sub(Min(3 :p) :D) ; Different(:b :c) ; Different(:c :e) | Edge(:p :a :b) ; Edge(:p :a :c) ; Edge(:p :a :e) | Type(:D :a)
      Sub(Min(3 :p) :D) ; Different(:b :c) | Edge(:p :a :b) ; Edge(:p :a :c) | Type(:D :a)
      Sub(Exact(2 :p :C) :D) ; Different(:b :c) | Type(Max(3 :p :C) :a) ; Edge(:p :a :b) ; Type(:C :b) ; Edge(:p :a :c) ; Type(:C :c) | Type(:D :a)
      Sub(SomeData(:d xsd:integer) :D) | Datum(:d :a 1.5) | Type(:D :a)
      Sub(SomeData(:d xsd:integer) :D) | Datum(:d :a "x") | Type(:D :a)
      Sub(HasData(:d 1) :D) | Datum(:d :a 2) | Type(:D :a)
      Sub(MinData(2 :d) :D) | Datum(:d :a 1) ; Datum(:d :a 1.0) | Type(:D :a)
      Sub(MinData(2 :d xsd:integer) :D) | Datum(:d :a 1) ; Datum(:d :a "x") | Type(:D :a)
      Sub(:C Or(:D :E)) | Type(:C :a) | Type(:E :a)
      Sub(:C Or(:D :E :F)) | Type(:C :a) ; Type(Not(:D) :a) | Type(:E :a)
      Sub(:C Only(:p :D)) | Type(:C :a) ; Edge(:p :b :a) | Type(:D :b)
      Sub(:C OneOf(:b :c)) | Type(:C :a) | Same(:a :b)
      Sub(:C Max(2 :p :D)) | Type(:C :a) ; Edge(:p :a :b) ; Type(:D :b) ; Edge(:p :a :c) ; Type(:D :c) | Same(:b :c)
      Sub(:C Max(1 :p :D)) | Type(:C :a) ; Edge(:p :a :b) ; Type(:D :b) ; Edge(:p :a :c) | Same(:b :c)
      Sub(:C Exact(2 :p :D)) | Type(:C :a) ; Edge(:p :a :b) ; Type(:D :b) ; Edge(:p :a :c) ; Type(:D :c) | Same(:b :c)
      Sub(:C HasData(:d 1)) | Type(:C :a) | Datum(:d :a 2)
      Sub(:C Or(And(:E :F) :D)) | Type(:C :a) | Type(:D :a)
      Sub(:C Or(OneOf(:b :c) :D)) ; Different(:a :b) | Type(:C :a) | Type(:D :a)
      Sub(:C Or(OneOf(:b) :D)) ; Different(:c :e) | Type(:C :a) ; Edge(:q :a :c) ; Edge(:q :b :e) | Type(:D :a)
      Sub(:C Or(OneOf(:b) :D)) ; Functional(:q) | Type(:C :a) ; Edge(:q :a :c) ; Edge(:q :b :e) | Type(:D :a)
      Sub(:C Or(Max(2 :p :E) :D)) ; Different(:b :c) | Type(:C :a) ; Edge(:p :a :b) ; Type(:E :b) ; Edge(:p :a :c) ; Type(:E :c) | Type(:D :a)
      Sub(:C :D) | Type(:D :a) | Type(:C :a)
      Sub(:C :D) | Type(Not(:C) :a) | Type(Not(:D) :a)
      DisjointUnion(:C :D :E) | Type(Not(:D) :a) | Type(Not(:C) :a)
      DisjointUnion(:C :D :E :F) | Type(:C :a) ; Type(Not(:D) :a) | Type(:E :a)
      SubProperty(Chain(:p :q) :r) | Edge(:q :a :b) ; Edge(:p :b :c) | Edge(:r :a :c)
      Reflexive(:p) | Type(:C :a) ; Type(:C :b) | Edge(:p :a :b)
      Functional(:p) | Edge(:p :b :a) ; Edge(:p :c :a) | Same(:b :c)
      InverseFunctional(:p) | Edge(:p :a :b) ; Edge(:p :a :c) | Same(:b :c)
      Domain(:p :C) | Type(Only(:p :D) :a) | Type(:C :a)
      DataDomain(:d :C) | Type(OnlyData(:d xsd:integer) :a) | Type(:C :a)
      Domain(:p :C) | Type(Some(:q :D) :a) | Type(:C :a)
      SubDatum(:d :f) | Datum(:f :a 1) | Datum(:d :a 1)
      Key(:C () (:d)) | Type(:C :a) ; Type(:C :b) ; Datum(:d :a 1) ; Datum(:d :b 2) | Same(:a :b)
      Key(:C (:p) (:d)) | Type(:C :a) ; Type(:C :b) ; Edge(:p :a :c) ; Edge(:p :b :c) | Same(:a :b)
      """;

  private static final Map<String, String> SHORT =
      Map.ofEntries(
          Map.entry("Type", "ClassAssertion"),
          Map.entry("Edge", "ObjectPropertyAssertion"),
          Map.entry("Datum", "DataPropertyAssertion"),
          Map.entry("Different", "DifferentIndividuals"),
          Map.entry("Sub", "SubClassOf"),
          Map.entry("Disjoint", "DisjointClasses"),
          Map.entry("And", "ObjectIntersectionOf"),
          Map.entry("Or", "ObjectUnionOf"),
          Map.entry("Not", "ObjectComplementOf"),
          Map.entry("OneOf", "ObjectOneOf"),
          Map.entry("Some", "ObjectSomeValuesFrom"),
          Map.entry("Only", "ObjectAllValuesFrom"),
          Map.entry("Has", "ObjectHasValue"),
          Map.entry("Self", "ObjectHasSelf"),
          Map.entry("Min", "ObjectMinCardinality"),
          Map.entry("Max", "ObjectMaxCardinality"),
          Map.entry("Exact", "ObjectExactCardinality"),
          Map.entry("Inv", "ObjectInverseOf"),
          Map.entry("SomeData", "DataSomeValuesFrom"),
          Map.entry("OnlyData", "DataAllValuesFrom"),
          Map.entry("HasData", "DataHasValue"),
          Map.entry("MinData", "DataMinCardinality"),
          Map.entry("MaxData", "DataMaxCardinality"),
          Map.entry("OneOfData", "DataOneOf"),
          Map.entry("SubProperty", "SubObjectPropertyOf"),
          Map.entry("Chain", "ObjectPropertyChain"),
          Map.entry("SameProperties", "EquivalentObjectProperties"),
          Map.entry("Transitive", "TransitiveObjectProperty"),
          Map.entry("Symmetric", "SymmetricObjectProperty"),
          Map.entry("Reflexive", "ReflexiveObjectProperty"),
          Map.entry("Inverses", "InverseObjectProperties"),
          Map.entry("Functional", "FunctionalObjectProperty"),
          Map.entry("InverseFunctional", "InverseFunctionalObjectProperty"),
          Map.entry("Domain", "ObjectPropertyDomain"),
          Map.entry("Range", "ObjectPropertyRange"),
          Map.entry("DataDomain", "DataPropertyDomain"),
          Map.entry("SubDatum", "SubDataPropertyOf"),
          Map.entry("SameData", "EquivalentDataProperties"),
          Map.entry("FunctionalData", "FunctionalDataProperty"),
          Map.entry("Key", "HasKey"));

  private static final Pattern WORD = Pattern.compile("\\b([A-Z][A-Za-z]+)\\(");
  private static final Pattern NUMBER = Pattern.compile("(?<=[ (])(\\d+\\.\\d+|\\d+)(?=[ )])");
  private static final String DOCUMENT =
      """
      Prefix(:=<http://example.org/>)
      Prefix(xsd:=<http://www.w3.org/2001/XMLSchema#>)
      Prefix(owl:=<http://www.w3.org/2002/07/owl#>)
      Ontology(
      Declaration(Class(:C)) Declaration(Class(:D)) Declaration(Class(:E)) Declaration(Class(:F))
      Declaration(Class(:G))
      Declaration(ObjectProperty(:p)) Declaration(ObjectProperty(:q))
      Declaration(ObjectProperty(:r)) Declaration(DataProperty(:d)) Declaration(DataProperty(:f))
      Declaration(NamedIndividual(:a)) Declaration(NamedIndividual(:b))
      Declaration(NamedIndividual(:c)) Declaration(NamedIndividual(:e))
      %s)
      """;

  record Law(List<OWLAxiom> axioms, List<OWLAxiom> premises, OWLAxiom conclusion) {
    static Law parse(String line) {
      var parts = line.split("\\|", -1);
      return new Law(axioms(parts[0]), axioms(parts[1]), axioms(parts[2]).get(0));
    }

    private static List<OWLAxiom> axioms(String text) {
      return Stream.of(text.split(";"))
          .map(String::strip)
          .filter(each -> !each.isEmpty())
          .map(LawsTest::axiom)
          .toList();
    }

    List<OWLAxiom> given() {
      return Stream.concat(axioms.stream(), premises.stream()).distinct().toList();
    }

    boolean accepted() {
      return StepCheck.of(List.of()).follows(conclusion, premises, axioms);
    }

    boolean follows() {
      return Oracle.entails(given(), conclusion);
    }

    /** Those with something less. */
    Stream<Law> less() {
      var all = new ArrayList<Law>();
      for (int i = 0; i < axioms.size(); i++) {
        all.add(new Law(without(axioms, i), premises, conclusion));
      }
      for (int i = 0; i < premises.size(); i++) {
        all.add(new Law(axioms, without(premises, i), conclusion));
      }
      return all.stream();
    }

    /** Those with another name in one place. */
    Stream<Law> renamed() {
      var all = new ArrayList<Law>();
      for (var renaming : renamings()) {
        for (int i = 0; i < axioms.size(); i++) {
          all.add(new Law(with(axioms, i, renaming), premises, conclusion));
        }
        for (int i = 0; i < premises.size(); i++) {
          all.add(new Law(axioms, with(premises, i, renaming), conclusion));
        }
        all.add(new Law(axioms, premises, renaming.duplicateObject(conclusion)));
      }
      return all.stream()
          .distinct()
          .filter(law -> !law.equals(this))
          .filter(law -> law.premises().stream().allMatch(Law::sayable))
          .filter(law -> sayable(law.conclusion()));
    }

    /** Whether it does not say that one thing is one. */
    private static boolean sayable(OWLAxiom fact) {
      return !(fact instanceof OWLSameIndividualAxiom same)
          || same.getIndividualsAsList().size() == 2;
    }

    private List<OWLObjectDuplicator> renamings() {
      var names = new TreeMap<OWLEntity, OWLEntity>();
      Stream.concat(given().stream(), Stream.of(conclusion))
          .flatMap(OWLAxiom::signature)
          .filter(name -> name.getIRI().toString().startsWith(RandomOntology.NS))
          .forEach(name -> names.put(name, name));
      var all = new ArrayList<OWLObjectDuplicator>();
      for (var one : names.keySet()) {
        for (var other : names.keySet()) {
          if (!one.equals(other) && one.getEntityType().equals(other.getEntityType())) {
            all.add(
                new OWLObjectDuplicator(
                    Map.of(one, other.getIRI()), OWLManager.createOWLOntologyManager()));
          }
        }
      }
      return all;
    }

    private static List<OWLAxiom> without(List<OWLAxiom> list, int at) {
      var fewer = new ArrayList<>(list);
      fewer.remove(at);
      return fewer;
    }

    private static List<OWLAxiom> with(List<OWLAxiom> list, int at, OWLObjectDuplicator renaming) {
      var other = new ArrayList<>(list);
      other.set(at, renaming.duplicateObject(list.get(at)));
      return other;
    }
  }

  private static OWLAxiom axiom(String text) {
    boolean names = text.matches("Same\\((:[a-e]|_:).*");
    var full =
        WORD.matcher(text)
            .replaceAll(
                word ->
                    (word.group(1).equals("Same")
                            ? names ? "SameIndividual" : "EquivalentClasses"
                            : SHORT.getOrDefault(word.group(1), word.group(1)))
                        + "(");
    if (text.contains("Datum(") || text.contains("HasData") || text.contains("OneOfData")) {
      full =
          NUMBER
              .matcher(full)
              .replaceAll(
                  number ->
                      "\"%s\"^^xsd:%s"
                          .formatted(
                              number.group(),
                              number.group().contains(".") ? "decimal" : "integer"));
    }
    try {
      var document = new StringDocumentSource(DOCUMENT.formatted(full));
      return OWLManager.createOWLOntologyManager()
          .loadOntologyFromOntologyDocument(document)
          .logicalAxioms(Imports.EXCLUDED)
          .findFirst()
          .orElseThrow();
    } catch (OWLOntologyCreationException e) {
      throw new AssertionError(full, e);
    }
  }

  private static Stream<String> lines(String text) {
    return text.lines().filter(line -> !line.startsWith("#"));
  }

  static Stream<String> right() {
    return lines(RIGHT);
  }

  static Stream<String> wrong() {
    return lines(WRONG);
  }

  @ParameterizedTest
  @MethodSource("right")
  void aLawIsSeenAndWantsAllThatItSays(String line) {
    var law = Law.parse(line);
    assertThat(law.accepted()).isTrue();
    assertThat(law.follows()).isTrue();
    assertThat(Stream.concat(law.less(), law.renamed()).filter(Law::accepted))
        .allMatch(Law::follows);
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void whatIsNoLawIsRefused(String line) {
    var law = Law.parse(line);
    assertThat(law.follows()).isFalse();
    assertThat(law.accepted()).isFalse();
  }

  /** Keys hold of individuals that have a name: OWL 2 Structural Specification, 9.5. */
  @Test
  void keysSayNothingOfWhatHasNoName() {
    var named =
        Law.parse(
            "Key(:C (:p) ()) | Type(:C :a) ; Type(:C :b) ; Edge(:p :a :c) ; Edge(:p :b :c)"
                + " | Same(:a :b)");
    for (var name : List.of("a", "b", "c")) {
      var individual = Oracle.FACTORY.getOWLNamedIndividual(RandomOntology.NS + name);
      var skolem = IRI.create("urn:x-entente:skolem:" + name);
      var renaming =
          new OWLObjectDuplicator(
              Map.of(individual, skolem), OWLManager.createOWLOntologyManager());
      var law =
          new Law(
              named.axioms(),
              named.premises().stream().map(renaming::duplicateObject).toList(),
              renaming.duplicateObject(named.conclusion()));
      assertThat(law.accepted()).as(name).isFalse();
    }
    assertThat(
            Oracle.consistent(
                Law.axioms(
                    "Key(:C (:p) ()) ; Type(:C _:a) ; Type(:C :b) ; Edge(:p _:a :c) ;"
                        + " Edge(:p :b :c) ; Type(:D _:a) ; Type(Not(:D) :b)")))
        .isTrue();
  }

  @Test
  void lawsAreMany() {
    assertThat(right()).hasSizeGreaterThan(120);
    assertThat(wrong()).hasSizeGreaterThan(35);
  }
}
