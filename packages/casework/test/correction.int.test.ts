import { join } from 'node:path';
import { casework } from '@lianban/protos';
import { department } from '../src/office/department';
import type { ItemRules } from '../src/office/item-rules';
import { City, until, aStep, answered, stepRequested } from '@lianban/testing';

const { v1 } = casework;
const { GRANTED, REFUSED } = v1.Outcome;
const officer = { onBehalfOf: 'officer:o-1' };
const first = { onBehalfOf: 'supervisor:s-1' };
const second = { onBehalfOf: 'supervisor:s-2' };

const plain: ItemRules = {
  code: 'plain',
  rule: ({ findings }) => ({
    outcome: findings.passed === true ? 'granted' : 'refused',
    reason: findings.passed === true ? 'conditions-met' : 'inspection-failed',
    facts: findings.passed === true ? { permitNumber: 'P-1' } : {},
    grounds: [{ code: 'inspection', version: '1', met: findings.passed === true }],
  }),
};

const city = new City();
let desk: ReturnType<City['desk']>;
beforeAll(async () => {
  await city.open();
  const folder = join(__dirname, 'inspections');
  desk = city.desk(await city.start(department({ name: 'permits', folder, items: [plain] })));
});
afterAll(() => city.close());

/** A case of the resident that an officer has decided. */
async function decided(residentId: string, passed: boolean): Promise<string> {
  const more = { decidedBy: v1.DecidedBy.OFFICER, residentId };
  const id = await city.telling.say(v1.StepRequested, stepRequested(aStep('permits', 'plain', 'check'), more));
  await until('the case is there', async () => 'status' in (await desk.getCase({ id }, officer)));
  answered(await desk.accept({ id, version: 0 }, officer));
  const outcome = passed ? GRANTED : REFUSED;
  const decision = { id, version: 0, outcome, reason: passed ? '' : 'inspection-failed', findings: { passed } };
  answered(await desk.decide(decision, officer));
  return id;
}
const revoke = (id: string) => ({ id, version: 0, outcome: REFUSED, error: 'untrue-material', findings: {} });
const grant = (id: string) => ({ id, version: 0, outcome: GRANTED, error: 'facts-wrong', findings: { passed: true } });
const approve = (id: string) => ({ id, version: 0, approve: true });

test('two supervisors revoke a grant: it waits in their queue, and the topic tells what it said and what it says', async () => {
  const id = await decided('r-revoked', true);
  expect(await desk.askCorrection(revoke(id), officer)).toMatchObject({ refused: 'supervisor-only' });
  answered(await desk.askCorrection(revoke(id), first));
  const waiting = answered(
    await desk.listWork(v1.ListWorkRequest.fromPartial({ askWaiting: true, limit: 50, counts: true }), second),
  );
  expect(waiting.cases.map((found) => found.id)).toContain(id);
  expect(waiting.counts?.asksWaiting).toBe(1);
  expect(await desk.answerCorrection(approve(id), first)).toMatchObject({ refused: 'second-person-needed' });
  const corrected = answered(await desk.answerCorrection(approve(id), second));
  expect(corrected).toMatchObject({ outcome: REFUSED, corrections: [{ askedBy: 's-1', approvedBy: 's-2' }] });
  expect(await city.telling.next(v1.StepCorrected, id)).toMatchObject({
    ...{ was: GRANTED, outcome: REFUSED, error: 'untrue-material', number: 1 },
  });
});

test('a refusal does not become a grant beside another of the same person', async () => {
  const id = await decided('r-twice', false);
  const other = await decided('r-twice', true);
  const no = await desk.askCorrection(grant(id), first);
  expect(no).toMatchObject({ refused: 'granted-elsewhere', detail: expect.stringContaining(other) as string });
});

test('nor when the other came between asking and approving', async () => {
  const id = await decided('r-between', false);
  answered(await desk.askCorrection(grant(id), first));
  await decided('r-between', true);
  expect(await desk.answerCorrection(approve(id), second)).toMatchObject({ refused: 'granted-elsewhere' });
  answered(await desk.answerCorrection({ ...approve(id), approve: false }, second));
});

test('alone, it becomes one', async () => {
  const id = await decided('r-alone', false);
  answered(await desk.askCorrection(grant(id), first));
  expect(answered(await desk.answerCorrection(approve(id), second))).toMatchObject({
    outcome: GRANTED,
    facts: { permitNumber: 'P-1' },
  });
});
