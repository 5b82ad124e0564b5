/** Cases that bring out every ground the rules give. */
export const groundCases = [
  { item: 'unemployment-registration', answers: { reason: 'other', categories: ['disabled', 'veteran'] } },
  { item: 'unemployment-registration', answers: { reason: 'other' } },
  { item: 'start-up-course', known: { seat: { course: 'c', seat: 1 } } },
  { item: 'caregiver-course', known: { seat: { available: false } } },
];
