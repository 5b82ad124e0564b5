import { isRefusal } from '@lianban/platform';
import { z } from 'zod';
import { type Ask, route } from '../http/route';
import type { Ports } from '../ports';
import { applicationShape, applicationView } from '../shapes/application';
import { named } from '../shapes/components';
import {
  audience,
  disclosed,
  noteList,
  noteShape,
  noteView,
  personShape,
  personView,
  rehearsalShape,
  rehearsalView,
} from '../shapes/desk';
import { freeForm } from '../shapes/free-form';
import { code } from '../shapes/words';
import { deskOf, openCase } from './desk-reach';

const note = named('NewNote', z.strictObject({ audience, text: z.string().trim().min(1).max(2000) }));
const rehearsal = named('Findings', z.strictObject({ findings: freeForm('What the officer found.') }));
const disclosure = named('Disclosure', z.strictObject({ purpose: code.describe('What for: the resident sees it') }));

type OfCase = Pick<Ask<'officer', 'number' | 'step'>, 'who' | 'path' | 'call'>;

/** The case of the address, when it is within the officer's reach. */
const caseOf = ({ who, path, call }: OfCase, ports: Ports) =>
  openCase(who, `${path.number}/${path.step}`, deskOf(who, ports), call);

/** What belongs to a case beside the case itself. Whatever concerns the person is recorded for them to see. */
export const deskCase = [
  route({
    method: 'post',
    path: '/api/desk/cases/:number/:step/rehearsal',
    id: 'rehearseCase',
    summary: 'What the rule says of the case on these findings, rule by rule. Nothing is stored',
    who: 'officer',
    body: rehearsal,
    answers: rehearsalShape,
    async answer(ask, ports) {
      const found = await caseOf(ask, ports);
      if (isRefusal(found)) return found;
      const said = await deskOf(ask.who, ports).rehearse({ id: found.id, findings: ask.body.findings }, ask.call);
      return isRefusal(said) ? said : { body: rehearsalView(said) };
    },
  }),
  route({
    method: 'get',
    path: '/api/desk/cases/:number/:step/notes',
    id: 'listNotes',
    summary: 'Internal notes and messages to the resident, oldest first',
    who: 'officer',
    answers: noteList,
    async answer(ask, ports) {
      const found = await caseOf(ask, ports);
      if (isRefusal(found)) return found;
      const all = await deskOf(ask.who, ports).listNotes({ caseId: found.id, audience: '' }, ask.call);
      return isRefusal(all) ? all : { body: { notes: all.notes.map(noteView) } };
    },
  }),
  route({
    method: 'post',
    path: '/api/desk/cases/:number/:step/notes',
    id: 'addNote',
    summary: 'Write an internal note, or a message to the resident. No event carries it',
    who: 'officer',
    needs: 'idempotency-key',
    body: note,
    answers: noteShape,
    async answer(ask, ports) {
      const found = await caseOf(ask, ports);
      if (isRefusal(found)) return found;
      const written = { caseId: found.id, ...ask.body, key: ask.idempotencyKey };
      const added = await deskOf(ask.who, ports).addNote(written, ask.call);
      return isRefusal(added) ? added : { body: noteView(added) };
    },
  }),
  route({
    method: 'get',
    path: '/api/desk/cases/:number/:step/application',
    id: 'getApplicationOfCase',
    summary: 'The whole application over all departments, read-only. The read is recorded for the resident to see',
    who: 'officer',
    answers: applicationShape,
    async answer(ask, ports) {
      const found = await caseOf(ask, ports);
      if (isRefusal(found)) return found;
      const { residentId, id: caseId } = found;
      const purpose = { caseId, purpose: 'whole-application', department: ask.who.department };
      const noted = await ports.residents.recordRead({ residentId, purpose, fields: ['application'] }, ask.call);
      if (isRefusal(noted)) return noted;
      const whole = await ports.applications.get({ applicationNumber: ask.path.number, residentId: '' }, ask.call);
      return isRefusal(whole) ? whole : { body: applicationView(whole) };
    },
  }),
  route({
    method: 'get',
    path: '/api/desk/cases/:number/:step/resident',
    id: 'getResidentOfCase',
    summary: 'The applicant, the ID number masked. The read is recorded for them to see',
    who: 'officer',
    answers: personShape,
    async answer(ask, ports) {
      const found = await caseOf(ask, ports);
      if (isRefusal(found)) return found;
      const purpose = { caseId: found.id, purpose: 'case-handling', department: ask.who.department };
      const person = await ports.residents.get({ residentId: found.residentId, purpose }, ask.call);
      return isRefusal(person) ? person : { body: personView(person) };
    },
  }),
  route({
    method: 'post',
    path: '/api/desk/cases/:number/:step/resident/disclosure',
    id: 'discloseIdNumber',
    summary: 'The applicant’s whole ID number, for a purpose. Purpose and officer are recorded for them to see',
    who: 'officer',
    body: disclosure,
    answers: disclosed,
    async answer(ask, ports) {
      const found = await caseOf(ask, ports);
      if (isRefusal(found)) return found;
      const purpose = { caseId: found.id, purpose: ask.body.purpose, department: ask.who.department };
      const shown = await ports.residents.disclose({ residentId: found.residentId, purpose }, ask.call);
      return isRefusal(shown) ? shown : { body: { idNumber: shown.idNumber } };
    },
  }),
];
