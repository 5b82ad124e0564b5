import { status } from '@grpc/grpc-js';
import { echo } from '@lianban/testing';
import { createLog } from '@lianban/telemetry';
import { connect } from '../client';
import { insecure } from '../security';
import { grpcService, serveGrpc } from '../server';
import type { CallContext, CallFailed, CallOptions, Handlers } from '../types';
import type { BelievedPersons } from './believed';
import type { Person } from './person';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const officer: Person = { role: 'officer', id: 'o-1', department: 'permits' };
/** Believes one token, of the gateway alone. */
const verify: BelievedPersons['verify'] = (token, caller) =>
  caller !== 'gateway' ? 'other-caller' : token === 'for echo' ? officer : 'forged';

let heard: Pick<CallContext, 'onBehalfOf' | 'person'> | undefined;

/** Asks as `caller` in each of the three ways a call can travel. */
async function asked(caller: string, token: string | undefined, options: CallOptions, believed: BelievedPersons) {
  heard = undefined;
  const handlers = {
    howMany: async (_request, { onBehalfOf, person }) => {
      heard = { onBehalfOf, person };
      return { amount: 1 };
    },
  } as Partial<Handlers<typeof echo>> as Handlers<typeof echo>;
  const service = grpcService(echo, handlers, {}, { ownPersons: { 'lianban-ops': 'operator' } });
  const log = createLog('test', 'silent');
  const { port, stop } = await serveGrpc([service], { bind: '127.0.0.1', port: 0, log, persons: believed });
  const security = { ...insecure, ...(token !== undefined && { personTokens: () => token }) };
  const ways = [[], ['howMany']] as ('howMany' & string)[][];
  const open = ways.map((batched) => connect(echo, `127.0.0.1:${port}`, caller, 'echo', batched, security));
  closing.push(
    () => stop(100),
    () => open.forEach((each) => each.close()),
  );
  const calls = [
    open[0]!.call.howMany({ of: '1' }, options),
    ...['2', '3'].map((of) => open[1]!.call.howMany({ of }, options)),
  ];
  const ends = await Promise.allSettled(calls);
  const codes = new Set(ends.map((end) => (end.status === 'fulfilled' ? 'OK' : (end.reason as CallFailed).code)));
  expect(codes.size).toBe(1);
  return [...codes][0];
}

test('the person is who the token names, whatever is said beside it', async () => {
  const said = { onBehalfOf: 'supervisor:o-2', person: officer };
  expect(await asked('gateway', 'for echo', said, { verify })).toBe('OK');
  expect(heard).toEqual({ onBehalfOf: 'officer:o-1', person: officer });
});

test.each([
  ['a token of another’s making', 'gateway', 'made up'],
  ['a token that was made for another caller', 'permits', 'for echo'],
  ['a name without a token', 'gateway', undefined],
])('%s ends the call before anything is done', async (_what, caller, token) => {
  const said = { onBehalfOf: 'officer:o-1', person: officer };
  expect(await asked(caller, token, said, { verify })).toBe(status[status.UNAUTHENTICATED]);
  expect(heard).toBeUndefined();
});

test('without any person it is the caller’s own call', async () => {
  expect(await asked('permits', undefined, {}, { verify })).toBe('OK');
  expect(heard).toEqual({ onBehalfOf: undefined, person: undefined });
});

test('a caller that names people by itself names those of its own role alone', async () => {
  expect(await asked('lianban-ops', undefined, { onBehalfOf: 'operator:op-1' }, { verify })).toBe('OK');
  expect(heard).toEqual({ onBehalfOf: 'operator:op-1', person: { role: 'operator', id: 'op-1' } });
  for (const [caller, onBehalfOf] of [
    ['lianban-ops', 'supervisor:op-1'],
    ['permits', 'operator:op-1'],
    ['constructor', 'operator:op-1'],
  ] as const)
    expect([caller, await asked(caller, undefined, { onBehalfOf }, { verify })]).toEqual([caller, 'UNAUTHENTICATED']);
});

test('for the time of an upgrade a name is believed; a bad token is not even then', async () => {
  const lenient = { verify, believesWords: () => true };
  expect(await asked('gateway', undefined, { onBehalfOf: 'officer:o-1' }, lenient)).toBe('OK');
  expect(heard?.onBehalfOf).toBe('officer:o-1');
  expect(await asked('gateway', 'made up', { onBehalfOf: 'officer:o-1', person: officer }, lenient)).toBe(
    'UNAUTHENTICATED',
  );
});
