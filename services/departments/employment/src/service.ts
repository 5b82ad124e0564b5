import { join } from 'node:path';
import { department } from '@lianban/casework';
import { announce } from './announcements';
import { answers, keepRegistration } from './answers';
import { coursesGrpc } from './grpc';
import { items } from './items';
import { courses, policy } from './seats';

/** Employment 就业培训: unemployment registration and training courses with limited seats. */
export const employment = department({
  name: 'employment',
  folder: join(__dirname, '..'),
  items,
  announce,
  answers,
  policy: (event, state, id) => [...policy(event, state, id), ...keepRegistration(event, state, id)],
  aggregates: [courses],
  grpc: (app) => [coursesGrpc(app)],
});
