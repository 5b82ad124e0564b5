import { isRefusal } from '@lianban/model';
import { CallFailed } from '@lianban/grpc';
import { z } from 'zod';
import { route } from '../http/route';
import { named } from '../schemas/components';
import {
  deadLetters,
  hangingSteps,
  hangingView,
  noStanding,
  operatorsCase,
  operatorsCaseView,
  standingView,
  standings,
} from '../schemas/operations';

/** Reading a topic takes seconds. */
const readingMs = 25_000;
/** One that hangs must not keep the others from being shown. */
const lookingMs = 4_000;

/** What operators look at. Everything that stores something answers for itself; nothing here reads a database. */
export const operations = [
  route({
    method: 'get',
    path: '/api/operator/me',
    id: 'getOperator',
    summary: 'Who I am, for the operators’ console',
    who: 'operator',
    answers: named('Operator', z.object({ id: z.string(), roles: z.array(z.string()) })),
    answer: ({ who: { id, role, roles = [role] } }) => Promise.resolve({ body: { id, roles: [...roles] } }),
  }),
  route({
    method: 'get',
    path: '/api/operator/standing',
    id: 'getStanding',
    summary:
      'What hangs in each service: lag, outbox, parked keys, late deadlines, and what waits for a second operator',
    who: 'operator',
    answers: standings,
    async answer({ call }, ports) {
      const looks = Object.entries(ports.operations).map(async ([service, client]) => {
        const found = await client.look({}, { ...call, deadlineMs: lookingMs }).catch(unanswered);
        return found === undefined || isRefusal(found) ? noStanding(service) : standingView(service, found);
      });
      return { body: { services: await Promise.all(looks) } };
    },
  }),
  route({
    method: 'get',
    path: '/api/operator/hanging',
    id: 'listHangingSteps',
    summary: 'Steps that wait for an operator, those first that have hung longest, each with why',
    who: 'operator',
    answers: hangingSteps,
    async answer({ call }, { applications }) {
      const found = await applications.listHanging({}, call);
      return isRefusal(found) ? found : { body: { steps: found.steps.map(hangingView) } };
    },
  }),
  route({
    method: 'get',
    path: '/api/operator/applications/:number',
    id: 'lookAtApplication',
    summary: 'Where an application is, by its number. The look is recorded for its applicant to see',
    who: 'operator',
    shows: { purpose: 'take-over', fields: ['application'] },
    answers: operatorsCase,
    async answer({ path: { number }, call }, { applications, residents }) {
      const found = await applications.get({ applicationNumber: number, residentId: '' }, call);
      if (isRefusal(found)) return found;
      const purpose = { caseId: number, purpose: 'take-over' };
      const about = { residentId: found.residentId, purpose, fields: ['application'] };
      const noted = await residents.recordRead(about, call);
      return isRefusal(noted) ? noted : { body: operatorsCaseView(found) };
    },
  }),
  route({
    method: 'get',
    path: '/api/operator/dead-letters',
    id: 'listDeadLetters',
    summary: 'Records that a service could not take, by who sent them. Takes seconds: topics are read',
    who: 'operator',
    answers: deadLetters,
    async answer({ call }, ports) {
      const looks = Object.entries(ports.operations).map(async ([sender, client]) => {
        const found = await client.listDeadLetters({}, { ...call, deadlineMs: readingMs }).catch(unanswered);
        return { sender, found: found === undefined || isRefusal(found) ? undefined : found };
      });
      const answers = await Promise.all(looks);
      return {
        body: {
          letters: answers.flatMap(({ sender, found }) => found?.letters.map((each) => withRecord(sender, each)) ?? []),
          total: answers.reduce((sum, { found }) => sum + (found?.total ?? 0), 0),
          unknown: answers.flatMap(({ sender, found }) => (found ? [] : [sender])),
        },
      };
    },
  }),
];

/** A service that does not answer is shown as such, beside those that do. */
const unanswered = (error: unknown): undefined => {
  if (!(error instanceof CallFailed)) throw error;
  return undefined;
};

const withRecord = <R>(
  sender: string,
  { listener, key, record, reason }: { listener: string; key: string; record?: R; reason: string },
) => ({ sender, listener, key, reason, record: record ?? { place: '', type: '', subject: '', sequence: '' } });
