import { residents } from '@lianban/protos';
import { type Decider, aggregate, commandTo } from '@lianban/model';
import { entriesIn } from '@lianban/audit-log';
import { benefitClaim } from './domain/benefit-claim';
import { consent } from './domain/consent';
import { correction } from './domain/correction';
import { death } from './domain/death';
import { draft } from './domain/draft';
import { endedSession } from './domain/ended-session';
import { household } from './domain/household';
import {
  type ReadCommand,
  type ReadState,
  PEOPLE,
  HOUSEHOLDS,
  ORGANISATIONS,
  READS,
  PAGES,
  MANDATES,
  OFFERS,
  BENEFIT_CLAIMS,
  CONSENTS,
  CORRECTIONS,
  DEATHS,
  DRAFTS,
  ENDED_SESSIONS,
  OPEN_SESSIONS,
  READ_MARKS,
  READ_QUESTIONS,
  SECURITY_EVENTS,
  SECURITY_PAGES,
} from './aggregate-types';
import { COUNTER_INTAKE } from './list-look-ups';
import { mandate } from './domain/mandate-decider';
import { offers as offersDecider } from './domain/offer';
import { organisation } from './domain/organisation';
import { openSession } from './domain/open-session';
import { sealedPage } from './domain/page';
import { person } from './domain/person';
import { securityEvent } from './domain/security-event';
import { readMark } from './domain/read-mark';
import { readQuestion } from './domain/read-question';
import { type ReadRecorded, recordRead } from './domain/read';

const people = aggregate(PEOPLE, {
  decider: person,
  announce: {
    PersonRegistered: ({ district, at }, _state, id) => ({
      type: residents.v1.ResidentRegistered,
      value: { residentId: id, district, registeredAt: at },
    }),
    PersonChanged: 'private',
  },
  sealed: ['birthDate'],
  indexes: [{ fields: { 'state.idIndex': 1 }, unique: true, partial: { 'state.status': 'registered' } }],
});

const households = aggregate(HOUSEHOLDS, {
  decider: household,
  announce: {
    HouseholdChanged: ({ members, at }, _state, id) => ({
      type: residents.v1.HouseholdChanged,
      value: { householdId: id, persons: members.length, changedAt: at },
    }),
  },
  sealed: ['members.*.monthlyIncomeCents', 'members.*.severeDisability', 'savingsCents', 'homes', 'cars'],
  // Nobody is counted in two households, also when two are written at the same moment.
  indexes: [{ fields: { 'state.members.residentId': 1 }, unique: true, name: 'one-household-each' }],
});

/** Nothing of it is personal but who represents it, by an id: business registers are public. */
const organisations = aggregate(ORGANISATIONS, {
  decider: organisation,
  announce: { OrganisationEntered: 'private' },
  indexes: [{ fields: { 'state.legalRepresentative': 1, 'state.status': 1 } }],
});

const readDecider: Decider<ReadState, ReadCommand, ReadRecorded> = {
  initial: () => ({ status: 'unread' }),
  decide(command, state, now) {
    if (state.status === 'recorded') return [];
    const recorded = recordRead(command, now);
    return 'refused' in recorded ? recorded : [recorded];
  },
  evolve: (_state, { residentId, reader, caseId, purpose, department, fields, basis, concerned, at }) => ({
    status: 'recorded',
    residentId,
    reader,
    caseId,
    purpose,
    ...(department && { department }),
    fields,
    ...(basis && { basis }),
    ...(concerned && { concerned }),
    at,
  }),
};

/** One document per read, so that recording reads never queues up behind one another on a person. */
const reads = aggregate(READS, {
  decider: readDecider,
  announce: { ReadRecorded: 'private' },
  createdBy: ['RecordRead'],
  indexes: [
    { fields: { 'state.residentId': 1, 'state.at': -1 } },
    { fields: { 'state.concerned': 1, 'state.at': -1 }, partial: { 'state.concerned': { $exists: true } } },
    {
      fields: { 'state.department': 1, 'state.at': -1 },
      partial: { 'state.purpose': COUNTER_INTAKE },
      name: 'look-ups-at-counters',
    },
  ],
});

/** The book's pages: each seals reads that were written, and the page before. Announced, so that others hold the hashes. */
const pages = aggregate(PAGES, {
  decider: sealedPage,
  announce: {
    PageSealed: ({ page }) => ({
      type: residents.v1.BookPageSealed,
      value: {
        number: page.number,
        reads: entriesIn(page),
        hash: page.hash,
        previousHash: page.previous,
        sealedAt: page.sealedAt,
      },
    }),
  },
  createdBy: ['SealPage'],
});

const mandates = aggregate(MANDATES, {
  decider: mandate,
  announce: {
    MandateAsked: 'private',
    MandateConfirmed: 'private',
    CounterConfirmationAsked: 'private',
    CounterConfirmationDropped: 'private',
    MandateRefused: 'private',
    MandateRevoked: 'private',
    MandateLapsed: 'private',
  },
  sealed: ['confirmation.reference', 'counterAsk.reference'],
  createdBy: ['AskMandate', 'GiveMandate'],
  indexes: [
    { fields: { 'state.principalId': 1, 'state.status': 1, _id: -1 } },
    { fields: { 'state.agentId': 1, 'state.status': 1, _id: -1 } },
    {
      fields: { 'state.counterAsk.department': 1, 'state.counterAsk.askedAt': 1 },
      partial: { 'state.counterAsk.department': { $exists: true } },
    },
  ],
});

