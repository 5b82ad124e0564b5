import { isRefusal } from '@lianban/model';
import { casework } from '@lianban/protos';
import { z } from 'zod';
import { route } from '../http/route';
import { caseList, caseShape, caseSummaryView } from '../schemas/case';
import { level } from '../schemas/case-clock';
import { page } from '../schemas/page';
import { flag } from '../schemas/query';
import { code, district } from '../schemas/common';
import { recordLook, wholeCaseLook } from './desk-look';
import { deskOf, reachCase, reaches } from './desk-reach';
import { relationTo, withheld } from './recusal';
import { wholeCase } from './whole-case';

const queueQuery = page.extend({
  status: code.optional().describe('Without one: every case that waits for an officer'),
  whose: z.enum(['team', 'mine', 'unassigned']).default('team'),
  item: code.optional(),
  step: code.optional(),
  district: district.optional(),
  level: level.optional().describe('Working days left: overdue none, red up to 1, amber up to 3'),
  number: z
    .string()
    .regex(/^[0-9A-Za-z-]{1,64}$/)
    .optional()
    .describe('Beginning of an application number: cases of every status'),
  extension: z.literal('asked').optional().describe('Only cases with an extension that waits for approval'),
  ask: z.literal('waiting').optional().describe('Only cases on which anything waits for a second person'),
  counts: flag.default(false),
});

export const desk = [
  route({
    method: 'get',
    path: '/api/desk/cases',
    id: 'listCases',
    summary:
      'The work queue of my department: without a status, every case that waits for an officer, nearest to its limit first; ' +
      'closed cases newest first. Counts are of the same filters as the rows',
    who: 'officer',
    shows: 'nothing',
    query: queueQuery,
    answers: caseList,
    async answer({ who, query, call }, ports) {
      const { status = '', whose, item = '', step = '', district: area = '', number = '', counts, limit } = query;
      const request = casework.v1.ListWorkRequest.create({
        status,
        limit,
        cursor: query.cursor ?? '',
        holder: whose === 'mine' ? who.id : '',
        unassigned: whose === 'unassigned',
        item,
        step,
        district: area,
        reach: who.district ?? '',
        level: query.level ?? '',
        text: number,
        counts,
        extensionAsked: query.extension === 'asked',
        askWaiting: query.ask === 'waiting',
      });
      const found = await deskOf(who, ports).listWork(request, call);
      if (isRefusal(found)) return found;
      const cases = found.cases.filter((of) => reaches(who, of)).map(caseSummaryView);
      const body = { cases, nextCursor: found.nextCursor || undefined };
      return { body: { ...body, counts: counts ? found.counts : undefined } };
    },
  }),
  route({
    method: 'get',
    path: '/api/desk/cases/:number/:step',
    id: 'getCase',
    summary: 'One case of my department. The look is recorded for the resident to see',
    who: 'officer',
    shows: wholeCaseLook,
    toRecused: 'withheld',
    answers: caseShape,
    async answer(context, ports) {
      const { who, path, call } = context;
      const found = await reachCase(who, `${path.number}/${path.step}`, ports, call);
      if (isRefusal(found)) return found;
      const conflict = await relationTo(who.id, found, ports, call);
      if (isRefusal(conflict)) return conflict;
      const seen = conflict ? withheld(found) : found;
      return (await recordLook(seen, context, ports)) ?? wholeCase(seen, ports, call, conflict);
    },
  }),
];
