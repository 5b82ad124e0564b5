import { planOf, planStep } from '../../test/scenario';
import { noApplication } from './application';
import { disbelievedOf } from './speaker';

const plan = planOf([planStep('licence', { department: 'permits' }), planStep('sign', { department: 'city-look' })]);
const disbelieves = disbelievedOf(() => plan);
const steps = { licence: { status: 'waiting' }, sign: { status: 'waiting' } } as const;
const application = { ...noApplication('LB1'), steps, submittedAt: new Date() };
const why = (place: string) => disbelieves(place, application)?.refused;

test('a step is spoken of by the service that performs it', () => {
  expect([why('permits:LB1/licence'), why('city-look:LB1/sign')]).toEqual([undefined, undefined]);
});

test.each([
  ['permits:LB1/sign', 'not-your-step'],
  ['employment:LB1/licence', 'not-your-step'],
  ['permits:LB1/no-such-step', 'unknown-step'],
  ['permits:LB1/licence/more', 'unknown-step'],
  ['permits:LB1', 'unknown-step'],
])('%s is not heard: %s', (place, reason) => {
  expect(why(place)).toBe(reason);
});

test('nobody is heard of an application that was never submitted', () => {
  expect(disbelieves('permits:LB1/licence', noApplication('LB1'))).toMatchObject({ refused: 'unknown-application' });
});
