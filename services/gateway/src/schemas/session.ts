import type { residents } from '@lianban/protos';
import { z } from 'zod';
import { named } from './components';
import { iso, moment } from './common';

const openSession = z.object({
  id: z.string(),
  current: z.boolean().describe('The one this request came with'),
  role: z.string().describe('The role it acts in'),
  browser: z.string().describe('What the browser called itself, as a code; other'),
  system: z.string().describe('Of the device, as a code; other'),
  startedAt: moment,
  seenAt: moment.describe('Last used, to about five minutes'),
});

export const sessionList = named('SessionList', z.object({ sessions: z.array(named('OpenSession', openSession)) }));
export const endedSessions = named('EndedSessions', z.object({ ended: z.number().int().min(0) }));

export const sessionView = (
  of: residents.v1.OpenSession,
  current: string | undefined,
): z.output<typeof openSession> => ({
  id: of.sessionId,
  current: of.sessionId === current,
  role: of.role,
  browser: of.device?.browser || 'other',
  system: of.device?.system || 'other',
  startedAt: iso(of.startedAt) ?? '',
  seenAt: iso(of.seenAt) ?? '',
});
