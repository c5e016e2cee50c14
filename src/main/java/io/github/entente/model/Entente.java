// SPDX-License-Identifier: Apache-2.0
package io.github.entente.model;

import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;

/** The terms of the ontology, generated from its modules by {@code VocabularyTest}. */
public final class Entente {
  /** The namespace of the terms. */
  public static final String NS = "https://w3id.org/entente/";

  /** Rule by which claims are taken into the world, by speaker, mode and certainty. */
  public static final Resource AcceptancePolicy =
      ResourceFactory.createResource(NS + "AcceptancePolicy");

  /** Security framework by which forces of one party may enter and train in another. */
  public static final Resource AccessAgreement =
      ResourceFactory.createResource(NS + "AccessAgreement");

  /** Commitment to let an obligee's forces use or enter territory. */
  public static final Resource AccessCommitment =
      ResourceFactory.createResource(NS + "AccessCommitment");

  /**
   * Treaty event by which a party comes to be bound by an instrument, or a member of an
   * organisation, that existed before.
   */
  public static final Resource Accession = ResourceFactory.createResource(NS + "Accession");

  /** Provision that says who may join an instrument and how. */
  public static final Resource AccessionRule = ResourceFactory.createResource(NS + "AccessionRule");

  /** Membership whose rights and duties are in use. */
  public static final Resource ActiveMembership =
      ResourceFactory.createResource(NS + "ActiveMembership");

  /** Party that is a partner of NATO with active standing. */
  public static final Resource ActiveNatoPartner =
      ResourceFactory.createResource(NS + "ActiveNatoPartner");

  /** Membership with the role of partner and active standing. */
  public static final Resource ActivePartnership =
      ResourceFactory.createResource(NS + "ActivePartnership");

  /** Polarity of a claim that puts its content forward as so. */
  public static final Resource Affirmed = ResourceFactory.createResource(NS + "Affirmed");

  /**
   * Security framework founded on a treaty in which states take on duties of defence or of
   * consultation about it.
   */
  public static final Resource Alliance = ResourceFactory.createResource(NS + "Alliance");

  /** Certainty of a claim that the speaker makes about how things look. */
  public static final Resource Apparent = ResourceFactory.createResource(NS + "Apparent");

  /** Security framework for developing or procuring a weapon system together. */
  public static final Resource ArmamentProgramme =
      ResourceFactory.createResource(NS + "ArmamentProgramme");

  /** Membership whose party takes part in the work with limited rights. */
  public static final Resource AssociateMembership =
      ResourceFactory.createResource(NS + "AssociateMembership");

  /** Party that is a full member of AUKUS. */
  public static final Resource AukusMember = ResourceFactory.createResource(NS + "AukusMember");

  /** Commitment that binds, in law or in politics. */
  public static final Resource BindingCommitment =
      ResourceFactory.createResource(NS + "BindingCommitment");

  /** Party that is the obligor of a consultation commitment. */
  public static final Resource BoundToConsult =
      ResourceFactory.createResource(NS + "BoundToConsult");

  /** Commitment to maintain or develop the means of defence. */
  public static final Resource CapabilityCommitment =
      ResourceFactory.createResource(NS + "CapabilityCommitment");

  /** Certainty of a claim made without any hedge. */
  public static final Resource Certain = ResourceFactory.createResource(NS + "Certain");

  /** Quality of a claim that says how firmly the speaker commits himself to it. */
  public static final Resource Certainty = ResourceFactory.createResource(NS + "Certainty");

  /** Proposition that a speaker asserts, or reports as held by somebody, on one occasion. */
  public static final Resource Claim = ResourceFactory.createResource(NS + "Claim");

  /**
   * Description of which properties and values a vocabulary uses to say who claims what, and how.
   */
  public static final Resource ClaimProfile = ResourceFactory.createResource(NS + "ClaimProfile");

  /** Claim profile of this module. */
  public static final Resource ClaimReading = ResourceFactory.createResource(NS + "ClaimReading");

  /** Framework of states that act together for one cause, with an open list. */
  public static final Resource Coalition = ResourceFactory.createResource(NS + "Coalition");

  /** Security framework that is a body or chain of command within an alliance. */
  public static final Resource CommandStructure =
      ResourceFactory.createResource(NS + "CommandStructure");

  /** Provision by which an obligor takes on a duty, or declares a purpose, towards an obligee. */
  public static final Resource Commitment = ResourceFactory.createResource(NS + "Commitment");

  /**
   * Directed commitment that is owed to each active partner of the framework founded on its
   * instrument.
   */
  public static final Resource CommitmentToPartners =
      ResourceFactory.createResource(NS + "CommitmentToPartners");

  /** Commitment to hold no undertaking that conflicts with the instrument. */
  public static final Resource CompatibilityCommitment =
      ResourceFactory.createResource(NS + "CompatibilityCommitment");

  /** Commitment to consult with an obligee. */
  public static final Resource ConsultationCommitment =
      ResourceFactory.createResource(NS + "ConsultationCommitment");

  /** Security framework whose duty is to consult about a threat, not to defend. */
  public static final Resource ConsultativeArrangement =
      ResourceFactory.createResource(NS + "ConsultativeArrangement");

  /** Membership whose party contributed forces to an operation. */
  public static final Resource ContributorMembership =
      ResourceFactory.createResource(NS + "ContributorMembership");

  /** Commitment that states a common purpose without a duty in law or politics to a given act. */
  public static final Resource DeclaredIntent =
      ResourceFactory.createResource(NS + "DeclaredIntent");

  /** Commitment to assist an obligee against an armed attack. */
  public static final Resource DefenceCommitment =
      ResourceFactory.createResource(NS + "DefenceCommitment");

  /** Security framework founded on a treaty about military cooperation without a duty to defend. */
  public static final Resource DefenceCooperation =
      ResourceFactory.createResource(NS + "DefenceCooperation");

  /** Described group whose description settles on each day who belongs to it. */
  public static final Resource DefiniteGroup = ResourceFactory.createResource(NS + "DefiniteGroup");

  /** Quality of a claim that says in what measure its content holds. */
  public static final Resource Degree = ResourceFactory.createResource(NS + "Degree");

  /**
   * Polarity of a claim that puts its content forward as not so: by a negation, or by a word of
   * lack or failure.
   */
  public static final Resource Denied = ResourceFactory.createResource(NS + "Denied");

