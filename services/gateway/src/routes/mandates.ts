import type { CallOptions } from '@lianban/grpc';
import { type Refusal, isRefusal, refuse } from '@lianban/model';
import type { residents } from '@lianban/protos';
import { type RouteAnswer, route } from '../http/route';
import type { Ports } from '../ports';
import { endOfDay, mandateBody, mandateList, mandateShape, mandateView } from '../schemas/mandate';
import { page } from '../schemas/page';
import { unlessEmpty } from '../schemas/common';

type MandateBody = ReturnType<typeof mandateView>;
export const whole = (of: residents.v1.Mandate | Refusal): RouteAnswer<MandateBody> | Refusal =>
  isRefusal(of) ? of : { body: mandateView(of) };

/** Whether a mandate is known to be for some packages: what cannot be found among the newest may be over everything. */
async function isNarrow(
  mandateId: string,
  residentId: string,
  { mandates: kept, strength }: Pick<Ports, 'mandates' | 'strength'>,
  call: CallOptions,
): Promise<boolean> {
  if (strength.demands.stepUp === undefined) return true;
  const found = await kept.list({ residentId, limit: 100, cursor: '' }, call);
  const mine = isRefusal(found) ? undefined : found.given.find((each) => each.mandateId === mandateId);
  return mine !== undefined && mine.packages.length > 0;
}

/** An act of one of the two residents on their mandate. */
const mandateAct = (word: string, id: string, summary: string, act: 'confirm' | 'refuse' | 'revoke') =>
  route({
    method: 'post',
    path: `/api/me/mandates/:mandate/${word}`,
    id,
    summary,
    who: 'resident',
    answers: mandateShape,
    answer: async ({ who, path, call }, ports) => {
      if (act === 'confirm' && !(await isNarrow(path.mandate, who.id, ports, call))) ports.strength.fresh(who);
      return whole(await ports.mandates[act]({ mandateId: path.mandate, residentId: who.id }, call));
    },
  });

/** A mandate for what is not in the catalogue would be good for nothing, and nobody would notice. */
async function unknownPackage(
  wanted: readonly string[],
  { applications }: Pick<Ports, 'applications'>,
  call: CallOptions,
): Promise<Refusal | undefined> {
  const found = await applications.listPackages({}, call);
  if (isRefusal(found)) return found;
  const nth = wanted.findIndex((code) => !found.packages.some((known) => known.code === code));
  return nth < 0
    ? undefined
    : refuse('unknown-package', 'There is no such package: choose one from the catalogue.', `/packages/${nth}`);
}

/** Mandates 代办委托: who may act in whose name. */
export const mandates = [
  route({
    method: 'get',
    path: '/api/me/mandates',
    id: 'listMandates',
    summary:
      'Mandates I have given, and those given to me, a page of both at a time: in force first, then those that wait for an ' +
      'answer, then those that are over',
    who: 'resident',
    query: page,
    answers: mandateList,
    async answer({ who, query: { limit, cursor = '' }, call }, ports) {
      const found = await ports.mandates.list({ residentId: who.id, limit, cursor }, call);
      if (isRefusal(found)) return found;
      const [given, received] = [found.given.map(mandateView), found.received.map(mandateView)];
      return { body: { given, received, nextCursor: unlessEmpty(found.nextCursor) } };
    },
  }),
  route({
    method: 'post',
    path: '/api/me/mandates',
    id: 'makeMandate',
    summary: 'Give somebody a mandate, or ask somebody for one',
    who: 'resident',
    body: mandateBody,
    status: 201,
    answers: mandateShape,
    async answer({ who, body: { to, from, organisation, packages, until }, call }, ports) {
      const other = to ?? from ?? '';
      const [theirs, identity] = typeof other === 'string' ? [other, undefined] : ['', other];
      const no = packages === 'all' ? undefined : await unknownPackage(packages, ports, call);
      if (no) return no;
      if (to !== undefined && packages === 'all') ports.strength.fresh(who);
      await ports.rates.naming(who.id);
      const scope = {
        ...{ packages: packages === 'all' ? [] : packages, until: endOfDay(until) },
        ...{ other: identity, organisation },
      };
      if (to !== undefined)
        return whole(await ports.mandates.give({ ...scope, principalId: who.id, agentId: theirs }, call));
      return whole(await ports.mandates.askFor({ ...scope, principalId: theirs, agentId: who.id }, call));
    },
  }),
  mandateAct('confirmation', 'confirmMandate', 'Confirm a mandate I was asked for', 'confirm'),
  mandateAct('refusal', 'refuseMandate', 'Refuse a mandate I was asked for', 'refuse'),
  mandateAct(
    'revocation',
    'revokeMandate',
    'Revoke a mandate I gave, or lay down one I have: it ends at once',
    'revoke',
  ),
];
