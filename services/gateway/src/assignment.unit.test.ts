import { casework } from '@lianban/protos';
import { type TestGateway, openGateway, problemIn } from '../test/test-gateway';
import { caseOf } from '../test/fake-ports';
import { staffOf } from '../test/fake-staff';
import { readStaffList } from './officers';

const officers = readStaffList(`[
  { "id": "o-all", "name": "陈立", "department": "permits" },
  { "id": "o-here", "name": "周敏", "department": "permits", "district": "410105" },
  { "id": "o-there", "name": "吴刚", "department": "permits", "district": "410102" },
  { "id": "o-other", "name": "郑红", "department": "employment" }
]`);
const bulk = async ({ rows }: casework.v1.BulkRequest) =>
  casework.v1.BulkResponse.fromPartial({ results: rows.map(({ id }) => ({ id, result: 'done', version: 4 })) });

let gateway: TestGateway;
afterEach(() => gateway.close());
const open = async (staff = officers) => {
  gateway = await openGateway({
    rest: { staff: staffOf(staff) },
    desks: { permits: { bulk, getCase: async ({ id }) => caseOf(3, { id }) } },
  });
};
const assign = (to: string) =>
  gateway.send('/api/desk/cases/A-1/licence/assignment', { as: 'supervisor', json: { to } });
const assignMany = (json: object) =>
  gateway.send('/api/desk/bulk', {
    as: 'supervisor',
    json: { act: 'reassign', cases: [{ id: 'A-1/licence', version: 3 }], rehearse: false, ...json },
  });
const changed = () => gateway.calls.map(({ name }) => name).filter((name) => /reassign|bulk/.test(name));

const wrong = [
  ['nobody of the staff list', 'nobody-1', 'officer-unknown'],
  ['an officer of another department', 'o-other', 'officer-unknown'],
] as const;

test.each([...wrong, ['an officer of another district', 'o-there', 'officer-out-of-reach'] as const])(
  'a case is not handed to %s',
  async (_, to, slug) => {
    await open();
    const response = await assign(to);
    const problem = await problemIn(response);
    expect([response.status, problem.slug, problem.errors?.[0]?.pointer]).toEqual([422, slug, '/to']);
    expect(changed()).toEqual([]);
  },
);

test.each(wrong)('bulk reassignment to %s is refused', async (_, to, slug) => {
  await open();
  const response = await assignMany({ to });
  const problem = await problemIn(response);
  expect([response.status, problem.slug, problem.errors?.[0]?.pointer]).toEqual([422, slug, '/to']);
  expect(changed()).toEqual([]);
});

test('bulk reassignment requires an officer', async () => {
  await open([]);
  const response = await assignMany({});
  expect([response.status, (await problemIn(response)).errors?.[0]?.pointer]).toEqual([422, '/to']);
});

test('bulk acts refuse cases outside the officer’s district, row by row', async () => {
  await open();
  const found = (await (await assignMany({ to: 'o-there' })).json()) as { results: { slug?: string }[] };
  expect(found.results).toMatchObject([{ id: 'A-1/licence', result: 'refused', slug: 'officer-out-of-reach' }]);
  expect(await (await assignMany({ to: 'o-here' })).json()).toMatchObject({ results: [{ result: 'done' }] });
});

test.each(['o-all', 'o-here'])('a case can be assigned to anybody who can open it: %s', async (to) => {
  await open();
  expect((await assign(to)).status).toBe(200);
  expect(changed()).toEqual(['permits.reassign']);
});

test('without a staff list any officer id is accepted', async () => {
  await open([]);
  expect((await assign('o-77')).status).toBe(200);
});
