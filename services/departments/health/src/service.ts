import { join } from 'node:path';
import { department } from '@lianban/casework';
import { announce } from './announcements';
import { birthsGrpc } from './grpc';
import { items } from './items';
import { births, claims, policy } from './records';

/** Health 卫生健康: birth certificates, vaccination booklets, and what families are due. */
export const health = department({
  name: 'health',
  folder: join(__dirname, '..'),
  items,
  announce,
  policy,
  aggregates: [births, claims],
  deaths: { from: 'public-security' },
  grpc: (app) => [birthsGrpc(app)],
});