  /** Verification level of a fact that follows from other verified facts. */
  public static final Resource Derived = ResourceFactory.createResource(NS + "Derived");

  /** Plurality that a speaker refers to by a description instead of naming each. */
  public static final Resource DescribedGroup =
      ResourceFactory.createResource(NS + "DescribedGroup");

  /** Framework that consists of a status which one state confers on others by its own law. */
  public static final Resource Designation = ResourceFactory.createResource(NS + "Designation");

  /** Membership whose party was given a status by another state. */
  public static final Resource DesigneeMembership =
      ResourceFactory.createResource(NS + "DesigneeMembership");

  /** Framework for regular talks without duties. */
  public static final Resource DialogueForum = ResourceFactory.createResource(NS + "DialogueForum");

  /** Framework that is a standing format of talks among a few states. */
  public static final Resource DiplomaticFormat =
      ResourceFactory.createResource(NS + "DiplomaticFormat");

  /** Commitment that named obligors owe to named obligees and not the other way round. */
  public static final Resource DirectedCommitment =
      ResourceFactory.createResource(NS + "DirectedCommitment");

  /** Verification level of a fact on which the sources seen differ; its note says how. */
  public static final Resource Disputed = ResourceFactory.createResource(NS + "Disputed");

  /** Status of what is completed and past. */
  public static final Resource Done = ResourceFactory.createResource(NS + "Done");

  /** Treaty event by which an instrument begins to bind those who agreed to it. */
  public static final Resource EntryIntoForce =
      ResourceFactory.createResource(NS + "EntryIntoForce");

  /** Provision that says when an instrument takes effect. */
  public static final Resource EntryIntoForceRule =
      ResourceFactory.createResource(NS + "EntryIntoForceRule");

  /** Party that is a full member of the European Union. */
  public static final Resource EuMember = ResourceFactory.createResource(NS + "EuMember");

  /**
   * State that is a full member of the European Union and known not to be a full member of NATO.
   */
  public static final Resource EuNotNato = ResourceFactory.createResource(NS + "EuNotNato");

  /** Mode of a claim that judges, weighs or explains. */
  public static final Resource EvaluationMode =
      ResourceFactory.createResource(NS + "EvaluationMode");

  /** Occurrence, brief or long, that took place or goes on, by the record or as a claim has it. */
  public static final Resource Event = ResourceFactory.createResource(NS + "Event");

  /** Temporal profile of events: the day on which each took place. */
  public static final Resource EventTime = ResourceFactory.createResource(NS + "EventTime");

  /** Status of what is still to come. */
  public static final Resource Expected = ResourceFactory.createResource(NS + "Expected");

  /** Mode of a claim about how the world is or was, which a record could bear out or refute. */
  public static final Resource FactMode = ResourceFactory.createResource(NS + "FactMode");

  /** Party that is a full member of Five Eyes. */
  public static final Resource FiveEyesMember =
      ResourceFactory.createResource(NS + "FiveEyesMember");

  /** Security framework by which states provide forces for use together. */
  public static final Resource ForceFramework =
      ResourceFactory.createResource(NS + "ForceFramework");

  /** Mode of a claim about what will be. */
  public static final Resource ForecastMode = ResourceFactory.createResource(NS + "ForecastMode");

  /** Arrangement in which parties sit together under a name, by treaty, decision or practice. */
  public static final Resource Framework = ResourceFactory.createResource(NS + "Framework");

  /** Membership with the role of member and active standing. */
  public static final Resource FullMembership =
      ResourceFactory.createResource(NS + "FullMembership");

  /** Degree of what holds strongly, deeply or above all. */
  public static final Resource HighDegree = ResourceFactory.createResource(NS + "HighDegree");

  /** Degree of what holds of nobody more than of the subject. */
  public static final Resource HighestDegree = ResourceFactory.createResource(NS + "HighestDegree");

  /** Status of a state of affairs or a custom that obtains. */
  public static final Resource Holding = ResourceFactory.createResource(NS + "Holding");

  /** Status of what has begun and is not completed. */
  public static final Resource InProgress = ResourceFactory.createResource(NS + "InProgress");

  /** Party that is one of NATO's Indo-Pacific partners. */
  public static final Resource IndoPacificPartner =
      ResourceFactory.createResource(NS + "IndoPacificPartner");

  /** Indo-Pacific partner of NATO that is a full member neither of AUKUS nor of Five Eyes. */
  public static final Resource IndoPacificPartnerOutsideAukusAndFiveEyes =
      ResourceFactory.createResource(NS + "IndoPacificPartnerOutsideAukusAndFiveEyes");

  /** Provision that sets up an organ. */
  public static final Resource InstitutionRule =
      ResourceFactory.createResource(NS + "InstitutionRule");

  /** Text by which parties set down what they agree, declare or decide. */
  public static final Resource Instrument = ResourceFactory.createResource(NS + "Instrument");

  /** Security framework for the exchange of intelligence. */
  public static final Resource IntelligenceArrangement =
      ResourceFactory.createResource(NS + "IntelligenceArrangement");

  /** Commitment to share intelligence with an obligee. */
  public static final Resource IntelligenceSharingCommitment =
      ResourceFactory.createResource(NS + "IntelligenceSharingCommitment");

  /** Membership whose party has been invited to join and has not joined yet. */
  public static final Resource InviteeMembership =
      ResourceFactory.createResource(NS + "InviteeMembership");

  /** Class whose only intended instance is AUKUS. */
  public static final Resource Is_AUKUS = ResourceFactory.createResource(NS + "Is_AUKUS");

  /** Class whose only intended instance is the European Union. */
  public static final Resource Is_EuropeanUnion =
      ResourceFactory.createResource(NS + "Is_EuropeanUnion");

  /** Class whose only intended instance is Five Eyes. */
  public static final Resource Is_FiveEyes = ResourceFactory.createResource(NS + "Is_FiveEyes");

  /** Class whose only intended instance is the Indo-Pacific partners of NATO. */
  public static final Resource Is_IndoPacificPartners =
      ResourceFactory.createResource(NS + "Is_IndoPacificPartners");

  /** Class whose only intended instance is NATO. */
  public static final Resource Is_NATO = ResourceFactory.createResource(NS + "Is_NATO");

  /** Status of what the speaker mentions without saying whether it is so. */
  public static final Resource LeftOpen = ResourceFactory.createResource(NS + "LeftOpen");

