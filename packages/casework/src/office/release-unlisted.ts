import type { casework } from '@lianban/protos';
import type { CallContext } from '@lianban/grpc';
import { isRefusal } from '@lianban/model';
import type { App } from '@lianban/runtime';
import { isOpen } from '../lifecycle/state';
import { closedStatuses } from '../lifecycle/work-queue';
import { CASES } from './cases';

// A department has some dozens of officers, and one of them some hundred cases; what is left comes with the next call.
const mostAtOnce = 500;

/** Gives back to the team what is in the hands of people who are not on the staff list any more. An empty list is a mistake, and releases nothing. */
export async function releaseUnlisted(
  app: App,
  { staff }: casework.v1.ReleaseUnlistedRequest,
  { traceparent }: CallContext,
): Promise<casework.v1.ReleaseUnlistedResponse> {
  if (staff.length === 0) return { released: 0 };
  // A closed case keeps the name of whoever had it: those would fill the list.
  const filter = { 'state.place.holder': { $gt: '', $nin: [...staff] }, 'state.status': { $nin: [...closedStatuses] } };
  const held = await app.find(CASES, { filter, limit: mostAtOnce });
  const outcomes = await Promise.all(
    held.map(async ({ id, state }) => {
      if (!isOpen(state) || state.file.holder === undefined) return false;
      // In the name of whoever held it: nobody took it from them but their leaving.
      const command = { type: 'Release', officer: state.file.holder, supervisor: false } as const;
      const done = await app.dispatch(CASES, id, command, { traceparent });
      return !isRefusal(done) && done.events.length > 0;
    }),
  );
  return { released: outcomes.filter(Boolean).length };
}
