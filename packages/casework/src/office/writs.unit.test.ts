import type { CallContext } from '@lianban/grpc';
import { isRefusal } from '@lianban/model';
import { casework } from '@lianban/protos';
import type { App } from '@lianban/runtime';
import type { CaseState } from '../lifecycle/state';
import { accepted, at, exampleDecider, givenState, received } from '../../test/given/example';
import { exampleOffice } from '../../test/given/office';
import { previewWrits } from './writs';

const call = { onBehalfOf: 'officer:o-1' } as CallContext;
const preview = (state: CaseState, act: string, more: object = {}, by = call) => {
  const app = { get: async () => ({ state, version: 3 }), clock: { now: () => at('03-06') } } as unknown as App;
  const request = casework.v1.PreviewWritsRequest.fromPartial({ id: state.id, act, ...more });
  return previewWrits({ app, decider: exampleDecider(), file: () => exampleOffice }, request, by);
};
const shown = async (state: CaseState, act: string, more: object = {}) => {
  const found = await preview(state, act, more);
  if (isRefusal(found)) throw new Error(found.refused);
  return found.writs.map(({ kind, place, digest, parts }) => ({
    kind,
    place,
    digest,
    first: parts[0]?.lines[0]?.zh ?? '',
  }));
};
const granted = { outcome: casework.v1.Outcome.GRANTED, reason: 'conditions-met' };

const decided = (outcome: 'granted' | 'refused') =>
  givenState(accepted(), at('03-05')).when({
    type: 'Decide',
    officer: 'o-1',
    outcome,
    reason: 'never-came',
    findings: {},
  }).state;
const refused = { outcome: casework.v1.Outcome.REFUSED, reason: 'facts-wrong' };
const corrected = { ...granted, reason: 'facts-wrong' };
const revoke = {
  type: 'AskCorrection',
  officer: 's-1',
  outcome: 'refused',
  reason: 'facts-wrong',
  findings: {},
} as const;
const asked = givenState(decided('granted'), at('03-05')).when(revoke).state;

test.each<[string, CaseState, string, object, string, number]>([
  ['an acceptance', received(), 'accept', {}, 'acceptance', 1],
  ['a supplement', received(), 'supplement', { missing: [{ code: 'plan', note: '请补' }] }, 'supplement', 1],
  ['a pause', accepted(), 'pause', { reason: 'hearing' }, 'pause', 2],
  ['an extension, as if it were approved', accepted(), 'extend', { reason: 'complex', days: 5 }, 'extension', 2],
  ['a grant', accepted(), 'decide', granted, 'grant', 2],
  ['a grant that needs a second person', accepted({ item: 'costly' }), 'decide', granted, 'grant', 2],
  ['a refusal', accepted(), 'decide', { outcome: casework.v1.Outcome.REFUSED, reason: 'never-came' }, 'refusal', 2],
  ['a revocation, as if it were approved', decided('granted'), 'correct', refused, 'revocation', 3],
  ['a correction, as if it were approved', decided('refused'), 'correct', corrected, 'correction', 3],
  ['a revocation somebody asked for', asked, 'approve-correction', {}, 'revocation', 3],
])('%s is shown before it is done, without a digest', async (_what, state, act, more, kind, place) => {
  expect(await shown(state, act, more)).toEqual([
    { kind, place, digest: '', first: expect.stringContaining('LB20260302000001') as string },
  ]);
});

test('what somebody else asked for is not shown with another act', async () => {
  const ask = { type: 'AskExtension', officer: 'o-1', days: 5, reason: 'complex' } as const;
  const asked = givenState(accepted(), at('03-04')).when(ask).state;
  expect((await shown(asked, 'pause', { reason: 'hearing' })).map(({ kind }) => kind)).toEqual(['pause']);
  expect((await shown(asked, 'decide', granted)).map(({ kind }) => kind)).toEqual(['grant']);
});

test('a grant with a public notice tells nothing yet', async () => {
  expect(await shown(accepted({ item: 'noticed' }), 'decide', granted)).toEqual([]);
});

test('is refused as the act would be, and to whoever is no officer', async () => {
  expect(await preview(accepted(), 'accept')).toMatchObject({ writs: [] });
  expect(await preview(received(), 'pause', { reason: 'hearing' })).toMatchObject({
    refused: expect.any(String) as string,
  });
  expect(await preview(received(), 'dance')).toMatchObject({ refused: 'invalid-act' });
  expect(await preview(received(), 'accept', {}, {} as CallContext)).toMatchObject({
    refused: expect.any(String) as string,
  });
});