  /** Commitment that binds by treaty or by the law of a supranational organisation. */
  public static final Resource LegallyBindingCommitment =
      ResourceFactory.createResource(NS + "LegallyBindingCommitment");

  /** Organ that a framework keeps permanently in a place outside it, for contact. */
  public static final Resource LiaisonOffice = ResourceFactory.createResource(NS + "LiaisonOffice");

  /** State that is a democracy and shares the outlook of the Allies. */
  public static final Resource LikeMindedDemocracy =
      ResourceFactory.createResource(NS + "LikeMindedDemocracy");

  /** Certainty of a claim that the speaker holds to be more probable than not. */
  public static final Resource Likely = ResourceFactory.createResource(NS + "Likely");

  /** Topic that is named as a reason why cooperation does not deepen. */
  public static final Resource Limit = ResourceFactory.createResource(NS + "Limit");

  /** Degree of what holds modestly, to a lesser extent or at times. */
  public static final Resource LowDegree = ResourceFactory.createResource(NS + "LowDegree");

  /**
   * Membership whose party is a member, a party to the founding treaty or a participating State.
   */
  public static final Resource MemberMembership =
      ResourceFactory.createResource(NS + "MemberMembership");

  /** Relator of one party, one framework, one role and one standing over one interval. */
  public static final Resource Membership = ResourceFactory.createResource(NS + "Membership");

  /** Security framework of a few states set up by a joint statement for a limited purpose. */
  public static final Resource MinilateralPartnership =
      ResourceFactory.createResource(NS + "MinilateralPartnership");

  /** Quality of a claim that says what kind of speech act it is. */
  public static final Resource Mode = ResourceFactory.createResource(NS + "Mode");

  /** End for which somebody takes a stance in the eyes of a speaker. */
  public static final Resource Motive = ResourceFactory.createResource(NS + "Motive");

  /** Commitment that each party to its instrument owes to each other. */
  public static final Resource MutualCommitment =
      ResourceFactory.createResource(NS + "MutualCommitment");

  /** Framework founded on an instrument that provides a mutual defence commitment. */
  public static final Resource MutualDefencePact =
      ResourceFactory.createResource(NS + "MutualDefencePact");

  /** Party that is a full member of a mutual defence pact. */
  public static final Resource MutualDefencePactMember =
      ResourceFactory.createResource(NS + "MutualDefencePactMember");

  /** Party that is a full member of NATO. */
  public static final Resource NatoAlly = ResourceFactory.createResource(NS + "NatoAlly");

  /** Party that is a full member of both NATO and the European Union. */
  public static final Resource NatoAndEu = ResourceFactory.createResource(NS + "NatoAndEu");

  /** NATO Ally that is known not to be a full member of the European Union. */
  public static final Resource NatoNotEu = ResourceFactory.createResource(NS + "NatoNotEu");

  /**
   * Party that is a partner of NATO through one of its partnership frameworks, active or suspended.
   */
  public static final Resource NatoPartner = ResourceFactory.createResource(NS + "NatoPartner");

  /** Mode of a claim about what must be done. */
  public static final Resource NecessityMode = ResourceFactory.createResource(NS + "NecessityMode");

  /** Commitment to refrain from force and to settle disputes by peaceful means. */
  public static final Resource NonAggressionCommitment =
      ResourceFactory.createResource(NS + "NonAggressionCommitment");

  /** Party that is known not to be a full member of AUKUS. */
  public static final Resource NotIn_AUKUS = ResourceFactory.createResource(NS + "NotIn_AUKUS");

  /** Party that is known not to be a full member of the European Union. */
  public static final Resource NotIn_EuropeanUnion =
      ResourceFactory.createResource(NS + "NotIn_EuropeanUnion");

  /** Party that is known not to be a full member of Five Eyes. */
  public static final Resource NotIn_FiveEyes =
      ResourceFactory.createResource(NS + "NotIn_FiveEyes");

  /** Party that is known not to be a full member of NATO. */
  public static final Resource NotIn_NATO = ResourceFactory.createResource(NS + "NotIn_NATO");

  /** Membership whose party may attend and takes no decisions. */
  public static final Resource ObserverMembership =
      ResourceFactory.createResource(NS + "ObserverMembership");

  /** Framework for contributing forces to one mission. */
  public static final Resource Operation = ResourceFactory.createResource(NS + "Operation");

  /** Body of a framework or state that acts for it and holds no membership. */
  public static final Resource Organ = ResourceFactory.createResource(NS + "Organ");

  /** Party that is a body set up by states or persons and acts in its own name. */
  public static final Resource Organisation = ResourceFactory.createResource(NS + "Organisation");

  /** NATO partner that holds at least two full memberships in security frameworks. */
  public static final Resource OverlapPartner =
      ResourceFactory.createResource(NS + "OverlapPartner");

  /** State that has a shore on, or territories in, the Pacific. */
  public static final Resource PacificNation = ResourceFactory.createResource(NS + "PacificNation");

  /**
   * State of an instrument in force in which its duties are suspended between two of its parties.
   */
  public static final Resource PairSuspension =
      ResourceFactory.createResource(NS + "PairSuspension");

  /** Membership whose party takes part in a format or programme that has no members in law. */
  public static final Resource ParticipantMembership =
      ResourceFactory.createResource(NS + "ParticipantMembership");

  /** Membership whose party cooperates with a framework or its parent from outside. */
  public static final Resource PartnerMembership =
      ResourceFactory.createResource(NS + "PartnerMembership");

  /**
   * Framework that is a named group of an organisation's partners, without an instrument of its
   * own.
   */
  public static final Resource PartnershipGrouping =
      ResourceFactory.createResource(NS + "PartnershipGrouping");

  /** Security framework by which an organisation cooperates with states outside it. */
  public static final Resource PartnershipProgramme =
      ResourceFactory.createResource(NS + "PartnershipProgramme");

  /** Agent that can hold a membership: a state or an organisation. */
  public static final Resource Party = ResourceFactory.createResource(NS + "Party");

  /** Human being whom a record names. */
  public static final Resource Person = ResourceFactory.createResource(NS + "Person");

  /** Part of the earth that has a name. */
  public static final Resource Place = ResourceFactory.createResource(NS + "Place");

  /** Quality of a claim by which its content is put forward as so or as not so. */
  public static final Resource Polarity = ResourceFactory.createResource(NS + "Polarity");

  /** Framework that is a field of common policy within an organisation. */
  public static final Resource PolicyFramework =
      ResourceFactory.createResource(NS + "PolicyFramework");

