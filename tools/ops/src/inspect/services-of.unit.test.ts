import { servicesOf } from './services-of';

test('every subscriber is found by its topic of dead letters', () => {
  const topics = [
    't-permits.v1',
    't-applications.v1',
    't-permits.v1.applications.dlt',
    't-applications.requests.permits.v1',
    't-applications.requests.permits.v1.permits.dlt',
    'other.v1',
    '__consumer_offsets',
  ];
  expect(servicesOf(topics, 't-')).toEqual([
    {
      name: 'applications',
      topics: ['t-applications.v1', 't-applications.requests.permits.v1'],
      hears: [{ from: 'permits', topic: 't-permits.v1', deadLetters: 't-permits.v1.applications.dlt' }],
    },
    {
      name: 'permits',
      topics: ['t-permits.v1'],
      hears: [
        {
          from: 'applications',
          topic: 't-applications.requests.permits.v1',
          deadLetters: 't-applications.requests.permits.v1.permits.dlt',
        },
      ],
    },
  ]);
});
