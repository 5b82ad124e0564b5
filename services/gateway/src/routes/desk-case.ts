import { looks } from '@lianban/catalogue';
import { type Refusal, isRefusal } from '@lianban/model';
import type { casework } from '@lianban/protos';
import { z } from 'zod';
import { type RouteAnswer, type RequestContext, route } from '../http/route';
import type { Ports } from '../ports';
import { applicationShape, applicationView } from '../schemas/application';
import { named } from '../schemas/components';
import {
  audience,
  disclosed,
  noteList,
  noteShape,
  noteView,
  personShape,
  personView,
  dryRunShape,
  dryRunView,
} from '../schemas/desk';
import { freeForm } from '../schemas/free-form';
import { someWords } from '../schemas/words';
import { handling, lookInto } from './desk-look';
import { deskOf } from './desk-reach';

const note = named('NewNote', z.strictObject({ audience, text: someWords(2000) }));
const dryRunBody = named('Findings', z.strictObject({ findings: freeForm('What the officer found.') }));
const disclosure = named(
  'Disclosure',
  z.strictObject({ purpose: z.enum(looks.chosenPurposes).describe('What for: the resident sees it') }),
);

type CaseRequest<B> = RequestContext<'officer', 'number' | 'step', unknown, B>;

/** Answers about the case in the path, when the officer may see it and the read is recorded. */
const onCase =
  <B, D, A>(
    perform: (found: casework.v1.Case, context: CaseRequest<B>, ports: Ports) => Promise<D | Refusal>,
    view: (done: D) => A,
  ) =>
  async (context: CaseRequest<B>, ports: Ports): Promise<RouteAnswer<A> | Refusal> => {
    const found = await lookInto(context, ports);
    if (isRefusal(found)) return found;
    const done = await perform(found, context, ports);
    return isRefusal(done) ? done : { body: view(done) };
  };

/** Data of a case beside the case itself. Reads of personal data are recorded for the person to see. */
export const deskCase = [
  route({
    method: 'post',
    path: '/api/desk/cases/:number/:step/rehearsal',
    id: 'rehearseCase',
    summary:
      'What the rule says of the case on these findings, rule by rule. Nothing is stored but that it was looked at',
    who: 'officer',
    shows: handling('rehearsal'),
    body: dryRunBody,
    answers: dryRunShape,
    answer: onCase(
      ({ id }, { who, body, call }, ports) => deskOf(who, ports).rehearse({ id, findings: body.findings }, call),
      dryRunView,
    ),
  }),
  route({
    method: 'get',
    path: '/api/desk/cases/:number/:step/notes',
    id: 'listNotes',
    summary: 'Internal notes and messages to the resident, oldest first. The look is recorded for the resident to see',
    who: 'officer',
    shows: handling('notes'),
    answers: noteList,
    answer: onCase(
      ({ id }, { who, call }, ports) => deskOf(who, ports).listNotes({ caseId: id, audience: '' }, call),
      ({ notes }) => ({ notes: notes.map(noteView) }),
    ),
  }),
  route({
    method: 'post',
    path: '/api/desk/cases/:number/:step/notes',
    id: 'addNote',
    summary: 'Write an internal note, or a message to the resident. No event carries it',
    who: 'officer',
    shows: 'nothing',
    needs: 'idempotency-key',
    body: note,
    answers: noteShape,
    answer: onCase(
      ({ id }, { who, body, idempotencyKey: key, call }, ports) =>
        deskOf(who, ports).addNote({ caseId: id, ...body, key }, call),
      noteView,
    ),
  }),
  route({
    method: 'get',
    path: '/api/desk/cases/:number/:step/application',
    id: 'getApplicationOfCase',
    summary: 'The whole application over all departments, read-only. The read is recorded for the resident to see',
    who: 'officer',
    shows: { purpose: 'whole-application', fields: ['application'] },
    answers: applicationShape,
    answer: onCase(
      (_, { path, call }, { applications }) =>
        applications.get({ applicationNumber: path.number, residentId: '' }, call),
      applicationView,
    ),
  }),
  route({
    method: 'get',
    path: '/api/desk/cases/:number/:step/resident',
    id: 'getResidentOfCase',
    summary: 'The applicant, the ID number masked. The read is recorded for them to see',
    who: 'officer',
    shows: 'register',
    answers: personShape,
    answer: onCase(({ residentId, id: caseId }, { who, call }, { residents }) => {
      const purpose = { caseId, purpose: 'case-handling', department: who.department };
      return residents.get({ residentId, purpose }, call);
    }, personView),
  }),
  route({
    method: 'post',
    path: '/api/desk/cases/:number/:step/resident/disclosure',
    id: 'discloseIdNumber',
    summary: 'The applicant’s whole ID number, for a purpose. Purpose and officer are recorded for them to see',
    who: 'officer',
    shows: 'register',
    body: disclosure,
    answers: disclosed,
    answer: onCase(
      async ({ residentId, id: caseId }, { who, body, call }, { residents, strength }) => {
        strength.fresh(who);
        const purpose = { caseId, purpose: body.purpose, department: who.department };
        return residents.disclose({ residentId, purpose }, call);
      },
      ({ idNumber }) => ({ idNumber }),
    ),
  }),
];