  /** Framework in which leaders meet to coordinate policy. */
  public static final Resource PoliticalForum =
      ResourceFactory.createResource(NS + "PoliticalForum");

  /** Commitment that its authors intend to honour and that creates no duty in law. */
  public static final Resource PoliticallyBindingCommitment =
      ResourceFactory.createResource(NS + "PoliticallyBindingCommitment");

  /** Mode of a claim about what may be done or may be the case. */
  public static final Resource PossibilityMode =
      ResourceFactory.createResource(NS + "PossibilityMode");

  /** Certainty of a claim that the speaker holds to be no more than possible. */
  public static final Resource Possible = ResourceFactory.createResource(NS + "Possible");

  /** Setting of what a holder says in confidence. */
  public static final Resource PrivateSetting =
      ResourceFactory.createResource(NS + "PrivateSetting");

  /** Mode of a claim about something put forward for decision. */
  public static final Resource ProposalMode = ResourceFactory.createResource(NS + "ProposalMode");

  /** Status of what has been put forward and is not yet being considered. */
  public static final Resource Proposed = ResourceFactory.createResource(NS + "Proposed");

  /** Thing that claims speak of and for whose existence the record does not vouch. */
  public static final Resource Prospect = ResourceFactory.createResource(NS + "Prospect");

  /** Part of an instrument that has one function. */
  public static final Resource Provision = ResourceFactory.createResource(NS + "Provision");

  /** Setting of what a holder says for everyone to hear. */
  public static final Resource PublicSetting = ResourceFactory.createResource(NS + "PublicSetting");

  /** Treaty event by which a signatory establishes that it consents to be bound. */
  public static final Resource Ratification = ResourceFactory.createResource(NS + "Ratification");

  /** Framework that is a standing format of cooperation among the states of one region. */
  public static final Resource RegionalFormat =
      ResourceFactory.createResource(NS + "RegionalFormat");

  /** Framework that is an organisation of states of one region. */
  public static final Resource RegionalOrganisation =
      ResourceFactory.createResource(NS + "RegionalOrganisation");

  /** Mode of a claim that gives the view of somebody other than the speaker. */
  public static final Resource ReportMode = ResourceFactory.createResource(NS + "ReportMode");

  /** Provision that says where or when another provision applies. */
  public static final Resource ScopeProvision =
      ResourceFactory.createResource(NS + "ScopeProvision");

  /** Membership in a framework that seats parties, whatever its role and standing. */
  public static final Resource Seat = ResourceFactory.createResource(NS + "Seat");

  /** Framework in which a membership counts as a seat. */
  public static final Resource SeatingFramework =
      ResourceFactory.createResource(NS + "SeatingFramework");

  /** Framework whose main purpose is defence, deterrence, intelligence or military cooperation. */
  public static final Resource SecurityFramework =
      ResourceFactory.createResource(NS + "SecurityFramework");

  /** Quality of a reported claim that says before whom its holder voices it. */
  public static final Resource Setting = ResourceFactory.createResource(NS + "Setting");

  /** Treaty event by which a text is signed. */
  public static final Resource Signature = ResourceFactory.createResource(NS + "Signature");

  /** Commitment to assist an obligee after a terrorist attack or a disaster. */
  public static final Resource SolidarityCommitment =
      ResourceFactory.createResource(NS + "SolidarityCommitment");

  /** Text, fixed by its digest, whose passages statements are anchored in. */
  public static final Resource SourceText = ResourceFactory.createResource(NS + "SourceText");

  /**
   * Party that is, or was, a state in international law or is treated as one by the frameworks that
   * seat it.
   */
  public static final Resource State = ResourceFactory.createResource(NS + "State");

  /** Event at which heads of state or government meet within a framework. */
  public static final Resource Summit = ResourceFactory.createResource(NS + "Summit");

  /** Framework that is an organisation to which its members have transferred powers. */
  public static final Resource SupranationalOrganisation =
      ResourceFactory.createResource(NS + "SupranationalOrganisation");

  /** Membership whose practical use the framework has stopped without ending it. */
  public static final Resource SuspendedMembership =
      ResourceFactory.createResource(NS + "SuspendedMembership");

  /**
   * Treaty event by which the practical use of a membership, or duties between parties, are stopped
   * without being ended.
   */
  public static final Resource Suspension = ResourceFactory.createResource(NS + "Suspension");

  /** Commitment to share technology, material or technical information with an obligee. */
  public static final Resource TechnologySharingCommitment =
      ResourceFactory.createResource(NS + "TechnologySharingCommitment");

  /**
   * Description of which annotations say when a fact is in force, and which say until when a roster
   * is looked after.
   */
  public static final Resource TemporalProfile =
      ResourceFactory.createResource(NS + "TemporalProfile");

  /** Treaty event by which an instrument ceases to bind all its parties. */
  public static final Resource Termination = ResourceFactory.createResource(NS + "Termination");

  /**
   * Matter with which claims deal: a field of activity, a means, a course of action or a question.
   */
  public static final Resource Topic = ResourceFactory.createResource(NS + "Topic");

  /**
   * Event by which an instrument, or the relation of a party to an instrument or framework, comes
   * about, changes or ends.
   */
  public static final Resource TreatyEvent = ResourceFactory.createResource(NS + "TreatyEvent");

  /** Status of what has been put forward, is being considered and is not decided. */
  public static final Resource UnderDiscussion =
      ResourceFactory.createResource(NS + "UnderDiscussion");

  /** Verification level of a fact that was not checked against any source. */
  public static final Resource Unverified = ResourceFactory.createResource(NS + "Unverified");

  /** Described group whose description does not settle who belongs to it. */
  public static final Resource VagueGroup = ResourceFactory.createResource(NS + "VagueGroup");

  /** Temporal profile of this ontology: first and last day, both inclusive. */
  public static final Resource ValidTime = ResourceFactory.createResource(NS + "ValidTime");

  /** Quality of a recorded fact that says how much of it was seen in a source. */
  public static final Resource VerificationLevel =
      ResourceFactory.createResource(NS + "VerificationLevel");

  /** Verification level of a fact whose statement and first day were seen in a source. */
  public static final Resource VerifiedDay = ResourceFactory.createResource(NS + "VerifiedDay");

  /** Verification level of a membership that was seen in a source, while its first day was not. */
  public static final Resource VerifiedMembership =
      ResourceFactory.createResource(NS + "VerifiedMembership");

