import { TopicAudit } from './audit';
import { compare } from './verdict';

const types = { submitted: 'Submitted', ended: 'Ended', decided: 'Decided' };
const number = 'LB1';
const record = (type: string, subject: string, sequence: number) => ({
  key: Buffer.from(number),
  headers: { ce_type: type, ce_subject: subject, ce_sequence: String(sequence) },
});
const steps = ['a', 'b', 'c', 'd'].map((step) => `${number}/${step}`);

/** One application accepted, decided by four departments and ended, with further records of `more` on the topics. */
function found(more: (audit: TopicAudit) => void = () => undefined, book = {}, stored = 1): readonly string[] {
  const audit = new TopicAudit(types);
  audit.see('applications', record('Submitted', number, 1));
  for (const step of steps) audit.see('departments', record('Decided', step, 1));
  audit.see('applications', record('Ended', number, 2));
  more(audit);
  compare(audit, { taken: [number], refused: 0, unknown: 0, ...book }, stored);
  return audit.faults.map((fault) => fault.slice(0, 2));
}

test('a consistent state has no fault, also with repeated records', () => {
  expect(found()).toEqual([]);
  expect(found((audit) => audit.see('applications', record('Ended', number, 2)))).toEqual([]);
});

test.each<[string, string[], Parameters<typeof found>]>([
  ['one that was taken and is lost', ['I1'], [undefined, { taken: [number, 'LB2'] }]],
  ['one that nobody sent', ['I2'], [undefined, { taken: [] }]],
  ['one that is announced and not stored', ['I2'], [undefined, {}, 0]],
  ['a number that was given twice', ['I3'], [undefined, { taken: [number, number] }]],
  ['a step that was decided twice', ['I3'], [(audit) => audit.see('departments', record('Decided', steps[0]!, 2))]],
  ['an end that came twice', ['I3'], [(audit) => audit.see('applications', record('Ended', number, 3))]],
  ['a decision too many', ['I3'], [(audit) => audit.see('departments', record('Decided', 'LB9/a', 1))]],
  ['a gap', ['I4'], [(audit) => audit.see('departments', record('StepAccepted', steps[0]!, 3))]],
])('%s', (_, faults, given) => {
  expect(found(...given)).toEqual(faults);
});

test('a submission without an answer may have had an effect', () => {
  expect(found(undefined, { taken: [], unknown: 1 })).toEqual([]);
});
