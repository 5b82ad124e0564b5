import { join } from 'node:path';
import { casework } from '@lianban/protos';
import { City, aStep, answered, stepRequested, until } from '@lianban/testing';
import { department } from '../src/office/department';
import type { ItemRules } from '../src/office/item-rules';

const { v1 } = casework;
const by = (officer: string) => ({ onBehalfOf: `officer:${officer}` });

const plain: ItemRules = {
  code: 'plain',
  rule: ({ findings }) => ({
    outcome: findings.passed === true ? 'granted' : 'refused',
    reason: 'conditions-met',
    facts: { level: 2 },
    grounds: [{ code: 'inspection', version: '1', met: findings.passed === true }],
  }),
};

const city = new City();
let desk: ReturnType<City['desk']>;
beforeAll(async () => {
  await city.open();
  desk = city.desk(
    await city.start(department({ name: 'permits', folder: join(__dirname, 'inspections'), items: [plain] })),
  );
});
afterAll(() => city.close());

test('people are told what a case holds of them: not what officers write to each other, nor findings before it is decided', async () => {
  const more = { decidedBy: v1.DecidedBy.OFFICER, residentId: 'r-7' };
  const id = await city.telling.say(v1.StepRequested, stepRequested(aStep('permits', 'plain', 'own'), more));
  await until('the case is there', async () => 'id' in (await desk.getCase({ id }, by('o-1'))));
  for (const [audience, text] of [
    ['officers', 'Looks odd.'],
    ['resident', 'We come on Monday.'],
  ] as const)
    answered(await desk.addNote({ caseId: id, audience, text, key: audience }, by('o-1')));

  const own = async () =>
    answered(await desk.getOwnCase({ caseId: id, residentId: 'r-7' }, { onBehalfOf: 'resident:r-7' }));
  answered(await desk.accept({ id, version: 0 }, by('o-1')));
  expect(await own()).toMatchObject({ status: 'accepted', findings: {}, facts: undefined, grounds: [] });
  expect((await own()).notes.map(({ text }) => text)).toEqual(['We come on Monday.']);

  const findings = { passed: true };
  answered(await desk.decide({ id, version: 0, outcome: v1.Outcome.GRANTED, reason: '', findings }, by('o-1')));
  expect(await own()).toMatchObject({
    ...{ status: 'decided', findings, facts: { level: 2 }, grounds: [{ met: true }] },
    writs: [
      { number: expect.stringContaining('受字') as string, title: { zh: '受理通知书' } },
      { number: expect.stringContaining('准字') as string, title: { zh: '准予决定书' } },
    ],
  });

  const notThere = { refused: 'case-not-found' };
  const asked = { caseId: id, residentId: 'r-8' };
  expect(await desk.getOwnCase(asked, { onBehalfOf: 'resident:r-8' })).toMatchObject(notThere);
  const mine = { ...asked, residentId: 'r-7' };
  for (const person of ['resident:r-8', 'officer:o-1'])
    expect(await desk.getOwnCase(mine, { onBehalfOf: person })).toMatchObject(notThere);
});
