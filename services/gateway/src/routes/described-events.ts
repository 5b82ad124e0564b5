import { asyncApi, loadSpeakers } from '@lianban/manifest';
import { route } from '../http/route';
import { asyncApiShape } from '../schemas/open-api';

/** What services say on Kafka, for departments' own systems that listen there. */
export const describedEvents = [
  route({
    method: 'get',
    path: '/api/asyncapi.json',
    id: 'getAsyncApi',
    summary: 'What services say to each other on Kafka: topics, messages and their headers',
    who: 'anyone',
    answers: asyncApiShape,
    maxAge: 60,
    answer: () => Promise.resolve({ body: (described ??= asyncApi(loadSpeakers())) }),
  }),
];

let described: Record<string, unknown> | undefined;
