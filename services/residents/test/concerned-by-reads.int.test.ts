import { residents as own } from '@lianban/protos';
import { City, answered, provenCase } from '@lianban/testing';
import { residents } from '../src';
import { household, somebody } from './people';

const city = new City();
let register: ReturnType<typeof city.caller<typeof own.v1.ResidentsServiceService>>;
let asSocialAssistance: ReturnType<typeof city.caller<typeof own.v1.ResidentsServiceService>>;
let questions: ReturnType<typeof city.caller<typeof own.v1.ReadQuestionsServiceService>>;

beforeAll(async () => {
  await city.open();
  const running = await city.start(residents);
  register = city.caller(running, own.v1.ResidentsServiceService);
  asSocialAssistance = city.caller(running, own.v1.ResidentsServiceService, 'social-assistance');
  questions = city.caller(running, own.v1.ReadQuestionsServiceService);
  for (const n of [1, 2, 3]) answered(await register.register(somebody(n)));
  answered(await register.putHousehold(household('h-1', 'r-1', 'r-2')));
});
afterAll(() => city.close());

const list = async (residentId: string) =>
  answered(await register.listReads(own.v1.ListReadsRequest.fromPartial({ residentId }))).reads;
const supervisor = { onBehalfOf: 'supervisor:s-1' };
const look = (purpose: string, fields: string[], call: object = { onBehalfOf: 'officer:o-1' }) =>
  register.recordRead(
    { residentId: 'r-1', purpose: { caseId: 'LB1/licence', purpose, department: 'permits' }, fields },
    call,
  );

test('whose savings a department reads sees it, in their own list, also when their spouse was asked about', async () => {
  const why = { caseId: 'LB1/relief', purpose: 'temporary-relief' };
  const capability = provenCase({ department: 'social-assistance', residentId: 'r-1', ...why });
  const purpose = { ...why, capability };
  answered(await asSocialAssistance.askMeans({ residentId: 'r-1', purpose }));
  const line = {
    reader: 'social-assistance',
    caseId: 'LB1/relief',
    purpose: 'temporary-relief',
    basis: 'duty',
    count: 1,
  };
  expect(await list('r-1')).toMatchObject([{ ...line, ofHousehold: false }]);
  const [spouses, ...rest] = await list('r-2');
  expect(spouses).toMatchObject({ ...line, ofHousehold: true });
  expect(spouses?.fields).toEqual(['household size', 'income', 'savings', 'homes', 'cars']);
  expect([rest, await list('r-3')]).toEqual([[], []]);
});

test('so it is when an officer is shown means; what is of one person alone stays with them', async () => {
  answered(await look('case-handling', ['case', 'answers']));
  expect(await list('r-2')).toHaveLength(1);
  answered(await look('case-handling', ['case', 'means']));
  expect((await list('r-2'))[0]).toMatchObject({ reader: 'officer:o-1', department: 'permits', fields: ['means'] });
});

test('for a purpose that is none an officer is shown nothing, and told which there are', async () => {
  const purpose = { caseId: 'LB1/licence', purpose: 'snooping', department: 'permits' };
  const before = (await list('r-1')).length;
  expect(await register.disclose({ residentId: 'r-1', purpose }, { onBehalfOf: 'officer:o-1' })).toMatchObject({
    refused: 'purpose-unknown',
    detail: expect.stringContaining('check-identity'),
  });
  expect(await list('r-1')).toHaveLength(before);
});

test('an operator’s look is in the list as well', async () => {
  const purpose = { caseId: 'LB1/licence', purpose: 'take-over' };
  const call = { onBehalfOf: 'operator:op-1' };
  answered(await register.recordRead({ residentId: 'r-3', purpose, fields: ['application'] }, call));
  expect(await list('r-3')).toMatchObject([{ reader: 'operator:op-1', basis: 'duty', purpose: 'take-over' }]);
});

test('a line that is not understood is asked about once, reaches the department, and has its answer beside it', async () => {
  const line = (await list('r-2')).find(({ reader }) => reader === 'officer:o-1')!;
  const asked = answered(await questions.ask({ residentId: 'r-2', readId: line.id }));
  // Another look of the same officer for the same: still one line, and one question.
  answered(await look('case-handling', ['means']));
  const again = answered(await questions.ask({ residentId: 'r-2', readId: line.id }));
  expect(again).toEqual(asked);
  expect(await questions.ask({ residentId: 'r-3', readId: line.id })).toMatchObject({ refused: 'read-not-found' });
  const waiting = async (department: string) =>
    answered(await questions.list({ department, limit: 10, cursor: '' })).questions;
  expect(await waiting('permits')).toMatchObject([{ questionId: asked.questionId, residentId: 'r-2', answer: '' }]);
  expect(await waiting('social-assistance')).toEqual([]);

  const answer = {
    questionId: asked.questionId,
    department: 'permits',
    by: 'supervisor:s-1',
    text: '核对家庭经济状况。',
  };
  answered(await questions.answer(answer, supervisor));
  expect((await list('r-2')).find(({ reader }) => reader === 'officer:o-1')?.question).toMatchObject({
    answer: answer.text,
    answeredBy: 'supervisor:s-1',
  });
  // What was asked is one resident's: the other's line has no question.
  expect((await list('r-1')).map(({ question }) => question)).toEqual((await list('r-1')).map(() => undefined));
});

test('the questions of a department have pages: those that wait first, the longest waiting first', async () => {
  for (const purpose of ['check-identity', 'fill-in-certificate', 'check-with-other-system'])
    answered(await look(purpose, ['ID number']));
  const lines = (await list('r-1')).filter(
    ({ caseId, purpose }) => caseId === 'LB1/licence' && purpose !== 'case-handling',
  );
  const asked: string[] = [];
  for (const { id } of lines) asked.push(answered(await questions.ask({ residentId: 'r-1', readId: id })).questionId);
  const seen: string[] = [];
  for (let cursor: string | undefined = ''; cursor !== undefined;) {
    const page: own.v1.ListReadQuestionsResponse = answered(
      await questions.list({ department: 'permits', limit: 2, cursor }),
    );
    seen.push(...page.questions.map(({ questionId }) => questionId));
    cursor = page.nextCursor || undefined;
  }
  expect(asked).toHaveLength(3);
  expect(seen.slice(0, 3)).toEqual(asked);
  expect(seen).toHaveLength(4);
});

test('a supervisor sees how often each officer looked people up at the counter, and how many people, by day', async () => {
  const purpose = { caseId: 'counter', purpose: 'counter-intake', department: 'employment' };
  const find = (n: number, officer: string) =>
    register.find({ idNumber: somebody(n).idNumber, purpose }, { onBehalfOf: `officer:${officer}` });
  for (const n of [1, 1, 2]) answered(await find(n, 'o-1'));
  answered(await find(3, 'o-2'));
  const { rows } = answered(await register.listLookUps({ department: 'employment', since: new Date(0) }));
  expect(rows.map(({ reader, lookUps, people }) => [reader, lookUps, people])).toEqual([
    ['officer:o-1', 3, 2],
    ['officer:o-2', 1, 1],
  ]);
  expect(rows[0]?.day).toMatch(/^2\d{3}-\d\d-\d\d$/);
  expect(answered(await register.listLookUps({ department: 'permits', since: new Date(0) })).rows).toEqual([]);
});
