import { isRefusal } from '@lianban/model';
import { casework } from '@lianban/protos';
import { downloadRoute, route } from '../http/route';
import { writSheet } from '../pdf/writ-sheet';
import { outcomeOf } from '../schemas/outcome';
import { actToPreview, deskPrintQuery, writList, writView } from '../schemas/writ';
import { handling, lookInto } from './desk-look';
import { deskOf } from './desk-reach';
import { noSuchWrit, printed, writAt } from './printed';

/** What a case told in writing 文书, and what an act would tell. */
export const deskWrits = [
  route({
    method: 'get',
    path: '/api/desk/cases/:number/:step/writs',
    id: 'listWrits',
    summary: 'What the case told the resident in writing, oldest first. The look is recorded for them to see',
    who: 'officer',
    shows: handling('documents'),
    answers: writList,
    async answer(context, ports) {
      const found = await lookInto(context, ports);
      if (isRefusal(found)) return found;
      const told = await deskOf(context.who, ports).listWrits({ caseId: found.id }, context.call);
      return isRefusal(told) ? told : { body: { writs: told.writs.map(writView) } };
    },
  }),
  route({
    method: 'post',
    path: '/api/desk/cases/:number/:step/writs/preview',
    id: 'previewWrits',
    summary: 'What an act would tell the resident in writing. Nothing is stored but that it was looked at',
    who: 'officer',
    shows: handling('rehearsal'),
    body: actToPreview,
    answers: writList,
    async answer(context, ports) {
      const found = await lookInto(context, ports);
      if (isRefusal(found)) return found;
      const { act, outcome, reason = '', findings, missing = [], days = 0 } = context.body;
      const request = {
        ...{ id: found.id, act, reason, findings, missing, days },
        outcome: outcome ? outcomeOf(outcome) : casework.v1.Outcome.UNSPECIFIED,
      };
      const told = await deskOf(context.who, ports).previewWrits(request, context.call);
      return isRefusal(told) ? told : { body: { writs: told.writs.map(writView) } };
    },
  }),
  downloadRoute({
    kind: 'download',
    method: 'get',
    path: '/api/desk/cases/:number/:step/writs/:writ/pdf',
    id: 'printWrit',
    summary: 'One of these documents to print (PDF, tagged). The look is recorded for the resident to see',
    who: 'officer',
    shows: handling('documents'),
    query: deskPrintQuery,
    gives: ['application/pdf'],
    async send(context, ports) {
      const { who, path, query, call } = context;
      const found = await lookInto(context, ports);
      if (isRefusal(found)) return found;
      const told = await deskOf(who, ports).listWrits({ caseId: found.id }, call);
      if (isRefusal(told)) return told;
      const writ = writAt(told, path.writ);
      if (!writ) return noSuchWrit;
      const purpose = { caseId: found.id, purpose: 'case-handling', department: who.department };
      const person = await ports.residents.get({ residentId: found.residentId, purpose }, call);
      if (isRefusal(person)) return person;
      const sheet = writSheet(writ, person.name, query.language);
      return printed(sheet, `${path.number}-${path.step}-${path.writ}`, who.id, ports);
    },
  }),
];