const consents = aggregate(CONSENTS, {
  decider: consent,
  announce: { ConsentGiven: 'private', ConsentRevoked: 'private' },
  createdBy: ['GiveConsent'],
  indexes: [{ fields: { 'state.residentId': 1, 'state.givenAt': -1 } }],
});

/** Announced to nobody: what was granted is told by the department that grants. */
const benefitClaims = aggregate(BENEFIT_CLAIMS, {
  decider: benefitClaim,
  announce: { BenefitClaimed: 'private', BenefitReleased: 'private' },
  indexes: [
    { fields: { 'state.persons': 1, 'state.benefit': 1 } },
    { fields: { 'state.held.caseId': 1 }, partial: { 'state.held.caseId': { $exists: true } } },
  ],
});

const corrections = aggregate(CORRECTIONS, {
  decider: correction,
  announce: { CorrectionAsked: 'private', CorrectionGranted: 'private', CorrectionRefused: 'private' },
  createdBy: ['AskCorrection'],
  // The register changes with the decision, or neither does.
  policy: (event, state) =>
    event.type === 'CorrectionGranted' && state.status !== 'none'
      ? [commandTo(PEOPLE, state.residentId, { type: 'CorrectPerson', field: state.field, sealed: state.sealed })]
      : [],
  indexes: [
    { fields: { 'state.residentId': 1, 'state.askedAt': -1 } },
    { fields: { 'state.status': 1, 'state.askedAt': 1 }, partial: { 'state.status': 'asked' } },
  ],
});

const deaths = aggregate(DEATHS, {
  decider: death,
  announce: { DeathKept: 'private', DeathTakenBack: 'private', DeathSettled: 'private' },
  indexes: [
    { fields: { 'state.residentId': 1, 'state.status': 1 }, partial: { 'state.residentId': { $exists: true } } },
    { fields: { 'state.settled': 1 }, partial: { 'state.settled': false }, name: 'deaths-to-settle' },
  ],
});

/** Days an offer is kept after it last changed: longer than its refusal is remembered. */
const OFFER_DAYS = 730;

const offers = aggregate(OFFERS, {
  decider: offersDecider,
  announce: { OfferMade: 'private', OfferOpened: 'private', OfferRefused: 'private' },
  keepMs: OFFER_DAYS * 24 * 60 * 60 * 1000,
});

/** Days a draft is kept after it was last saved. */
export const DRAFT_DAYS = 90;
const dayMs = 24 * 60 * 60 * 1000;

const drafts = aggregate(DRAFTS, {
  decider: draft,
  announce: { DraftSaved: 'private', DraftDiscarded: 'private' },
  keepMs: DRAFT_DAYS * dayMs,
  indexes: [{ fields: { 'state.residentId': 1, 'state.forId': 1 } }],
});

/** Longer than any session lasts: by then its cookie is worth nothing by itself. */
const longestSessionMs = 25 * 60 * 60 * 1000;

const endedSessions = aggregate(ENDED_SESSIONS, {
  decider: endedSession,
  announce: { SessionEnded: 'private' },
  createdBy: ['EndSession'],
  keepMs: longestSessionMs,
  indexes: [{ fields: { 'state.at': 1 } }],
});

const openSessions = aggregate(OPEN_SESSIONS, {
  decider: openSession,
  announce: { SessionKept: 'private', SessionClosed: 'private' },
  createdBy: ['KeepSession'],
  sealed: ['device'],
  keepMs: longestSessionMs,
  indexes: [{ fields: { 'state.personId': 1, 'state.seenAt': -1 }, partial: { 'state.status': 'open' } }],
});

/** Days a mark is kept after something was last read: by then applications have long ended. */
const READ_MARK_DAYS = 730;

const readMarks = aggregate(READ_MARKS, {
  decider: readMark,
  announce: { MessagesRead: 'private' },
  createdBy: ['MarkRead'],
  keepMs: READ_MARK_DAYS * dayMs,
});

const readQuestions = aggregate(READ_QUESTIONS, {
  decider: readQuestion,
  announce: { AskedAboutRead: 'private', AnsweredAboutRead: 'private' },
  createdBy: ['AskAboutRead'],
  indexes: [{ fields: { 'state.answers': 1, 'state.status': -1, 'state.askedAt': 1, _id: 1 } }],
});

const securityEvents = aggregate(SECURITY_EVENTS, {
  decider: securityEvent,
  announce: { SecurityEventKept: 'private' },
  createdBy: ['KeepSecurityEvent'],
  indexes: [{ fields: { 'state.at': -1 } }, { fields: { 'state.who': 1, 'state.at': -1 } }],
});

/** Said to nobody: the hash of the last page is kept elsewhere by whoever verifies the log. */
const securityPages = aggregate(SECURITY_PAGES, {
  decider: sealedPage,
  announce: { PageSealed: 'private' },
  createdBy: ['SealPage'],
});

export const residentsAggregates = [
  people,
  households,
  organisations,
  reads,
  pages,
  mandates,
  deaths,
  offers,
  drafts,
  consents,
  benefitClaims,
  corrections,
  endedSessions,
  openSessions,
  readMarks,
  readQuestions,
  securityEvents,
  securityPages,
];