  /** Verification level of a fact whose statement and first month were seen in a source. */
  public static final Resource VerifiedMonth = ResourceFactory.createResource(NS + "VerifiedMonth");

  /** Verification level of a fact whose statement and first year were seen in a source. */
  public static final Resource VerifiedYear = ResourceFactory.createResource(NS + "VerifiedYear");

  /** Treaty event by which one party leaves an instrument or framework that goes on. */
  public static final Resource Withdrawal = ResourceFactory.createResource(NS + "Withdrawal");

  /** Provision that says how a party may leave an instrument. */
  public static final Resource WithdrawalRule =
      ResourceFactory.createResource(NS + "WithdrawalRule");

  /**
   * Quality of a claim that says how far what it describes, its polarity included, has come about
   * on the day of the statement.
   */
  public static final Resource WorldStatus = ResourceFactory.createResource(NS + "WorldStatus");

  /** Relates a concern to a means most of which it uses up. */
  public static final Property absorbs = ResourceFactory.createProperty(NS + "absorbs");

  /**
   * Relates an acceptance policy to a certainty with which it accepts claims; without any, it
   * accepts all.
   */
  public static final Property acceptsCertainty =
      ResourceFactory.createProperty(NS + "acceptsCertainty");

  /**
   * Relates an acceptance policy to a mode in which it accepts claims; without any, it accepts all
   * modes.
   */
  public static final Property acceptsMode = ResourceFactory.createProperty(NS + "acceptsMode");

  /**
   * Relates an acceptance policy to a speaker whose claims it accepts; without any, it accepts
   * those of all.
   */
  public static final Property acceptsSpeaker =
      ResourceFactory.createProperty(NS + "acceptsSpeaker");

  /**
   * Relates a party to a framework, or to the whole of which it is a part, in which it holds an
   * active membership as a partner.
   */
  public static final Property activePartnerOf =
      ResourceFactory.createProperty(NS + "activePartnerOf");

  /** Relates a thing to something that changes, or may change, because of it. */
  public static final Property affects = ResourceFactory.createProperty(NS + "affects");

  /** Relates a person to an organisation for which he or she works. */
  public static final Property affiliatedWith =
      ResourceFactory.createProperty(NS + "affiliatedWith");

  /** Relates a group to a matter on which its members are of one view. */
  public static final Property agreesOn = ResourceFactory.createProperty(NS + "agreesOn");

  /** Relates a claim to the passage in which it is made. */
  public static final Property anchoredAt = ResourceFactory.createProperty(NS + "anchoredAt");

  /** Number or name under which a provision stands in its instrument. */
  public static final Property article = ResourceFactory.createProperty(NS + "article");

  /** Relates a party to what it wants from others. */
  public static final Property asksFor = ResourceFactory.createProperty(NS + "asksFor");

  /** Relates a claim profile to the mode in which a claim states a fact about the world. */
  public static final Property assertiveMode = ResourceFactory.createProperty(NS + "assertiveMode");

  /** Number of an instrument in the Alliance Treaty Obligations and Provisions data. */
  public static final Property atopId = ResourceFactory.createProperty(NS + "atopId");

  /** Relates a claim to a party, person or group whose view it is. */
  public static final Property attributedTo = ResourceFactory.createProperty(NS + "attributedTo");

  /** Relates a party or group to something that it must weigh against others of its kind. */
  public static final Property balances = ResourceFactory.createProperty(NS + "balances");

  /**
   * Relates a thing to the organisation, state or plurality of which it is an organ, an item or a
   * part.
   */
  public static final Property belongsTo = ResourceFactory.createProperty(NS + "belongsTo");

  /** Relates a pair suspension to one of its two parties. */
  public static final Property betweenParty = ResourceFactory.createProperty(NS + "betweenParty");

  /** Relates a party to a commitment that it owes. */
  public static final Property boundBy = ResourceFactory.createProperty(NS + "boundBy");

  /** Relates a claim profile to the property that says how certain a claim is put. */
  public static final Property certaintyProperty =
      ResourceFactory.createProperty(NS + "certaintyProperty");

  /** Names the texts in which a recorded fact was seen, in words. */
  public static final Property citation = ResourceFactory.createProperty(NS + "citation");

  /**
   * Relates a temporal profile to the property that names the texts in which a recorded fact was
   * seen.
   */
  public static final Property citationProperty =
      ResourceFactory.createProperty(NS + "citationProperty");

  /**
   * First day from which a roster is declared complete; it stays complete until its curated-until
   * day.
   */
  public static final Property completeFrom = ResourceFactory.createProperty(NS + "completeFrom");

  /**
   * Relates a temporal profile to the property that carries the first day on which a roster is
   * complete.
   */
  public static final Property completeFromProperty =
      ResourceFactory.createProperty(NS + "completeFromProperty");

  /**
   * Relates a claim, or a topic, event, motive or described group, to a party, framework, group,
   * event, place or other thing that it is about.
   */
  public static final Property concerns = ResourceFactory.createProperty(NS + "concerns");

  /** Relates a provision to a place beyond which it has no effect. */
  public static final Property confinedTo = ResourceFactory.createProperty(NS + "confinedTo");

  /** Relates a tendency or demand to one that pulls the other way. */
  public static final Property conflictsWith = ResourceFactory.createProperty(NS + "conflictsWith");

  /** Relates a limit or a lack to something that it holds back. */
  public static final Property constrains = ResourceFactory.createProperty(NS + "constrains");

  /** Relates a claim to the IRI of the named graph that holds what it says. */
  public static final Property content = ResourceFactory.createProperty(NS + "content");

  /** Relates a claim profile to the property from a claim to the graph of its content. */
  public static final Property contentProperty =
      ResourceFactory.createProperty(NS + "contentProperty");

  /** Relates a party, framework or group to a topic on which it works with others. */
  public static final Property cooperatesOn = ResourceFactory.createProperty(NS + "cooperatesOn");

  /** Relates a party, framework or group to a party or group with which it works. */
  public static final Property cooperatesWith =
      ResourceFactory.createProperty(NS + "cooperatesWith");

  /** Number of a state in the state list of the Correlates of War project. */
  public static final Property cowCode = ResourceFactory.createProperty(NS + "cowCode");

  /** Last day for which the keepers of a roster looked after it. */
  public static final Property curatedUntil = ResourceFactory.createProperty(NS + "curatedUntil");

