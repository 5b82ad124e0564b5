import { type TestGateway, openGateway } from '../test/test-gateway';

let gateway: TestGateway;
afterEach(() => gateway.close());

test.each([
  ['a guardian', { kind: 'household', guardian: true }, 'guardian'],
  ['somebody of the household', { kind: 'household', guardian: false }, 'household'],
  ['a stranger', { kind: '', guardian: false }, ''],
])('what %s is to the child is asked of the register and told with the application', async (_who, is, relation) => {
  gateway = await openGateway({ residents: { getRelation: async () => is } });
  await gateway.send('/api/applications', {
    as: 'resident',
    headers: { 'Idempotency-Key': 'k-1' },
    json: { package: 'childcare-subsidy', answers: {}, about: { kind: 'child', residentId: 'r-9' } },
  });
  expect(gateway.calls).toContainEqual(
    expect.objectContaining({ name: 'residents.getRelation', request: { personId: 'r-1', residentId: 'r-9' } }),
  );
  expect(gateway.calls.find(({ name }) => name === 'applications.submit')?.request).toMatchObject({
    subject: { kind: 'child', residentId: 'r-9', relation },
  });
});
