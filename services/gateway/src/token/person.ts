import type { Person } from '@lianban/grpc';
import type { Identity } from './identity';

/** Whom called services are told of: what they decide by, and nothing of the session. */
export const personOf = (who: Identity): Person => {
  const { role, id } = who;
  if (!('department' in who)) return { role, id };
  const { department, district, scopes } = who;
  return { role, id, department, district, scopes };
};
