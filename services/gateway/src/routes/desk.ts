import { isRefusal } from '@lianban/platform';
import { route } from '../http/route';
import { caseList, caseShape, caseSummaryView } from '../shapes/case';
import { page } from '../shapes/page';
import { code } from '../shapes/words';
import { deskOf, openCase, reaches } from './desk-reach';
import { wholeCase } from './whole-case';

export const desk = [
  route({
    method: 'get',
    path: '/api/desk/cases',
    id: 'listCases',
    summary:
      'The work queue of my department: without a status, every case that waits for an officer. ' +
      'For an officer of one district a page may hold fewer cases than there are; go on while there is a nextCursor',
    who: 'officer',
    query: page.extend({ status: code.optional() }),
    answers: caseList,
    async answer({ who, query, call }, ports) {
      const { status = '', limit, cursor = '' } = query;
      const found = await deskOf(who, ports).listWork({ status, limit, cursor }, call);
      if (isRefusal(found)) return found;
      const cases = found.cases.filter((of) => reaches(who, of)).map(caseSummaryView);
      return { body: { cases, nextCursor: found.nextCursor || undefined } };
    },
  }),
  route({
    method: 'get',
    path: '/api/desk/cases/:number/:step',
    id: 'getCase',
    summary: 'One case of my department',
    who: 'officer',
    answers: caseShape,
    async answer({ who, path, call }, ports) {
      const found = await openCase(who, `${path.number}/${path.step}`, deskOf(who, ports), call);
      return isRefusal(found) ? found : wholeCase(found, ports, call);
    },
  }),
];
