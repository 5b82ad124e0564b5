import { casework } from '@lianban/protos';
import { stepHandlers } from './step-handlers';
import { at, step } from '../../test/given/example';

const { v1 } = casework;
const ref = { applicationNumber: 'LB20260302000001', step: 'assess', item: 'plain', department: 'elderly-care' };
const about = { key: ref.applicationNumber, subject: 's', sequence: 1, source: 'applications', at: at('03-02') };

interface Codec<M> {
  readonly $type: string;
  fromPartial(message: object): M;
}

/** Hears a message as it comes out of its bytes. */
const hear = <M>(type: Codec<M>, message: object) => {
  const handler = stepHandlers.find((one) => one.type.$type === type.$type);
  if (!handler) throw new Error(`${type.$type} is not heard`);
  const bytes = handler.type.encode(type.fromPartial(message)).finish();
  return handler.to(handler.type.decode(bytes), about);
};

const requested = {
  ref,
  residentId: 'r-1',
  district: '410105',
  answers: { income: 700, married: true, children: [{ age: 7 }] },
  earlier: { register: { outcome: 'granted' } },
  materials: [{ code: 'photo', grade: 'C', reference: 'm-1' }],
  decidedBy: v1.DecidedBy.RULE,
  statutoryDays: 20,
  promisedDays: 10,
  requestedAt: at('03-02'),
};

test('a step requested is received as the case of that step', () => {
  const { answers, earlier, materials } = requested;
  expect(hear(v1.StepRequested, requested)).toEqual({
    aggregate: 'cases',
    id: 'LB20260302000001/assess',
    command: { type: 'ReceiveStep', request: step({ decidedBy: 'rule', answers, earlier, materials }) },
  });
});

test('the proof of a case is kept with it', () => {
  expect(hear(v1.StepRequested, { ...requested, capability: 'a.b.c' })).toMatchObject({
    command: { request: { capability: 'a.b.c' } },
  });
});

test('whoever applied in the person’s name, or supplemented, is known to the case', () => {
  expect(hear(v1.StepRequested, { ...requested, filedBy: ['agent-1', 'o-9'] })).toMatchObject({
    command: { request: { filedBy: ['agent-1', 'o-9'] } },
  });
  expect(hear(v1.SupplementProvided, { ref, providedAt: at('03-04'), providedBy: 'agent-1' })).toMatchObject({
    command: { type: 'ProvideSupplement', providedBy: 'agent-1' },
  });
});

test('a step of which nobody says who decides it goes to an officer', () => {
  expect(hear(v1.StepRequested, { ...requested, decidedBy: v1.DecidedBy.UNSPECIFIED })).toMatchObject({
    command: { request: { decidedBy: 'officer' } },
  });
});

test.each([
  [
    v1.SupplementProvided,
    { answers: { income: 700 }, materials: [], providedAt: at('03-04') },
    { type: 'ProvideSupplement', answers: { income: 700 }, materials: [], providedAt: at('03-04') },
  ],
  [
    v1.ObjectionRaised,
    { objection: 'x-1', raisedAt: at('03-04') },
    { type: 'RaiseObjection', objection: 'x-1', raisedAt: at('03-04') },
  ],
  [v1.StepCancellationRequested, { reason: 'withdrawn' }, { type: 'Cancel', reason: 'withdrawn' }],
  [v1.StepCompensationRequested, { reason: 'withdrawn' }, { type: 'Compensate', reason: 'withdrawn' }],
] as const)('$0.$type becomes a command', (type, message, command) => {
  expect(hear<unknown>(type, { ...message, ref })).toEqual({
    aggregate: 'cases',
    id: 'LB20260302000001/assess',
    command,
  });
});

test('a message that breaks its contract is dead, not a command to some other case', () => {
  expect(() => hear(v1.StepRequested, { ...requested, ref: undefined })).toThrow(/names no step/);
  expect(() => hear(v1.ObjectionRaised, { ref: { ...ref, step: '' } })).toThrow(/names no step/);
  expect(() => hear(v1.StepRequested, { ...requested, requestedAt: undefined })).toThrow(/when the step was requested/);
});
