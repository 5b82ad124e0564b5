import { casework, entitlements } from '@lianban/protos';
import { City, aStep, answered, stepRequested } from '@lianban/testing';
import { elderlyCare } from '../src';

const { v1 } = entitlements;
const city = new City();
const { telling } = city;
const Service = v1.EntitlementsServiceService;
let caller: ReturnType<typeof city.caller<typeof Service>>;

beforeAll(async () => {
  await city.open();
  const SERVICE_ADDRESSES = await city.standInResidents();
  caller = city.caller(await city.start(elderlyCare, { SERVICE_ADDRESSES }), Service);
});
afterAll(() => city.close());

const officer = { onBehalfOf: 'officer:o-1' };
const head = { onBehalfOf: 'supervisor:o-2' };
const own = (residentId: string) => ({ onBehalfOf: `resident:${residentId}` });

/** The case that granted somebody the allowance. */
async function granted(residentId: string): Promise<string> {
  const earlier = { assessment: { outcome: 'granted', level: 2, score: 50 } };
  const asked = stepRequested(aStep('elderly-care', 'elderly-care-allowance'), { earlier, residentId });
  const caseId = await telling.say(casework.v1.StepRequested, asked);
  await telling.next(v1.EntitlementStarted, `${caseId}/elderly-care-allowance`);
  return caseId;
}
const act = async (caseId: string, what: string, who: object, more: object = {}) => {
  const { version } = answered(await caller.get({ caseId }, officer));
  return caller.act({ caseId, version, act: what, from: '', cause: '', arrears: false, ...more }, who);
};

test('a person is told what they draw, and nobody else is', async () => {
  const caseId = await granted('r-1');
  const asked = { residentId: 'r-1', householdId: '' };
  const { entitlements: drawn } = answered(await caller.list(asked, own('r-1')));
  expect(drawn).toMatchObject([{ ref: { caseId }, status: 'coming', from: '2026-04', sums: [{ amountFen: 20_000 }] }]);
  expect(await caller.list(asked, own('r-2'))).toMatchObject({ refused: 'entitlement-not-found' });
  expect(await caller.list(asked, officer)).toMatchObject({ refused: 'entitlement-not-found' });
  expect(await caller.get({ caseId }, own('r-1'))).toMatchObject({ refused: 'officer-missing' });
});

test('one officer suspends; a stop and what resumes it need two; each act is told, and the person sees why', async () => {
  const caseId = await granted('r-2');
  const id = `${caseId}/elderly-care-allowance`;
  answered(await act(caseId, 'suspend', officer, { from: '2026-05', cause: 'under-check' }));
  expect(await telling.next(v1.EntitlementSuspended, id)).toMatchObject({ from: '2026-05', cause: 'under-check' });

  const resume = { from: '2026-06', cause: 'conditions-met-again', arrears: true };
  expect(answered(await act(caseId, 'resume', officer, resume))).toMatchObject({ asked: { officer: 'o-1' } });
  expect(await act(caseId, 'approve', officer)).toMatchObject({ refused: 'supervisor-only' });
  answered(await act(caseId, 'approve', head));
  expect(await telling.next(v1.EntitlementResumed, id)).toMatchObject({ from: '2026-06', arrears: true });

  answered(await act(caseId, 'stop', head, { from: '2026-07', cause: 'conditions-lost' }));
  expect(await act(caseId, 'approve', head)).toMatchObject({ refused: 'second-person-needed' });
  expect(telling.of(v1.EntitlementStopped, id)).toEqual([]);
  answered(await act(caseId, 'approve', { onBehalfOf: 'supervisor:o-3' }));
  expect(await telling.next(v1.EntitlementStopped, id)).toMatchObject({ from: '2026-07', cause: 'conditions-lost' });

  const { entitlements: drawn } = answered(await caller.list({ residentId: 'r-2', householdId: '' }, own('r-2')));
  expect(drawn).toMatchObject([
    {
      suspensions: [{ from: '2026-05', to: '2026-06', cause: 'under-check', arrears: true }],
      stop: { from: '2026-07', cause: 'conditions-lost' },
    },
  ]);
});

test('an act says a reason of its list and a month, on the version the officer saw, and not about oneself', async () => {
  const caseId = await granted('r-3');
  expect(await act(caseId, 'pay', officer)).toMatchObject({ refused: 'act-unknown' });
  expect(await act(caseId, 'stop', officer, { from: '2026-07', cause: 'mood' })).toMatchObject({
    refused: 'cause-unknown',
  });
  expect(await act(caseId, 'stop', officer, { from: 'July', cause: 'own-wish' })).toMatchObject({
    refused: 'month-invalid',
  });
  const stop = { from: '2026-07', cause: 'own-wish' };
  expect(await act(caseId, 'stop', officer, { ...stop, version: 99 })).toMatchObject({ refused: 'version-conflict' });
  expect(await act(caseId, 'stop', { onBehalfOf: 'officer:r-3' }, stop)).toMatchObject({
    refused: 'conflict-of-interest',
  });
});

test('an allowance that nobody must look at again is on no list', async () => {
  const caseId = await granted('r-4');
  const due = answered(await caller.listDue({ until: '9999-12-31', limit: 50, cursor: '', district: '' }, officer));
  expect(due.entitlements.map(({ ref }) => ref?.caseId)).not.toContain(caseId);
});
