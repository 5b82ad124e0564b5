/** Cases that bring out every ground the rules give, each with the reason it is decided for. */
export const cases = [
  {
    item: 'unemployment-registration',
    answers: { reason: 'other', categories: ['disabled', 'veteran'] },
    reason: 'conditions-met',
  },
  { item: 'unemployment-registration', answers: { reason: 'other' }, reason: 'conditions-met' },
  { item: 'start-up-course', known: { seat: { course: 'c', seat: 1 } }, reason: 'seat-reserved' },
  { item: 'caregiver-course', known: { seat: { available: false } }, reason: 'course-full' },
];
