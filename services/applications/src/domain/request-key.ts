/** One key per resident, agent and Idempotency-Key, so that nobody meets another person's. */
export const requestKeyId = (residentId: string, agentId: string, key: string): string =>
  // "+" is in no id: an agent's keys cannot meet the resident's own.
  `${residentId}${agentId === '' ? '' : `+${agentId}`}/${key}`;
