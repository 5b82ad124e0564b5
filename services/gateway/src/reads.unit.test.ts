import { residents } from '@lianban/protos';
import { type TestGateway, openGateway } from '../test/test-gateway';

let gateway: TestGateway;
afterEach(() => gateway.close());

const lineOf = (n: number, more: object = {}) =>
  residents.v1.Read.fromPartial({
    id: `r20260302T010000-0a1b2c3d.000000000${n}`,
    at: new Date('2026-03-02T01:00:00Z'),
    reader: 'officer:o-1',
    department: 'permits',
    caseId: `A-${n}/licence`,
    purpose: 'check-identity',
    fields: ['ID number'],
    basis: 'duty',
    count: n,
    ...more,
  });
/** Two pages: the second is the oldest. */
const listReads = async ({ cursor }: { cursor: string }) =>
  residents.v1.ListReadsResponse.fromPartial(
    cursor === '' ? { reads: [lineOf(1)], nextCursor: 'older' } : { reads: [lineOf(2, { purpose: '=1+1' })] },
  );

test('the list is exported to its oldest page, as JSON', async () => {
  gateway = await openGateway({ residents: { listReads: listReads as never } });
  const response = await gateway.send('/api/me/reads.json', { as: 'resident' });
  expect(response.headers.get('content-disposition')).toBe('attachment; filename="reads.json"');
  const { reads } = (await response.json()) as { reads: object[] };
  expect(reads).toMatchObject([
    { caseId: 'A-1/licence', basis: 'duty', ofHousehold: false },
    { caseId: 'A-2/licence' },
  ]);
});

test('and as CSV that a spreadsheet reads as text', async () => {
  gateway = await openGateway({ residents: { listReads: listReads as never } });
  const response = await gateway.send('/api/me/reads.csv', { as: 'resident' });
  const bytes = Buffer.from(await response.arrayBuffer());
  expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  const [head, first, second] = bytes.toString('utf8').split('\r\n');
  expect(head).toContain('"reader 查阅人"');
  expect(first).toContain('"officer:o-1","permits","A-1/licence","check-identity 核对身份","duty","ID number"');
  expect(second).toContain(`"'=1+1"`);
});

test('a question is asked in the resident’s own name, and answered in the department’s and by whoever signed in', async () => {
  gateway = await openGateway();
  const line = lineOf(1).id;
  const asked = await gateway.send(`/api/me/reads/${line}/question`, { as: 'resident', method: 'POST' });
  expect(await asked.json()).toEqual({ id: 'q'.repeat(32), askedAt: '2026-03-02T02:00:00.000Z' });
  const address = `/api/desk/read-questions/${'q'.repeat(32)}/answer`;
  const json = { text: '核对身份。' };
  expect((await gateway.send(address, { as: 'supervisor', json })).status).toBe(200);
  expect((await gateway.send(address, { as: 'officer', json })).status).toBe(403);
  expect((await gateway.send(address.replace('desk', 'operator'), { as: 'operator', json })).status).toBe(200);
  expect(gateway.calls.map(({ name, request }) => [name, request])).toMatchObject([
    ['readQuestions.ask', { residentId: 'r-1', readId: line }],
    ['readQuestions.answer', { department: 'permits', by: 'supervisor:s-1', text: '核对身份。' }],
    ['readQuestions.answer', { department: 'operators', by: expect.stringMatching(/^operator:/) }],
  ]);
});

test('an operator who answers for a department is recorded as a reader first', async () => {
  gateway = await openGateway();
  const json = { outcome: 'granted', reason: 'on-paper' };
  await gateway.send('/api/operator/applications/A-1/steps/licence/take-over', { as: 'operator', json });
  expect(gateway.calls.map(({ name, request }) => [name, request])).toMatchObject([
    ['applications.get', {}],
    ['residents.recordRead', { residentId: 'r-1', purpose: { caseId: 'A-1/licence', purpose: 'take-over' } }],
    ['applications.takeOver', {}],
  ]);
});