  /**
   * Relates a temporal profile to the property that carries the last day for which a roster was
   * looked after.
   */
  public static final Property curatedUntilProperty =
      ResourceFactory.createProperty(NS + "curatedUntilProperty");

  /** Relates a temporal profile to the day that is meant where a question names none. */
  public static final Property defaultDay = ResourceFactory.createProperty(NS + "defaultDay");

  /** Relates a party or framework to a matter that it settles, or settles anew. */
  public static final Property defines = ResourceFactory.createProperty(NS + "defines");

  /** Least number of full years between an event and the earlier event that it follows. */
  public static final Property delayInYears = ResourceFactory.createProperty(NS + "delayInYears");

  /** Relates a claim profile to the polarity of a claim that denies its content. */
  public static final Property deniedPolarity =
      ResourceFactory.createProperty(NS + "deniedPolarity");

  /** Relates a definite group to the framework whose full members it denotes on each day. */
  public static final Property denotesMembersOf =
      ResourceFactory.createProperty(NS + "denotesMembersOf");

  /** Relates a definite group to the framework whose partners it denotes on each day. */
  public static final Property denotesPartnersOf =
      ResourceFactory.createProperty(NS + "denotesPartnersOf");

  /** Relates a party, framework or activity to whom it needs in order to succeed. */
  public static final Property dependsOn = ResourceFactory.createProperty(NS + "dependsOn");

  /** Relates a party, framework or group to something that it considers without having decided. */
  public static final Property discusses = ResourceFactory.createProperty(NS + "discusses");

  /** Relates a party or group to something about which it has reservations. */
  public static final Property doubts = ResourceFactory.createProperty(NS + "doubts");

  /** Number of years, rounded, for which an event lasted. */
  public static final Property durationInYears =
      ResourceFactory.createProperty(NS + "durationInYears");

  /**
   * Relates a temporal profile to a property that carries the first day on which a fact is no
   * longer in force.
   */
  public static final Property endDayProperty =
      ResourceFactory.createProperty(NS + "endDayProperty");

  /** Relates a temporal profile to a property that carries the day on which an event took place. */
  public static final Property eventDayProperty =
      ResourceFactory.createProperty(NS + "eventDayProperty");

  /** Day, month or year in which a fact came into force, at the precision known. */
  public static final Property firstDay = ResourceFactory.createProperty(NS + "firstDay");

  /** Relates a temporal profile to the property that carries the first day of a fact. */
  public static final Property firstDayProperty =
      ResourceFactory.createProperty(NS + "firstDayProperty");

  /** Names the act by which a fact came into force. */
  public static final Property firstEvent = ResourceFactory.createProperty(NS + "firstEvent");

  /** Relates a party, framework, instrument or development to what it puts first. */
  public static final Property focusesOn = ResourceFactory.createProperty(NS + "focusesOn");

  /** Relates a thing to an event after which it begins. */
  public static final Property follows = ResourceFactory.createProperty(NS + "follows");

  /** Relates a framework to an instrument on which it rests. */
  public static final Property foundedOn = ResourceFactory.createProperty(NS + "foundedOn");

  /** Relates a party to a framework in which it holds a full membership. */
  public static final Property fullMemberOf = ResourceFactory.createProperty(NS + "fullMemberOf");

  /** Describes the area to which a provision is confined. */
  public static final Property geographicScope =
      ResourceFactory.createProperty(NS + "geographicScope");

  /** Relates a thing to something of its kind that it exceeds in reach or weight. */
  public static final Property goesBeyond = ResourceFactory.createProperty(NS + "goesBeyond");

  /** Relates an event to who brings it about. */
  public static final Property hasAgent = ResourceFactory.createProperty(NS + "hasAgent");

  /** Relates a state to a cooperation that it is eager to develop. */
  public static final Property hasAppetiteFor =
      ResourceFactory.createProperty(NS + "hasAppetiteFor");

  /** Relates a claim to its certainty. */
  public static final Property hasCertainty = ResourceFactory.createProperty(NS + "hasCertainty");

  /** Relates a claim to the measure in which its content holds. */
  public static final Property hasDegree = ResourceFactory.createProperty(NS + "hasDegree");

  /** Relates a party or framework to a region that it knows well. */
  public static final Property hasExpertiseOn =
      ResourceFactory.createProperty(NS + "hasExpertiseOn");

  /**
   * Relates a party, framework or group to something in which it has a stake or to which it pays
   * attention.
   */
  public static final Property hasInterestIn = ResourceFactory.createProperty(NS + "hasInterestIn");

  /** Relates a party, framework, group or topic to a means or quality of which it has little. */
  public static final Property hasLimited = ResourceFactory.createProperty(NS + "hasLimited");

  /** Relates a party to a membership that it holds. */
  public static final Property hasMembership = ResourceFactory.createProperty(NS + "hasMembership");

  /** Relates a claim to its mode. */
  public static final Property hasMode = ResourceFactory.createProperty(NS + "hasMode");

  /** Relates a claim to the end for which, as the speaker sees it, its holder takes that stance. */
  public static final Property hasMotive = ResourceFactory.createProperty(NS + "hasMotive");

  /** Relates a state to a region or state towards which it pursues a policy of its own. */
  public static final Property hasNationalAgendaFor =
      ResourceFactory.createProperty(NS + "hasNationalAgendaFor");

  /** Relates a commitment to a party to which it is owed. */
  public static final Property hasObligee = ResourceFactory.createProperty(NS + "hasObligee");

  /** Relates a commitment to a party that owes it. */
  public static final Property hasObligor = ResourceFactory.createProperty(NS + "hasObligor");

  /** Relates a claim to the standpoint from which the speaker says it is seen. */
  public static final Property hasPerspective =
      ResourceFactory.createProperty(NS + "hasPerspective");

  /** Relates a claim to its polarity. */
  public static final Property hasPolarity = ResourceFactory.createProperty(NS + "hasPolarity");

  /** Relates a framework to a region in which it has a task of its own. */
  public static final Property hasRoleIn = ResourceFactory.createProperty(NS + "hasRoleIn");

  /** Relates a claim to the setting in which its holder voices it. */
  public static final Property hasSetting = ResourceFactory.createProperty(NS + "hasSetting");

  /** Relates a state to a region or sea in or on which it has land. */
  public static final Property hasTerritoryIn =
      ResourceFactory.createProperty(NS + "hasTerritoryIn");

