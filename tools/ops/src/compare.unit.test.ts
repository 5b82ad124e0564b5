import { type CityFacts, type PublishedSubject, compare } from './compare';

const number = 'LB20260302000001';
const step = `${number}/licence`;

const published = (
  service: string,
  subject: string,
  more: Partial<PublishedSubject> = {},
): [string, PublishedSubject] => {
  const where = { topic: `${service}.v1`, key: number, partition: 0, offset: 7n, at: 0 };
  return [
    `${service} ${subject}`,
    {
      service,
      subject,
      ...where,
      first: 1,
      last: 2,
      missing: [],
      also: [],
      addressees: new Set(),
      endings: new Set(),
      otherwise: [],
      ...more,
    },
  ];
};
/** An application with a request to permits and its answer, without differences. */
const whole: CityFacts = {
  published: new Map([
    published('applications', step, { addressees: new Set(['permits']) }),
    published('permits', step, { endings: new Set(['granted']) }),
  ]),
  ended: [{ service: 'applications', application: number, step: 'licence', outcome: 'granted' }],
  cut: new Set(),
  sent: new Map([
    [`applications ${step}`, 2],
    [`permits ${step}`, 2],
  ]),
  pending: new Map(),
  seen: new Map([
    [`permits applications:${step}`, 2],
    [`applications permits:${step}`, 2],
  ]),
  documents: new Set([`applications ${number}`, `permits ${step}`]),
  parked: new Set(),
  listeners: (service) => [{ name: service === 'permits' ? 'applications' : 'permits', committed: () => 8n }],
};
const found = (more: Partial<CityFacts>) => compare({ ...whole, ...more }).map(({ is, service }) => `${service} ${is}`);
const without = <V>(map: ReadonlyMap<string, V>, name: string) => new Map([...map].filter(([each]) => each !== name));

test('consistent documents, topics and consumers have no difference', () => {
  expect(found({})).toEqual([]);
});

test.each<[string, Partial<CityFacts>, string[]]>([
  ['a consumer that applied nothing', { seen: without(whole.seen, `permits applications:${step}`) }, ['permits lost']],
  [
    'an answer nobody applied',
    { seen: without(whole.seen, `applications permits:${step}`), ended: [] },
    ['applications lost'],
  ],
  ['a document that is gone', { sent: without(whole.sent, `permits ${step}`) }, ['permits lost']],
  [
    'records that are gone',
    { published: without(whole.published, `permits ${step}`) },
    ['permits lost', 'applications lost'],
  ],
  [
    'a sequence applied and never published',
    { seen: new Map([...whole.seen, [`applications permits:${step}`, 4]]) },
    ['applications lost'],
  ],
  [
    'a sequence applied of a subject without records',
    { seen: new Map([...whole.seen, [`applications elderly-care:${number}/assessment`, 1]]) },
    ['applications lost'],
  ],
  [
    'a hole on the topic',
    {
      published: new Map([
        ...whole.published,
        published('permits', step, { endings: new Set(['granted']), missing: [1] }),
      ]),
    },
    ['permits lost'],
  ],
  [
    'a beginning that is gone',
    {
      published: new Map([...whole.published, published('permits', step, { endings: new Set(['granted']), first: 2 })]),
    },
    ['permits lost'],
  ],
  [
    'a decision that was never said',
    { ended: [{ service: 'applications', application: number, step: 'licence', outcome: 'refused' }] },
    ['applications lost'],
  ],
  [
    'a decision said only by a service that was not heard of the step',
    {
      published: new Map([
        ...whole.published,
        published('permits', step),
        published('employment', step, { endings: new Set(['granted']) }),
      ]),
      sent: new Map([...whole.sent, [`employment ${step}`, 2]]),
      listeners: () => [],
    },
    ['applications lost'],
  ],
  [
    'a sequence used twice for different things',
    {
      published: new Map([
        ...whole.published,
        published('permits', step, { endings: new Set(['granted']), otherwise: [2] }),
      ]),
    },
    ['permits lost'],
  ],
  [
    'what waits in the outbox',
    { sent: new Map([...whole.sent, [`permits ${step}`, 3]]), pending: new Map([[`permits ${step}`, 3]]) },
    ['permits under-way'],
  ],
  [
    'what is parked',
    {
      seen: without(whole.seen, `permits applications:${step}`),
      parked: new Set([`permits applications.v1/${number}`]),
    },
    ['permits parked'],
  ],
  [
    'what was not read yet',
    {
      ended: [],
      seen: without(whole.seen, `applications permits:${step}`),
      listeners: (service) => [{ name: service === 'permits' ? 'applications' : 'permits', committed: () => 7n }],
    },
    ['applications under-way'],
  ],
])('finds %s', (_name, more, expected) => {
  expect(found(more)).toEqual(expected);
});

test('records beyond retention are not missed', () => {
  expect(found({ published: without(whole.published, `permits ${step}`), cut: new Set(['permits']) })).toEqual([]);
});

test('who keeps a document of its own about an application is owed nothing of it, and what hangs on a step is no news of it', () => {
  const [hanging, record] = published('permits', `${step}/allowance`);
  const documents = new Set([...whole.documents, `notifications ${number}`]);
  const listeners: CityFacts['listeners'] = (service) =>
    service === 'applications'
      ? ['permits', 'notifications'].map((name) => ({ name, committed: () => 8n }))
      : whole.listeners(service);
  expect(found({ documents, listeners })).toEqual([]);
  const sent = new Map([...whole.sent, [hanging, 2] as const]);
  expect(found({ published: new Map([...whole.published, [hanging, record]]), sent })).toEqual([]);
});
