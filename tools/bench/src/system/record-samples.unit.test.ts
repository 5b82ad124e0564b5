import { divided } from './record-samples';

const granted = (fact: string) => ({ status: 'granted', facts: { fact } });
const stored = {
  _id: 'A',
  version: 5,
  state: {
    number: 'A',
    steps: { relief: granted('r'), permit: granted('p') },
    timeline: [
      { what: 'submitted' },
      { what: 'requested', step: 'relief' },
      { what: 'requested', step: 'permit' },
      { what: 'granted', step: 'permit' },
      { what: 'granted', step: 'relief' },
      { what: 'ended' },
    ],
    ending: 'completed',
    endedAt: new Date(9),
  },
};

test('an application is split into its first version and the change by each reply; together they are the whole', () => {
  const { application, replies } = divided(stored, [
    ['social-assistance', 'relief'],
    ['permits', 'permit'],
  ]);
  expect(application).toEqual({
    ...stored,
    state: {
      number: 'A',
      steps: { relief: { status: 'requested' }, permit: { status: 'requested' } },
      timeline: stored.state.timeline.slice(0, 3),
    },
  });
  expect(replies).toEqual({
    'social-assistance': {
      $set: { 'state.steps.relief': granted('r') },
      $push: { 'state.timeline': { $each: [{ what: 'granted', step: 'relief' }] } },
    },
    permits: {
      $set: { 'state.steps.permit': granted('p'), 'state.ending': 'completed', 'state.endedAt': new Date(9) },
      $push: { 'state.timeline': { $each: [{ what: 'granted', step: 'permit' }, { what: 'ended' }] } },
    },
  });
});
