import { CallFailed, type CallOptions } from '@lianban/grpc';
import { type Refusal, isRefusal } from '@lianban/model';
import { z } from 'zod';
import { route } from '../http/route';
import type { Ports } from '../ports';
import { named } from '../schemas/components';
import {
  boardShape,
  bulkResultView,
  bulkResults,
  officerList,
  waitingElsewhereView,
  waitingView,
} from '../schemas/desk';
import { personId, unlessEmpty } from '../schemas/common';
import { wholeNumber } from '../schemas/query';
import { assigneeOf, notFor } from './assignee';
import { deskOf, openCase } from './desk-reach';
import { recused } from './recusal';

const caseIn = z.strictObject({
  id: z.string().regex(/^[0-9A-Za-z-]{1,64}\/[a-z0-9-]{1,64}$/),
  version: z.number().int().min(0).describe('As it was seen; 0: whatever it is now'),
});
const bulk = named(
  'Bulk',
  z
    .strictObject({
      act: z.enum(['accept', 'claim', 'reassign']),
      to: personId.optional().describe('Of a reassignment'),
      cases: z.array(caseIn).min(1).max(200),
      rehearse: z.boolean().describe('Only say what would become of each'),
    })
    .refine(({ act, to }) => act !== 'reassign' || to !== undefined, { path: ['to'], message: 'must name an officer' })
    .meta({ not: { properties: { act: { const: 'reassign' }, to: false } } }),
);
const span = z.strictObject({ days: wholeNumber(1, 366).default(30) });

/** A supervisor's view of the team, and acts for it. */
export const deskTeam = [
  route({
    method: 'get',
    path: '/api/desk/officers',
    id: 'listOfficers',
    summary: 'The officers of my department and district by the city’s staff list; none when the city gives no list',
    who: 'officer',
    shows: 'nothing',
    answers: officerList,
    answer({ who }, { staff }) {
      const here = staff
        .list()
        .filter(
          ({ department, district }) =>
            department === who.department && (!who.district || !district || district === who.district),
        );
      return Promise.resolve({ body: { officers: here.map(({ id, name, district }) => ({ id, name, district })) } });
    },
  }),
  route({
    method: 'post',
    path: '/api/desk/bulk',
    id: 'actOnMany',
    summary: 'One act on many cases, each answered on its own; rehearsed first, it stores nothing',
    who: 'supervisor',
    shows: 'nothing',
    body: bulk,
    answers: bulkResults,
    async answer({ who, body, call }, ports) {
      const { act, to = '', cases, rehearse } = body;
      const desk = deskOf(who, ports);
      const assignee = act === 'reassign' ? assigneeOf(to, who.department, ports.staff.list()) : undefined;
      if (isRefusal(assignee)) return assignee;
      const refusals = await Promise.all(
        cases.map(async ({ id }) => {
          const found = await openCase(who, id, ports, call);
          if (isRefusal(found)) return found;
          return notFor(assignee, found) ?? (act === 'reassign' ? recused(to, found, ports, call, '/to') : undefined);
        }),
      );
      const rows = cases.filter((_, place) => !refusals[place]);
      const done = await desk.bulk({ act, to, rows, rehearse }, { ...call, deadlineMs: 30_000 });
      if (isRefusal(done)) return done;
      const beyond = cases.flatMap(({ id }, place) => rowOf(id, refusals[place]));
      return { body: { results: [...done.results.map(bulkResultView), ...beyond] } };
    },
  }),
  route({
    method: 'get',
    path: '/api/desk/board',
    id: 'getBoard',
    summary: 'The figures of my department, and where cases wait over all departments',
    who: 'supervisor',
    shows: 'nothing',
    query: span,
    answers: boardShape,
    async answer({ who, query, call }, ports) {
      const own = await deskOf(who, ports).board({ days: query.days, reach: who.district ?? '' }, call);
      if (isRefusal(own)) return own;
      const { days, decided, onTime, received, supplemented, ages, waiting, holders } = own;
      const others = await waitingElsewhere(who.department, ports, call);
      return {
        body: {
          days,
          decided,
          onTime,
          received,
          supplemented,
          ages,
          waiting: [...waiting.map((of) => waitingView(who.department, of)), ...others],
          holders: holders.map(({ holder, cases, overdue }) => ({ holder: unlessEmpty(holder), cases, overdue })),
        },
      };
    },
  }),
];

const rowOf = (id: string, no: Refusal | undefined) =>
  no ? [{ id, result: 'refused', version: 0, slug: no.refused, detail: no.detail }] : [];

/** Counts of every other department; none while applications does not answer. */
async function waitingElsewhere(own: string, { applications }: Ports, call: CallOptions) {
  try {
    const found = await applications.listWaiting({}, { ...call, deadlineMs: 2_000 });
    if (isRefusal(found)) return [];
    return found.waiting.filter(({ department }) => department !== own).map(waitingElsewhereView);
  } catch (error) {
    if (error instanceof CallFailed) return [];
    throw error;
  }
}
