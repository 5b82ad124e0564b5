import { CallFailed } from '@lianban/grpc';
import { refuse } from '@lianban/model';
import { casework } from '@lianban/protos';
import { type TestGateway, openGateway, problemIn } from '../test/test-gateway';
import { application } from '../test/fake-ports';

let gateway: TestGateway;
afterEach(() => gateway.close());

const waiting = application(1, {
  status: 'waiting-for-you',
  steps: [
    { id: 'course', department: 'employment', status: 'granted' },
    { id: 'licence', department: 'permits', status: 'supplement', missing: [{ code: 'lease', note: '' }] },
    { id: 'sign', department: 'signs', status: 'supplement', missing: [{ code: 'sign-drawing', note: '' }] },
  ],
});
const received = { code: 'lease', grade: 'C', reference: 'FM00000000-0000-4000-8000-000000000000' };
const askedAt = new Date('2026-03-02T02:00:00Z');
const permits = {
  listMissing: async () =>
    casework.v1.ListMissingResponse.fromPartial({
      wanted: [{ code: 'lease', note: '第二页看不清', received: [received] }],
      askedAt,
    }),
};
const get = async () => waiting;

test('a resident reads the officer’s words on what is missing, and what was submitted for it before', async () => {
  const signs = { listMissing: async () => casework.v1.ListMissingResponse.fromPartial({}) };
  gateway = await openGateway({ applications: { get }, desks: { permits, signs } });
  const found = await (await gateway.send('/api/applications/A-1/missing', { as: 'resident' })).json();
  expect(found).toEqual({
    steps: [
      {
        step: 'licence',
        department: 'permits',
        askedAt: askedAt.toISOString(),
        wanted: [{ code: 'lease', note: '第二页看不清', received: [{ grade: 'C', reference: received.reference }] }],
      },
      { step: 'sign', department: 'signs', wanted: [] },
    ],
  });
  const asked = gateway.calls.filter(({ name }) => name.endsWith('.listMissing'));
  expect(asked).toMatchObject([
    { name: 'permits.listMissing', request: { caseId: 'A-1/licence' } },
    { name: 'signs.listMissing', request: { caseId: 'A-1/sign' } },
  ]);
});

test('a department that is down does not hide another’s words', async () => {
  const listMissing = () => Promise.reject(new CallFailed('signs', 'UNAVAILABLE', 'down', true));
  gateway = await openGateway({ applications: { get }, desks: { permits, signs: { listMissing } } });
  const answer = await gateway.send('/api/applications/A-1/missing', { as: 'resident' });
  expect(await answer.json()).toMatchObject({
    steps: [
      { step: 'licence', wanted: [{ note: '第二页看不清' }] },
      { step: 'sign', department: 'signs' },
    ],
  });
  expect(gateway.logged.some((line) => line.includes('missing items shown without'))).toBe(true);
});

test('nothing is fetched for another resident’s application', async () => {
  gateway = await openGateway({ applications: { get: async () => refuse('application-not-found', 'No.') } });
  const answer = await gateway.send('/api/applications/A-2/missing', { as: 'resident' });
  expect([answer.status, (await problemIn(answer)).slug]).toEqual([404, 'application-not-found']);
  expect(gateway.calls.map(({ name }) => name)).toEqual(['applications.get']);
});

test('the application itself carries no words of an officer', async () => {
  gateway = await openGateway({ applications: { get } });
  const found = await (await gateway.send('/api/applications/A-1', { as: 'resident' })).json();
  expect(found).toMatchObject({ steps: [{}, { missing: [{ code: 'lease' }] }, {}] });
  expect(JSON.stringify(found)).not.toContain('note');
});
