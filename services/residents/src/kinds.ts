import { residents } from '@lianban/protos';
import { type AnyKind, type Decider, kind } from '@lianban/model';
import { entriesOn } from '@lianban/audit-log';
import { type ConsentCommand, type ConsentEvent, type ConsentState, consent } from './domain/consent';
import { type DraftCommand, type DraftEvent, type DraftState, draft } from './domain/draft';
import { type EndSession, type EndedSessionState, type SessionEnded, endedSession } from './domain/ended-session';
import { type HouseholdChanged, type HouseholdState, type PutHousehold, household } from './domain/household';
import type { MandateCommand, MandateEvent, MandateState } from './domain/mandate';
import { mandate } from './domain/mandate-decider';
import { type PageSealed, type PageState, type SealPage, sealedPage } from './domain/page';
import { type PersonEvent, type PersonState, type RegisterPerson, person } from './domain/person';
import { type MarkRead, type MessagesRead, type ReadMarkState, readMark } from './domain/read-mark';
import { type ReadRecorded, type RecordRead, recordRead } from './domain/read';

export type ReadState = { readonly status: 'unread' } | ({ readonly status: 'recorded' } & Omit<ReadRecorded, 'type'>);
export type ReadCommand = RecordRead & { readonly type: 'RecordRead' };

const people: AnyKind = kind<PersonState, RegisterPerson, PersonEvent>({
  name: 'people',
  decider: person,
  announce: {
    PersonRegistered: ({ district, at }, _state, id) => ({
      type: residents.v1.ResidentRegistered,
      value: { residentId: id, district, registeredAt: at },
    }),
    PersonChanged: 'private',
  },
  indexes: [{ fields: { 'state.idIndex': 1 }, unique: true, partial: { 'state.status': 'registered' } }],
});

const households: AnyKind = kind<HouseholdState, PutHousehold, HouseholdChanged>({
  name: 'households',
  decider: household,
  announce: {
    HouseholdChanged: ({ members, at }, _state, id) => ({
      type: residents.v1.HouseholdChanged,
      value: { householdId: id, persons: members.length, changedAt: at },
    }),
  },
  // Nobody is counted in two households, also when two are written at the same moment.
  indexes: [{ fields: { 'state.members.residentId': 1 }, unique: true, name: 'one-household-each' }],
});

const readDecider: Decider<ReadState, ReadCommand, ReadRecorded> = {
  initial: () => ({ status: 'unread' }),
  decide(command, state, now) {
    if (state.status === 'recorded') return [];
    const recorded = recordRead(command, now);
    return 'refused' in recorded ? recorded : [recorded];
  },
  evolve: (_state, { residentId, reader, caseId, purpose, department, fields, at }) => ({
    status: 'recorded',
    residentId,
    reader,
    caseId,
    purpose,
    ...(department && { department }),
    fields,
    at,
  }),
};

/** One document per read, so that recording reads never queues up behind one another on a person. */
const reads: AnyKind = kind<ReadState, ReadCommand, ReadRecorded>({
  name: 'reads',
  decider: readDecider,
  announce: { ReadRecorded: 'private' },
  begins: ['RecordRead'],
  indexes: [{ fields: { 'state.residentId': 1, 'state.at': -1 } }],
});

/** The book's pages: each seals reads that were written, and the page before. Announced, so that others hold the hashes. */
const pages: AnyKind = kind<PageState, SealPage, PageSealed>({
  name: 'pages',
  decider: sealedPage,
  announce: {
    PageSealed: ({ page }) => ({
      type: residents.v1.BookPageSealed,
      value: {
        number: page.number,
        reads: entriesOn(page),
        hash: page.hash,
        previousHash: page.previous,
        sealedAt: page.sealedAt,
      },
    }),
  },
  begins: ['SealPage'],
});

const mandates: AnyKind = kind<MandateState, MandateCommand, MandateEvent>({
  name: 'mandates',
  decider: mandate,
  announce: {
    MandateAsked: 'private',
    MandateConfirmed: 'private',
    MandateRefused: 'private',
    MandateRevoked: 'private',
    MandateLapsed: 'private',
  },
  begins: ['AskMandate', 'GiveMandate'],
  indexes: [
    { fields: { 'state.principalId': 1, 'state.status': 1, _id: -1 } },
    { fields: { 'state.agentId': 1, 'state.status': 1, _id: -1 } },
  ],
});

const consents: AnyKind = kind<ConsentState, ConsentCommand, ConsentEvent>({
  name: 'consents',
  decider: consent,
  announce: { ConsentGiven: 'private', ConsentRevoked: 'private' },
  begins: ['GiveConsent'],
  indexes: [{ fields: { 'state.residentId': 1, 'state.givenAt': -1 } }],
});

/** Days a draft is kept after it was last saved. */
export const DRAFT_DAYS = 90;
const dayMs = 24 * 60 * 60 * 1000;

const drafts: AnyKind = kind<DraftState, DraftCommand, DraftEvent>({
  name: 'drafts',
  decider: draft,
  announce: { DraftSaved: 'private', DraftDiscarded: 'private' },
  keepMs: DRAFT_DAYS * dayMs,
  indexes: [{ fields: { 'state.residentId': 1, 'state.forId': 1 } }],
});

/** Longer than any session lasts: by then its cookie is worth nothing by itself. */
const longestSessionMs = 25 * 60 * 60 * 1000;

const endedSessions: AnyKind = kind<EndedSessionState, EndSession, SessionEnded>({
  name: 'endedSessions',
  decider: endedSession,
  announce: { SessionEnded: 'private' },
  begins: ['EndSession'],
  keepMs: longestSessionMs,
  indexes: [{ fields: { 'state.at': 1 } }],
});

/** Days a mark is kept after something was last read: by then applications have long ended. */
const READ_MARK_DAYS = 730;

const readMarks: AnyKind = kind<ReadMarkState, MarkRead, MessagesRead>({
  name: 'readMarks',
  decider: readMark,
  announce: { MessagesRead: 'private' },
  begins: ['MarkRead'],
  keepMs: READ_MARK_DAYS * dayMs,
});

export const residentsKinds = [people, households, reads, pages, mandates, drafts, consents, endedSessions, readMarks];
