import { steps } from '@lianban/protos';
import { type StepKind, serviceKinds, stepKinds } from './kinds';
import { kindMessage, serviceNews } from './service-step';

const { v1 } = steps;
const at = new Date('2026-03-03T00:00:00Z');
const until = new Date('2026-03-10T00:00:00Z');

/** What a message of a city service means; what it leaves out is as the wire has it. */
const read = <T extends { $type: string; fromPartial(value: object): unknown }>(
  type: T,
  value: object,
  kind: steps.v1.Kind = v1.Kind.PAYMENT,
) => {
  const ref = { applicationNumber: 'LB20260302000001', step: 'fee', item: 'i', service: 'payments', kind };
  const { newsOf } = serviceNews.find((reading) => reading.type.$type === type.$type)!;
  return newsOf(type.fromPartial({ ref, ...value }) as never);
};

const appointment = { beginsAt: at, endsAt: until, place: 'hall-2' };

test.each([
  ['payment', { status: 'payable', until, payment: { amountCents: 12_000 } }, { payment: { amountCents: 12_000 } }],
  ['document', { status: 'drafted', until, document: { number: 'FB1' } }, { document: { number: 'FB1' } }],
  ['booking', { status: 'booked', until, appointment }, { appointment }],
] as const)('progress of a %s says its status, until when, and what a page shows', (kind, value, shown) => {
  expect(read(v1.StepProgressed, { ...value, progressedAt: at }, kindMessage[kind])).toStrictEqual({
    type: 'progressed',
    at,
    progress: { kind, status: value.status, until, shown },
  });
});

test.each(serviceKinds)('every status of a %s is read, also with nothing to show yet', (kind) => {
  for (const status of stepKinds[kind].progress)
    expect(read(v1.StepProgressed, { status }, kindMessage[kind])).toStrictEqual({
      type: 'progressed',
      progress: { kind, status },
    });
});

test('the other news are the same for every kind', () => {
  const finished = { outcome: v1.Outcome.REFUSED, reason: 'not-paid', facts: { a: 1 }, finishedAt: at };
  expect(read(v1.StepFinished, finished)).toStrictEqual({
    ...{ type: 'finished', at, outcome: 'refused', reason: 'not-paid', facts: { a: 1 }, grounds: [] },
  });
  expect(read(v1.StepCancelled, { cancelledAt: at })).toStrictEqual({ type: 'cancelled', at });
  expect(read(v1.StepUndone, {})).toStrictEqual({ type: 'undone' });
});

test.each([
  ['a status of another kind', { status: 'booked' }, v1.Kind.PAYMENT, 'it is one of payable, processing'],
  ['what another kind shows', { status: 'payable', document: { number: 'x' } }, v1.Kind.PAYMENT, 'shows no document'],
  ['no kind', { status: 'payable' }, v1.Kind.UNSPECIFIED, 'of which kind'],
  [
    'an appointment at no time',
    { status: 'booked', appointment: { place: 'hall-2' } },
    v1.Kind.BOOKING,
    'when it begins',
  ],
])('progress with %s breaks the contract', (_, value, kind, sentence) => {
  expect(() => read(v1.StepProgressed, value, kind)).toThrow(sentence);
});

test('a step that finishes without an outcome breaks the contract', () => {
  expect(() => read(v1.StepFinished, {})).toThrow('granted or refused');
});

test('no two kinds have a status in common: it tells the kind', () => {
  const all = (Object.keys(stepKinds) as StepKind[]).flatMap((kind): readonly string[] => stepKinds[kind].progress);
  expect(new Set(all).size).toBe(all.length);
});

test('the resident is waited for in statuses that there are', () => {
  for (const { progress, forResident } of Object.values(stepKinds))
    expect(progress).toEqual(expect.arrayContaining([...forResident]));
});