  /** Relates a claim to a topic that it deals with. */
  public static final Property hasTopic = ResourceFactory.createProperty(NS + "hasTopic");

  /** Relates a claim to how far what it describes has come about. */
  public static final Property hasWorldStatus =
      ResourceFactory.createProperty(NS + "hasWorldStatus");

  /** Relates a claim profile to the property that says whose view a claim is. */
  public static final Property holderProperty =
      ResourceFactory.createProperty(NS + "holderProperty");

  /**
   * Relates a claim profile to the property by which an accepted report says that its holder holds
   * the claim.
   */
  public static final Property holdingProperty =
      ResourceFactory.createProperty(NS + "holdingProperty");

  /** Relates the holder of a view to a claim that reports it, once the report is accepted. */
  public static final Property holds = ResourceFactory.createProperty(NS + "holds");

  /** Relates a membership to the framework in which it is held. */
  public static final Property inFramework = ResourceFactory.createProperty(NS + "inFramework");

  /** Relates a claim to a claim that does not sit easily with it. */
  public static final Property inTensionWith = ResourceFactory.createProperty(NS + "inTensionWith");

  /** Relates a party, group or force to a place or domain in which it operates. */
  public static final Property isActiveIn = ResourceFactory.createProperty(NS + "isActiveIn");

  /** Relates each of the active partnerships, and nothing else, to itself. */
  public static final Property isActivePartnership =
      ResourceFactory.createProperty(NS + "isActivePartnership");

  /** Relates a framework to a region in whose security it plays the main part. */
  public static final Property isCentralTo = ResourceFactory.createProperty(NS + "isCentralTo");

  /** Relates a state to a cooperation that it pursues in earnest. */
  public static final Property isCommittedTo = ResourceFactory.createProperty(NS + "isCommittedTo");

  /** Relates each of the defence commitments, and nothing else, to itself. */
  public static final Property isDefence = ResourceFactory.createProperty(NS + "isDefence");

  /** Relates an event to whom it is aimed at or whom it takes in. */
  public static final Property isDirectedAt = ResourceFactory.createProperty(NS + "isDirectedAt");

  /** Relates a treaty event to the instrument, or to the framework, that it is an event of. */
  public static final Property isEventOf = ResourceFactory.createProperty(NS + "isEventOf");

  /** Relates each of the full memberships, and nothing else, to itself. */
  public static final Property isFull = ResourceFactory.createProperty(NS + "isFull");

  /** Relates a custom or a kind of cooperation to an instance of it. */
  public static final Property isIllustratedBy =
      ResourceFactory.createProperty(NS + "isIllustratedBy");

  /** Relates a framework to a framework that offers less firm cooperation. */
  public static final Property isMoreRobustThan =
      ResourceFactory.createProperty(NS + "isMoreRobustThan");

  /** Relates each of the mutual commitments, and nothing else, to itself. */
  public static final Property isMutual = ResourceFactory.createProperty(NS + "isMutual");

  /** Relates each of the observer memberships, and nothing else, to itself. */
  public static final Property isObservership =
      ResourceFactory.createProperty(NS + "isObservership");

  /** Relates each of the commitments to partners, and nothing else, to itself. */
  public static final Property isOwedToPartners =
      ResourceFactory.createProperty(NS + "isOwedToPartners");

  /** Relates each of the participant memberships, and nothing else, to itself. */
  public static final Property isParticipation =
      ResourceFactory.createProperty(NS + "isParticipation");

  /** Relates each of the partner memberships, and nothing else, to itself. */
  public static final Property isPartnership = ResourceFactory.createProperty(NS + "isPartnership");

  /** Relates each of the seats, and nothing else, to itself. */
  public static final Property isSeat = ResourceFactory.createProperty(NS + "isSeat");

  /** Two-letter code of a state in ISO 3166-1. */
  public static final Property isoAlpha2 = ResourceFactory.createProperty(NS + "isoAlpha2");

  /** Three-letter code of a state in ISO 3166-1, or in ISO 3166-3 for a former state. */
  public static final Property isoAlpha3 = ResourceFactory.createProperty(NS + "isoAlpha3");

  /** Day, month or year in which a fact was last in force, inclusive, at the precision known. */
  public static final Property lastDay = ResourceFactory.createProperty(NS + "lastDay");

  /** Relates a temporal profile to the property that carries the inclusive last day of a fact. */
  public static final Property lastDayProperty =
      ResourceFactory.createProperty(NS + "lastDayProperty");

  /** Names the act by which a fact ceased to be in force. */
  public static final Property lastEvent = ResourceFactory.createProperty(NS + "lastEvent");

  /** Relates a party to a matter on which it gives others direction. */
  public static final Property leadsOn = ResourceFactory.createProperty(NS + "leadsOn");

  /**
   * Relates a temporal profile to a verification level whose facts are taken in only where that is
   * asked for.
   */
  public static final Property leftOutLevel = ResourceFactory.createProperty(NS + "leftOutLevel");

  /** Names in words the instrument or decision on which a framework rests. */
  public static final Property legalBasis = ResourceFactory.createProperty(NS + "legalBasis");

  /** Place of a verification level in the order from unverified (0) to verified to the day (6). */
  public static final Property levelRank = ResourceFactory.createProperty(NS + "levelRank");

  /**
   * Relates a temporal profile to the property that carries the place of a verification level in
   * their order, the weakest first.
   */
  public static final Property levelRankProperty =
      ResourceFactory.createProperty(NS + "levelRankProperty");

  /** Describes in words what a provision leaves out or leaves open. */
  public static final Property limitation = ResourceFactory.createProperty(NS + "limitation");

  /** Relates a scope provision to the commitment whose reach it limits. */
  public static final Property limits = ResourceFactory.createProperty(NS + "limits");

  /** Relates a thing to a place where it is. */
  public static final Property locatedIn = ResourceFactory.createProperty(NS + "locatedIn");

  /** Three-digit code of a state in the M49 standard of the United Nations. */
  public static final Property m49Code = ResourceFactory.createProperty(NS + "m49Code");

  /** Number of things in a group. */
  public static final Property memberCount = ResourceFactory.createProperty(NS + "memberCount");

  /** Relates a claim profile to the property that says in which mode a claim is made. */
  public static final Property modeProperty = ResourceFactory.createProperty(NS + "modeProperty");

  /** Relates a party to a mutual commitment of an instrument to which it is a party. */
  public static final Property mutuallyBoundBy =
      ResourceFactory.createProperty(NS + "mutuallyBoundBy");

