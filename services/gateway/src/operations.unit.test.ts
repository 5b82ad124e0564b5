import { refuse } from '@lianban/model';
import { CallFailed } from '@lianban/grpc';
import { applications, operations } from '@lianban/protos';
import { application } from '../test/fake-ports';
import { openGateway, problemIn, type TestGateway } from '../test/test-gateway';

const ask = { act: 'replay', key: 'A-1', reason: 'arrived', askedBy: 'op-1', status: 'asked' };
let gateway: TestGateway;
beforeAll(async () => {
  gateway = await openGateway({
    applications: {
      listHanging: async () =>
        applications.v1.ListHangingResponse.fromPartial({
          steps: [{ applicationNumber: 'A-1', step: 'licence', reason: 'decision-overdue', asked: 'decision' }],
        }),
      get: async () =>
        application(4, {
          steps: [{ id: 'licence', department: 'permits', status: 'needs-operator', facts: { secret: 'income' } }],
          timeline: [
            { at: new Date(0), what: 'needs-operator', step: 'licence', detail: 'decision-overdue' },
            { at: new Date(0), what: 'withdrawn', detail: 'my own words' },
          ],
        }),
    },
    operations: {
      permits: {
        look: async () => operations.v1.Standing.fromPartial({ service: 'permits', parkedKeys: 1, asks: [ask] }),
        ask: async (request) => operations.v1.MendingAsk.fromPartial({ ...ask, ...request }),
        answer: async () => refuse('second-person-needed', 'Another operator approves it.'),
        listDeadLetters: async () =>
          operations.v1.ListDeadLettersResponse.fromPartial({ letters: [{ listener: 'applications' }], total: 1 }),
      },
      employment: {
        look: () => Promise.reject(new CallFailed('employment', 'UNAVAILABLE', 'down', true)),
        listDeadLetters: () => Promise.reject(new CallFailed('employment', 'UNAVAILABLE', 'down', true)),
      },
    },
  });
});
afterAll(() => gateway.close());
beforeEach(() => gateway.calls.splice(0));

const as = 'operator';
const read = async (path: string): Promise<unknown> => (await gateway.send(path, { as })).json();
const mending = '/api/operator/services/permits/keys/A-1/mending';

test('one service that is down is shown as such beside the others', async () => {
  expect(await read('/api/operator/standing')).toMatchObject({
    services: [
      { service: 'permits', answers: true, parkedKeys: 1, asks: [{ act: 'replay', askedBy: 'op-1' }] },
      { service: 'employment', answers: false },
    ],
  });
  expect(await read('/api/operator/dead-letters')).toMatchObject({
    letters: [{ sender: 'permits', listener: 'applications' }],
    unknown: ['employment'],
  });
});

test('steps that hang are listed with why', async () => {
  expect(await read('/api/operator/hanging')).toMatchObject({
    steps: [{ applicationNumber: 'A-1', step: 'licence', reason: 'decision-overdue' }],
  });
});

test('an application is shown by its number without what is said of a person, and the look is recorded', async () => {
  const shown = JSON.stringify(await read('/api/operator/applications/A-1'));
  expect(shown).toContain('decision-overdue');
  for (const kept of ['r-1', 'secret', 'income', 'my own words']) expect(shown).not.toContain(kept);
  expect(gateway.calls.find(({ name }) => name === 'residents.recordRead')?.request).toEqual({
    residentId: 'r-1',
    purpose: { caseId: 'A-1', purpose: 'take-over' },
    fields: ['application'],
  });
});

test('an act is asked for by whoever is signed in, with a reason, and a refusal keeps its word', async () => {
  const asked = await gateway.send(mending, { as, json: { act: 'drop', reason: 'broken' } });
  expect(await asked.json()).toMatchObject({ act: 'drop', reason: 'broken' });
  const [{ options } = { options: {} }] = gateway.calls.filter(({ name }) => name === 'operations of permits.ask');
  expect(options).toMatchObject({ onBehalfOf: 'operator:op-1' });
  const approved = await gateway.send(`${mending}/approval`, { as, json: { act: 'drop' } });
  expect([approved.status, (await problemIn(approved)).slug]).toEqual([403, 'second-person-needed']);
});

test.each([
  ['without a reason', mending, { act: 'drop' }, 422],
  ['of another kind', mending, { act: 'delete', reason: 'x' }, 422],
  ['in a service there is not', mending.replace('permits', 'constructor'), { act: 'drop', reason: 'x' }, 404],
])('an act %s is refused', async (_what, path, json, status) => {
  expect((await gateway.send(path, { as, json })).status).toBe(status);
  expect(gateway.calls).toEqual([]);
});
