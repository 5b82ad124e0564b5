import type { casework } from '@lianban/protos';
import type { CaseCommand } from '../lifecycle/commands';
import type { CaseEvent } from '../lifecycle/events';
import type { CaseState } from '../lifecycle/state';
import { type Decider, type Refusal, isRefusal, refuse } from '@lianban/model';
import type { CallContext } from '@lianban/grpc';
import type { App } from '@lianban/runtime';
import { CASES } from './cases';
import { type Caller, callerOf, supervisorOnly } from './officer';

type CaseDecider = Decider<CaseState, CaseCommand, CaseEvent>;
type Result = casework.v1.BulkResult;

const mostRows = 200;

/**
 * One act on many cases, each decided on its own and answered on its own: some may be refused while others are done. A
 * rehearsal decides the same way and stores nothing.
 */
export async function bulk(
  app: App,
  decider: CaseDecider,
  request: casework.v1.BulkRequest,
  call: CallContext,
): Promise<casework.v1.BulkResponse | Refusal> {
  const caller = callerOf(call);
  if (isRefusal(caller)) return caller;
  if (!caller.isSupervisor) return supervisorOnly;
  const command = commandOf(request, caller);
  if (isRefusal(command)) return command;
  if (request.rows.length > mostRows) return refuse('too-many-rows', `At most ${mostRows} cases at a time.`, '/cases');
  const perform = request.rehearse ? dryRun(app, decider) : order(app, call);
  return { results: await Promise.all(request.rows.map((row) => perform(row, command))) };
}

const commandOf = ({ act, to }: casework.v1.BulkRequest, { officer }: Caller): CaseCommand | Refusal => {
  switch (act) {
    case 'accept':
      return { type: 'Accept', officer };
    case 'claim':
      return { type: 'Claim', officer };
    case 'reassign':
      return { type: 'Reassign', officer, to };
    default:
      return refuse('invalid-act', 'Choose accept, claim or reassign.', '/act');
  }
};

type Perform = (row: casework.v1.BulkRow, command: CaseCommand) => Promise<Result>;

const dryRun =
  (app: App, decider: CaseDecider): Perform =>
  async ({ id, version }, command) => {
    const found = await app.get(CASES, id);
    if (!found) return refused(id, notFound);
    const shown = { version: found.version, state: found.state };
    if (version && version !== found.version) return refused(id, changed, shown);
    const events = decider.decide(command, found.state, app.clock.now());
    if (isRefusal(events)) return refused(id, events, shown);
    const state = events.reduce(decider.evolve, found.state);
    return resultOf(id, events.length > 0 ? 'done' : 'nothing-to-do', { version: found.version, state });
  };

const order =
  (app: App, { traceparent, signal }: CallContext): Perform =>
  async ({ id, version }, command) => {
    const before = await app.get(CASES, id);
    if (!before) return refused(id, notFound);
    const done = await app.dispatch(CASES, id, command, { traceparent, signal, ifVersion: version });
    if (isRefusal(done)) return refused(id, done, before);
    const after = { version: done.version, state: done.state };
    return resultOf(id, done.events.length > 0 ? 'done' : 'nothing-to-do', after);
  };

const notFound = refuse('case-not-found', 'This department has no case with this number.');
const changed = refuse('version-conflict', 'Somebody changed this case meanwhile: look at it again.');

interface Shown {
  readonly version: number;
  readonly state: CaseState;
}

const resultOf = (id: string, result: string, { version, state }: Shown): Result => ({
  id,
  result,
  version,
  slug: '',
  detail: '',
  status: state.status,
  holder: state.status === 'unreceived' ? '' : (state.file.holder ?? ''),
});

const refused = (id: string, { refused: slug, detail }: Refusal, shown?: Shown): Result => ({
  ...resultOf(id, 'refused', shown ?? { version: 0, state: { id, status: 'unreceived' } }),
  slug,
  detail,
});
