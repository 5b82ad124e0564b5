import { createLog } from '@lianban/telemetry';
import { refuse } from '@lianban/model';
import { application } from '../test/fake-ports';
import { writOf } from '../test/fake-writs';
import { type TestGateway, openGateway, problemIn } from '../test/test-gateway';
import { threadPrinter } from './pdf/printer';
import type { Sheet } from './pdf/sheet';

const own = '/api/applications/A-1/writs';
const onCase = '/api/desk/cases/A-1/licence/writs';

const opened: TestGateway[] = [];
afterEach(async () => {
  for (const gateway of opened.splice(0)) await gateway.close();
});

/** A gateway whose printer keeps what it was given. */
async function printing(more: object = {}) {
  const sheets: Sheet[] = [];
  const printer = { print: async (sheet: Sheet) => (sheets.push(sheet), Buffer.from('%PDF-1.7')) };
  const gateway = await openGateway({ rest: { printer }, ...more });
  opened.push(gateway);
  return { gateway, sheets };
}

test('a resident reads what each department told, and a department that is away is left out', async () => {
  const { gateway } = await printing({
    desks: { permits: {}, employment: { listWrits: async () => refuse('x', 'y') } },
  });
  const answer = (await (await gateway.send(own, { as: 'resident' })).json()) as { steps: object[] };
  expect(answer.steps).toMatchObject([
    { step: 'course', department: 'employment' },
    {
      step: 'licence',
      department: 'permits',
      writs: [{ place: 1, kind: 'grant', title: { en: 'Decision: granted' } }],
    },
  ]);
  expect(answer.steps[0]).not.toHaveProperty('writs');
});

test('a step nobody was asked of has told nothing: its department is not called', async () => {
  const get = async () => application(1, { steps: [{ id: 'licence', department: 'permits', status: 'waiting' }] });
  const { gateway } = await printing({ applications: { get } });
  expect(await (await gateway.send(own, { as: 'resident' })).json()).toEqual({ steps: [] });
  expect((await gateway.send(`${own}/licence/1/pdf`, { as: 'resident' })).status).toBe(404);
});

test.each([
  ['zh-CN', '王秀兰：', '准予决定书', '2026年3月6日'],
  ['en', 'To 王秀兰', 'Decision: granted', '6 March 2026'],
])('a document is printed in %s for the name in the register', async (language, addressee, title, day) => {
  const { gateway, sheets } = await printing();
  const answer = await gateway.send(`${own}/licence/1/pdf?language=${language}`, { as: 'resident' });
  expect(answer.headers.get('content-type')).toBe('application/pdf');
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="A-1-licence-1.pdf"');
  expect(sheets).toEqual([expect.objectContaining({ language, addressee, title, number: writOf().number })]);
  expect(sheets[0]!.signature).toContain(day);
  expect(sheets[0]!.notes.join()).toContain('ab'.repeat(32));
  expect((await gateway.send(`${own}/licence/2/pdf`, { as: 'resident' })).status).toBe(404);
  expect((await gateway.send(`${own}/licence/1/pdf?language=fr`, { as: 'resident' })).status).toBe(400);
});

test('the receipt names number, day, what for, departments and papers', async () => {
  const { gateway, sheets } = await printing();
  await gateway.send('/api/applications/A-1/receipt.pdf', { as: 'resident' });
  const [sheet] = sheets;
  expect(sheet).toMatchObject({ title: '收件回执', number: '办件编号：A-1', signature: ['2026年3月2日'] });
  expect(JSON.stringify(sheet)).toContain('经营场所证明');
  expect(JSON.stringify(sheet)).toContain('行政审批局');
});

test('a link of an agent names the principal in its address, and nobody without a mandate gets anything', async () => {
  const check = async () => ({ packages: ['small-shop'], mandates: ['MD00000001'] });
  const agent = { role: 'resident', id: 'r-2' };
  const link = `${own}/licence/1/pdf?for=r-1`;
  const { gateway } = await printing({ mandates: { check } });
  expect((await gateway.send(link, { as: agent })).status).toBe(200);
  const asked = gateway.calls.find(({ name }) => name === 'applications.get')?.request;
  expect(asked).toMatchObject({ residentId: 'r-1', agent: { residentId: 'r-2', packages: ['small-shop'] } });
  const without = await printing();
  expect((await problemIn(await without.gateway.send(link, { as: agent }))).slug).toBe('mandate-missing');
  expect(without.sheets).toEqual([]);
});

test('an officer’s look is recorded before anything is shown, and refused when it cannot be', async () => {
  const { gateway, sheets } = await printing();
  await gateway.send(onCase, { as: 'officer' });
  await gateway.send(`${onCase}/1/pdf`, { as: 'officer' });
  const looks = gateway.calls.filter(({ name }) => name === 'residents.recordRead' || name === 'residents.get');
  expect(looks.map(({ name }) => name)).toEqual(['residents.recordRead', 'residents.recordRead', 'residents.get']);
  // A case that is not decided has documents too.
  expect(looks[0]?.request).toMatchObject({ fields: ['documents'], purpose: { purpose: 'case-handling' } });
  expect(sheets).toHaveLength(1);
  const unrecorded = await printing({ residents: { recordRead: async () => refuse('unavailable', 'Not now.') } });
  expect((await unrecorded.gateway.send(onCase, { as: 'officer' })).status).toBeGreaterThanOrEqual(400);
  expect(unrecorded.gateway.calls.map(({ name }) => name)).not.toContain('permits.listWrits');
});

test('a preview asks the department with the fields of the act', async () => {
  const { gateway } = await printing();
  const json = { act: 'decide', outcome: 'refused', reason: 'never-came', findings: { score: 1 } };
  const answer = (await (await gateway.send(`${onCase}/preview`, { as: 'officer', json })).json()) as {
    writs: object[];
  };
  expect(answer.writs[0]).not.toHaveProperty('digest');
  expect(gateway.calls.find(({ name }) => name === 'permits.previewWrits')?.request).toMatchObject({
    ...{ id: 'A-1/licence', act: 'decide', reason: 'never-came', findings: { score: 1 }, outcome: 'OUTCOME_REFUSED' },
  });
});

test('without a font no PDF is made, and a sentence says what to do', async () => {
  const printer = threadPrinter(undefined, createLog('gateway', 'error', { write: () => undefined }));
  const gateway = await openGateway({ rest: { printer } });
  opened.push(gateway);
  const problem = await problemIn(await gateway.send(`${own}/licence/1/pdf`, { as: 'resident' }));
  expect(problem).toMatchObject({ status: 503, slug: 'font-missing' });
  expect(problem.detail).toContain('print the page from the browser instead');
});
