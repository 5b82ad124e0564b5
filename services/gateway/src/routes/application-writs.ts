import { CallFailed, type CallOptions } from '@lianban/grpc';
import { type Refusal, isRefusal } from '@lianban/model';
import type { applications } from '@lianban/protos';
import type { OnBehalfOf } from '../http/on-behalf-of';
import { downloadRoute, route } from '../http/route';
import { receiptSheet } from '../pdf/receipt-sheet';
import { writSheet } from '../pdf/writ-sheet';
import type { Ports } from '../ports';
import { handedInView, ownWrits, printQuery, writView } from '../schemas/writ';
import { noSuchWrit, printed, writAt } from './printed';

/** What departments told in writing 文书: they store it, and are asked on each read. */
export const applicationWrits = [
  route({
    method: 'get',
    path: '/api/applications/:number/writs',
    id: 'listOwnWrits',
    summary: 'What departments told me in writing, with its whole text in both languages, and what they received of me',
    who: 'resident',
    onBehalfOf: true,
    answers: ownWrits,
    async answer({ onBehalfOf, path, call }, ports) {
      const found = await ports.applications.get({ applicationNumber: path.number, ...onBehalfOf }, call);
      if (isRefusal(found)) return found;
      const steps = decisions(found).map(async ({ id: step, department }) => {
        const told = await toldBy(`${path.number}/${step}`, department, ports, call);
        return { step, department, writs: told?.writs.map(writView), handedIn: told?.handedIn.map(handedInView) };
      });
      return { body: { steps: await Promise.all(steps) } };
    },
  }),
  downloadRoute({
    kind: 'download',
    method: 'get',
    path: '/api/applications/:number/writs/:step/:writ/pdf',
    id: 'printOwnWrit',
    summary: 'One of these documents to print (PDF, tagged)',
    who: 'resident',
    onBehalfOf: true,
    query: printQuery,
    gives: ['application/pdf'],
    async send({ who, onBehalfOf, path, query, call }, ports) {
      const found = await ports.applications.get({ applicationNumber: path.number, ...onBehalfOf }, call);
      if (isRefusal(found)) return found;
      const step = decisions(found).find(({ id }) => id === path.step);
      const told =
        step && (await ports.desks[step.department]?.listWrits({ caseId: `${path.number}/${step.id}` }, call));
      if (!told) return noSuchWrit;
      if (isRefusal(told)) return told;
      const writ = writAt(told, path.writ);
      if (!writ) return noSuchWrit;
      const name = await nameOf(found, onBehalfOf, ports, call);
      if (isRefusal(name)) return name;
      const sheet = writSheet(writ, name, query.language);
      return printed(sheet, `${path.number}-${path.step}-${path.writ}`, who.id, ports);
    },
  }),
  downloadRoute({
    kind: 'download',
    method: 'get',
    path: '/api/applications/:number/receipt.pdf',
    id: 'printReceipt',
    summary: 'The receipt of my submission 收件回执 to print (PDF, tagged): number, day, what was handed in',
    who: 'resident',
    onBehalfOf: true,
    query: printQuery,
    gives: ['application/pdf'],
    async send({ who, onBehalfOf, path, query, call }, ports) {
      const found = await ports.applications.get({ applicationNumber: path.number, ...onBehalfOf }, call);
      if (isRefusal(found)) return found;
      const [name, known, told] = await Promise.all([
        nameOf(found, onBehalfOf, ports, call),
        ports.applications.listDepartments({}, call),
        Promise.all(decisions(found).map((step) => toldBy(`${path.number}/${step.id}`, step.department, ports, call))),
      ]);
      if (isRefusal(name)) return name;
      if (isRefusal(known)) return known;
      const departments = new Map(known.departments.flatMap(({ code, name: words }) => (words ? [[code, words]] : [])));
      const handedIn = told.flatMap((each) => each?.handedIn ?? []);
      const sheet = receiptSheet({ application: found, handedIn, departments }, name, query.language);
      return printed(sheet, `${path.number}-receipt`, who.id, ports);
    },
  }),
];

/** Steps a department decides, and has been asked to. */
const decisions = ({ steps }: applications.v1.Application) =>
  steps.filter(
    ({ kind, status }) => ['', 'decision'].includes(kind) && status !== 'waiting' && status !== 'not-needed',
  );

/** Undefined while the department does not answer, or has not heard of the step yet: the page is shown without. */
async function toldBy(caseId: string, department: string, { desks, log }: Ports, call: CallOptions) {
  try {
    const told = await desks[department]?.listWrits({ caseId }, call);
    return told && !isRefusal(told) ? told : undefined;
  } catch (error) {
    if (!(error instanceof CallFailed)) throw error;
    log.warn({ err: error, case: caseId }, 'department not available: its documents are not shown');
    return undefined;
  }
}

/** Whom a document is addressed to; the register records that it was asked. */
async function nameOf(
  { package: code }: applications.v1.Application,
  { residentId, agent }: OnBehalfOf,
  { residents }: Ports,
  call: CallOptions,
): Promise<string | Refusal> {
  const request = { residentId, agentId: agent?.residentId ?? '', package: code, facts: [] };
  const known = await residents.prefill(request, call);
  return isRefusal(known) ? known : known.name;
}
