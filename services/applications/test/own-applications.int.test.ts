import { applications as own } from '@lianban/protos';
import { City, until, answered } from '@lianban/testing';
import { applications } from '../src';
import { Departments } from './departments';
import { openShop } from './open-shop';
import { manyAtOnce } from './many-at-once';

const city = new City();
const catalogue = manyAtOnce();
const departments = new Departments(city.telling);
const Service = own.v1.ApplicationsServiceService;
let calls: ReturnType<typeof city.caller<typeof Service>>;

beforeAll(async () => {
  await city.open();
  calls = city.caller(await city.start(applications, catalogue.settings), Service);
});
afterAll(async () => {
  await city.close();
  catalogue.remove();
});

const submit = async (residentId: string) => answered(await calls.submit(openShop(residentId))).applicationNumber;
const statusOf = ({ steps }: own.v1.Application, step: string) => steps.find(({ id }) => id === step)?.status;

test('nobody else sees an application or acts on it', async () => {
  const applicationNumber = await submit('r-2');
  const stranger = { applicationNumber, residentId: 'r-stranger' };
  const answers = [
    await calls.get(stranger),
    await calls.withdraw({ ...stranger, reason: 'changed-plans' }),
    await calls.supplement({
      ...stranger,
      step: 'course',
      answers: {},
      materials: [],
      consents: [],
      idempotencyKey: '',
    }),
    await calls.object({ ...stranger, step: 'course', reason: 'No.', idempotencyKey: '' }),
    await calls.get({ applicationNumber: 'LB20260302999999', residentId: 'r-2' }),
    await calls.get({ applicationNumber: '$where', residentId: 'r-2' }),
  ];

  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(answers[0]).toMatchObject({ refused: 'application-not-found' });
  expect(answered(await calls.list({ residentId: 'r-stranger', limit: 10, cursor: '' })).applications).toEqual([]);
  expect(await calls.get({ applicationNumber, residentId: 'r-2' })).toMatchObject({
    status: 'in-progress',
    version: 1,
  });
});

test('people see their own applications, the newest first, page by page', async () => {
  const numbers = [await submit('r-3'), await submit('r-3'), await submit('r-3')].reverse();
  const page = async (cursor: string) => answered(await calls.list({ residentId: 'r-3', limit: 2, cursor }));

  const first = await page('');
  const second = await page(first.nextCursor);
  const listed = [...first.applications, ...second.applications].map(({ applicationNumber }) => applicationNumber);
  expect(listed).toEqual(numbers);
  expect([first.applications.length, second.nextCursor]).toEqual([2, '']);
});

test('who watches sees every change up to the end', async () => {
  const number = await submit('r-7');
  const seen: own.v1.Application[] = [];
  const watching = (async () => {
    const options = { deadlineMs: 15_000 };
    for await (const now of calls.watch({ applicationNumber: number, residentId: 'r-7' }, options)) seen.push(now);
  })();
  await until('the watcher has the first state', () => seen.length > 0);
  await departments.refuse(number, 'course');
  await until('the watcher saw the refusal', () => seen.some((each) => statusOf(each, 'course') === 'refused'));
  await departments.grant(number, 'registration');
  await watching;

  expect(seen.at(-1)).toMatchObject({ status: 'partly-granted' });
  expect(seen.map(({ version }) => version)).toEqual(
    [...new Set(seen.map(({ version }) => version))].sort((a, b) => a - b),
  );
  const stranger = calls.watch({ applicationNumber: number, residentId: 'r-stranger' }, { deadlineMs: 5_000 });
  await expect(stranger[Symbol.asyncIterator]().next()).rejects.toMatchObject({ code: 'FAILED_PRECONDITION' });
});