  /** Relates a party to a framework in which it is an observer. */
  public static final Property observerOf = ResourceFactory.createProperty(NS + "observerOf");

  /** Relates a membership to the party that holds it. */
  public static final Property ofParty = ResourceFactory.createProperty(NS + "ofParty");

  /** Day, month or year on which an event took place, at the precision known. */
  public static final Property onDay = ResourceFactory.createProperty(NS + "onDay");

  /** Place of a thing in the order in which a speaker names things of its kind, from 1. */
  public static final Property ordinal = ResourceFactory.createProperty(NS + "ordinal");

  /**
   * Relates an active partner to a commitment that the framework's instrument makes to partners.
   */
  public static final Property owedToPartner = ResourceFactory.createProperty(NS + "owedToPartner");

  /** Relates a party to a party towards which it has some commitment. */
  public static final Property owes = ResourceFactory.createProperty(NS + "owes");

  /** Relates a party to a party towards which it has a defence commitment. */
  public static final Property owesDefenceTo = ResourceFactory.createProperty(NS + "owesDefenceTo");

  /** Relates a framework to a framework of which it is a part. */
  public static final Property partOf = ResourceFactory.createProperty(NS + "partOf");

  /** Relates a party to a framework in which it is a participant. */
  public static final Property participantOf = ResourceFactory.createProperty(NS + "participantOf");

  /**
   * Relates a party to a framework, or to the whole of which it is a part, in which it holds a
   * membership as a partner, active or suspended.
   */
  public static final Property partnerOf = ResourceFactory.createProperty(NS + "partnerOf");

  /** Relates a claim profile to the property that says whether a claim affirms or denies. */
  public static final Property polarityProperty =
      ResourceFactory.createProperty(NS + "polarityProperty");

  /** Relates a framework to partners whom it favours over others. */
  public static final Property privileges = ResourceFactory.createProperty(NS + "privileges");

  /** Relates a party or framework to something that it puts forward for decision. */
  public static final Property proposes = ResourceFactory.createProperty(NS + "proposes");

  /** Relates an instrument to one of its provisions. */
  public static final Property provides = ResourceFactory.createProperty(NS + "provides");

  /** First day on which the keepers of a record said what a fact says. */
  public static final Property recordedFrom = ResourceFactory.createProperty(NS + "recordedFrom");

  /** Relates a temporal profile to the property that carries the first day on record. */
  public static final Property recordedFromProperty =
      ResourceFactory.createProperty(NS + "recordedFromProperty");

  /**
   * Last day on which the keepers of a record said what a fact says; a fact with one has been
   * superseded.
   */
  public static final Property recordedUntil = ResourceFactory.createProperty(NS + "recordedUntil");

  /** Relates a temporal profile to the property that carries the last day on record. */
  public static final Property recordedUntilProperty =
      ResourceFactory.createProperty(NS + "recordedUntilProperty");

  /**
   * Relates a treaty event to the party whose relation to an instrument or framework it changes.
   */
  public static final Property regardsParty = ResourceFactory.createProperty(NS + "regardsParty");

  /** Relates a claim profile to the mode in which a claim reports what somebody holds. */
  public static final Property reportiveMode = ResourceFactory.createProperty(NS + "reportiveMode");

  /** Relates a party or group to a demand that it meets. */
  public static final Property respondsTo = ResourceFactory.createProperty(NS + "respondsTo");

  /** Relates a party to a framework in which it holds a seat. */
  public static final Property seatIn = ResourceFactory.createProperty(NS + "seatIn");

  /**
   * Relates a framework to a framework in which some party of the first holds a seat too; each is
   * so related to itself.
   */
  public static final Property sharesPartyWith =
      ResourceFactory.createProperty(NS + "sharesPartyWith");

  /** Relates a party to those whom it tells clearly what it wants of them. */
  public static final Property signalsDemandTo =
      ResourceFactory.createProperty(NS + "signalsDemandTo");

  /**
   * Day on which an instrument, or a party's acceptance of it, was signed; no fact is in force by
   * signature alone.
   */
  public static final Property signedOn = ResourceFactory.createProperty(NS + "signedOn");

  /** Relates a claim to the person who utters it. */
  public static final Property speaker = ResourceFactory.createProperty(NS + "speaker");

  /** Relates a claim profile to the property that says who makes a claim. */
  public static final Property speakerProperty =
      ResourceFactory.createProperty(NS + "speakerProperty");

  /**
   * Relates a recorded fact, or a thing that a record describes, to a passage that states or
   * presupposes it beside the record.
   */
  public static final Property statedAt = ResourceFactory.createProperty(NS + "statedAt");

  /** Day on which a source text, or a claim, was given. */
  public static final Property statedOn = ResourceFactory.createProperty(NS + "statedOn");

  /** Relates a thing to a cause or an origin of it. */
  public static final Property stemsFrom = ResourceFactory.createProperty(NS + "stemsFrom");

  /** Relates a party, group or development to something that it makes stronger or larger. */
  public static final Property strengthens = ResourceFactory.createProperty(NS + "strengthens");

  /** Relates a party or group to something that it is in favour of. */
  public static final Property supports = ResourceFactory.createProperty(NS + "supports");

  /** Relates a pair suspension to the instrument whose duties it suspends. */
  public static final Property suspends = ResourceFactory.createProperty(NS + "suspends");

  /** Relates a cooperation to a form in which it is carried on. */
  public static final Property takesForm = ResourceFactory.createProperty(NS + "takesForm");

  /** Relates a party, group or framework to an event, organ or activity in which it joins. */
  public static final Property takesPartIn = ResourceFactory.createProperty(NS + "takesPartIn");

  /** Describes the event upon which a commitment falls due. */
  public static final Property trigger = ResourceFactory.createProperty(NS + "trigger");

  /** Relates a party to those whom it presses to act. */
  public static final Property urges = ResourceFactory.createProperty(NS + "urges");

  /** Relates a recorded fact to its verification level. */
  public static final Property verification = ResourceFactory.createProperty(NS + "verification");

  /** Relates a temporal profile to the property that carries the verification level of a fact. */
  public static final Property verificationProperty =
      ResourceFactory.createProperty(NS + "verificationProperty");

  /** Gregorian calendar year in which an event took place. */
  public static final Property year = ResourceFactory.createProperty(NS + "year");

  private Entente() {}
}
