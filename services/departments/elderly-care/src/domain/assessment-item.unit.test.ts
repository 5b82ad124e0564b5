import { join } from 'node:path';
import { loadDepartment } from '@lianban/catalogue';
import { type Evidence, type Facts, type Item, type StepRequest, cataloguedItems } from '@lianban/casework';
import { items } from '../items';
import { ABILITY_ITEMS } from './ability-items';

const file = loadDepartment(join(__dirname, '..', '..'));
const [item] = cataloguedItems(items, file) as [Item];

const request = (decidedBy: 'rule' | 'officer', answers: Facts = {}): StepRequest => ({
  applicationNumber: '2026000001',
  step: 'assessment',
  item: 'elderly-ability-assessment',
  department: 'elderly-care',
  residentId: 'r-1',
  district: '410105',
  answers,
  earlier: {},
  materials: [],
  decidedBy,
  statutoryDays: 20,
  promisedDays: 10,
  requestedAt: new Date('2026-03-02T01:00:00Z'),
});
const evidence = (of: StepRequest, findings: Facts = {}): Evidence => ({
  request: of,
  known: {},
  findings,
  now: new Date('2026-03-03T01:00:00Z'),
});
const best: Facts = { ...ABILITY_ITEMS };

test('the form an officer fills in has the items of the standard, each up to its highest score', () => {
  const findings = file.items.find(({ code }) => code === item.code)?.findings.filter(({ required }) => required);
  expect(Object.fromEntries((findings ?? []).map(({ name, max }) => [name, max]))).toEqual(ABILITY_ITEMS);
});

test('an officer’s 26 scores become a level and a score', () => {
  expect(item.rule(evidence(request('officer'), { ...best, eating: 0, bathing: 0 }))).toMatchObject({
    outcome: 'granted',
    facts: { level: 1, score: 82 },
  });
});

test('the grounds name the standard, and why the level worsened', () => {
  const ruling = item.rule(evidence(request('officer'), { ...best, mentalDisorder: true }));
  expect(ruling).toMatchObject({
    facts: { level: 1, score: 90 },
    grounds: [
      { rule: 'GB/T 42195-2022', met: true, explanation: expect.stringContaining('level 0') },
      { rule: 'GB/T 42195-2022', met: true, explanation: 'Level 1 because of: mental-disorder.' },
    ],
  });
});

test('a rule decides by the scores of a qualified assessor that came with the application', () => {
  const of = request('rule', { assessment: { ...best, memory: 0, coma: true } });
  expect(item.missing(of)).toEqual([]);
  expect(item.rule(evidence(of))).toMatchObject({ outcome: 'granted', facts: { level: 4, score: 86 } });
});

test('without scores a rule asks for them; an officer is not asked, they assess', () => {
  expect(item.missing(request('rule'))).toEqual([{ code: 'assessment', note: '' }]);
  expect(item.missing(request('officer'))).toEqual([]);
});

test('an officer never signs scores by leaving their own form empty', () => {
  expect(item.rule(evidence(request('officer', { assessment: best })))).toMatchObject({
    refused: 'assessment-incomplete',
  });
});

test('an officer who takes a rule’s case over is heard before the application', () => {
  const of = request('rule', { assessment: best });
  expect(item.rule(evidence(of, { ...best, eating: 3 }))).toMatchObject({ facts: { score: 89 } });
});

describe('unusable scores', () => {
  const wrong = { ...best, stairs: null, eating: 5, memory: 1.5, transport: '3', hearing: -1, coma: 'no' };

  test('are told all at once', () => {
    const answer = item.rule(evidence(request('officer'), wrong));
    expect(answer).toMatchObject({ refused: 'assessment-incomplete', pointer: '/findings/eating' });
    const { detail } = answer as { detail: string };
    expect(detail).toContain('eating must be a whole number from 0 to 4');
    expect(detail).toContain('stairs is missing');
    for (const field of ['memory', 'transport', 'hearing', 'coma']) expect(detail).toContain(`${field} must be`);
  });

  test('in an application are a supplement, field by field', () => {
    const codes = item.missing(request('rule', { assessment: wrong })).map((m) => m.code);
    expect(codes.toSorted()).toEqual(
      ['eating', 'stairs', 'memory', 'transport', 'hearing', 'coma'].map((f) => `assessment.${f}`).toSorted(),
    );
  });

  test('of another shape are refused as a whole', () => {
    expect(item.missing(request('rule', { assessment: [4, 4, 4] })).map((m) => m.code)).toEqual(['assessment']);
  });
});
