import fc from 'fast-check';
import {
  type DecidedBy,
  type WaitingStep,
  over,
  paused,
  requested,
  resumed,
  reviewed,
  supplementAsked,
  supplementProvided,
  unknownStep,
} from './waiting-step';

type Said = (step: WaitingStep) => WaitingStep;
const since = new Date('2026-03-02T01:00:00Z');
const ask =
  (decidedBy: DecidedBy): Said =>
  (step) =>
    requested(step, { department: 'permits', item: 'food', decidedBy, at: since });
const provide: Said = (step) => supplementProvided(step);
const asked: Said = (step) => supplementAsked(step, 'permits');
const hearing: Said = (step) => paused(step, 'permits', 'hearing');
const notice: Said = (step) => paused(step, 'permits', 'public-notice');
const goOn: Said = (step) => resumed(step, 'permits');
const end: Said = (step) => over(step, 'permits');
const review: Said = (step) => reviewed(step, { department: 'permits', item: 'food', decidedBy: 'officer', at: since });
const after = (...said: readonly Said[]) => said.reduce((step, one) => one(step), unknownStep);

test.each<[string, readonly Said[], string | undefined]>([
  ['an officer, when one decides', [ask('officer')], 'officer'],
  ['facts, when a rule decides', [ask('rule')], 'facts'],
  ['the resident, once the department asked', [ask('officer'), asked], 'resident'],
  ['an officer again, once the resident answered', [ask('officer'), asked, provide], 'officer'],
  ['the resident again, when the answer was not enough', [ask('rule'), asked, provide, asked], 'resident'],
  ['the end of a public notice', [ask('rule'), notice], 'notice'],
  ['an officer, while one has paused it', [ask('officer'), hearing], 'officer'],
  ['an officer, after a notice', [ask('officer'), notice, goOn], 'officer'],
  ['nobody, before it is known to be asked for', [asked], undefined],
  ['nobody, when it is over', [ask('officer'), asked, end], undefined],
  ['an officer, when a person is to look at a refusal', [ask('rule'), end, review], 'officer'],
  ['an officer, also when the refusal is read after that', [ask('rule'), review, end], 'officer'],
  ['nobody, when the person has decided', [ask('rule'), end, review, end], undefined],
  ['nobody, also when both decisions are read before it', [ask('rule'), end, end, review], undefined],
  ['an officer, when a second refusal is looked at', [ask('rule'), end, review, end, review], 'officer'],
])('a step waits for %s', (_for, said, waitsFor) => {
  expect(after(...said).open?.waitsFor).toBe(waitsFor);
});

test('another department changes nothing', () => {
  const foreign: Said = (step) => over(supplementAsked(step, 'employment'), 'employment');
  expect(after(ask('officer'), foreign).open).toEqual(after(ask('officer')).open);
});

test('what applications say and what the department says may come in any order between them', () => {
  const own = [ask('officer'), provide, provide];
  const department = [asked, hearing, goOn, asked, notice, goOn, end];
  const counts = { own: fc.nat(own.length), department: fc.nat(department.length) };
  fc.assert(
    fc.property(fc.record(counts), fc.array(fc.boolean(), { maxLength: 12 }), (taken, turns) => {
      const queues = [own.slice(0, taken.own), department.slice(0, taken.department)] as const;
      const oneByOne = after(...queues[0], ...queues[1]);
      const [mine, theirs] = [[...queues[0]], [...queues[1]]];
      const mixed = turns.flatMap((isMine) => (isMine ? mine : theirs).splice(0, 1));
      expect(after(...mixed, ...theirs, ...mine)).toEqual(oneByOne);
    }),
  );
});
