import { type Refusal, isRefusal, refuse } from '@lianban/model';
import { z } from 'zod';
import { route } from '../http/route';
import type { OperationsClient, Ports } from '../ports';
import { reason } from '../schemas/common';
import { named } from '../schemas/components';
import { mendingAct, mendingAsk, mendingAskView, touched } from '../schemas/operations';

const chosen = named('Mending', z.strictObject({ act: mendingAct }));
const askedFor = named('AskedMending', z.strictObject({ act: mendingAct, reason }));
const place = '/api/operator/services/:service/keys/:subject';

const serviceOf = ({ operations }: Ports, name: string): OperationsClient | Refusal =>
  (Object.hasOwn(operations, name) ? operations[name] : undefined) ??
  refuse('unknown-service', `This city has no service "${name}".`);

/** Four eyes: another operator answers; whoever asked can only take it back. */
const answering = (word: string, id: string, summary: string, approve: boolean) =>
  route({
    method: 'post',
    path: `${place}/mending/${word}`,
    id,
    summary,
    who: 'operator',
    body: chosen,
    answers: mendingAsk,
    async answer({ path: { service, subject: key }, body: { act }, call }, ports) {
      const client = serviceOf(ports, service);
      if (isRefusal(client)) return client;
      const done = await client.answer({ act, key, approve }, { ...call, deadlineMs: 25_000 });
      return isRefusal(done) ? done : { body: mendingAskView(done) };
    },
  });

/** How operators mend what hangs in one service, by key of its records. */
export const mending = [
  route({
    method: 'post',
    path: `${place}/rehearsal`,
    id: 'rehearseMending',
    summary: 'Which records an act would touch: a dry run, which changes nothing',
    who: 'operator',
    body: chosen,
    answers: touched,
    async answer({ path: { service, subject: key }, body: { act }, call }, ports) {
      const client = serviceOf(ports, service);
      if (isRefusal(client)) return client;
      const found = await client.rehearse({ act, key }, { ...call, deadlineMs: 25_000 });
      return isRefusal(found) ? found : { body: { records: found.records } };
    },
  }),
  route({
    method: 'post',
    path: `${place}/mending`,
    id: 'askMending',
    summary: 'Ask a second operator to approve an act on the records that the rehearsal shows',
    who: 'operator',
    body: askedFor,
    answers: mendingAsk,
    async answer({ path: { service, subject: key }, body, call }, ports) {
      const client = serviceOf(ports, service);
      if (isRefusal(client)) return client;
      const asked = await client.ask({ ...body, key }, { ...call, deadlineMs: 25_000 });
      return isRefusal(asked) ? asked : { body: mendingAskView(asked) };
    },
  }),
  answering('approval', 'approveMending', 'Approve what another operator asked for: it is done', true),
  answering('refusal', 'declineMending', 'Decline what another operator asked for, or take back my own', false),
];
