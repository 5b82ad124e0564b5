import { createHash } from 'node:crypto';

/**
 * The number of an objection: one for each key that somebody sends for a step of an application, so that a repetition meets the
 * document of the first. It travels in events and would tell the key and the agent, were it not their hash.
 */
export function keyedObjection(application: string, step: string, agentId: string, key: string): string {
  const hash = createHash('sha256').update(JSON.stringify([application, step, agentId, key]));
  return `OB${hash.digest('hex').slice(0, 24).toUpperCase()}`;
}

/** Of callers that send no key: each of their calls is an objection of its own. */
export const countedObjection = (count: number): string => `OB${String(count).padStart(8, '0')}`;
