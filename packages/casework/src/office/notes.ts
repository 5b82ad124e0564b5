import type { casework } from '@lianban/protos';
import { type Decider, type Refusal, isRefusal, refuse, aggregate, aggregateType } from '@lianban/model';
import type { CallContext } from '@lianban/grpc';
import type { App } from '@lianban/runtime';
import { callerOf } from './officer';

const longest = 2000;
/** Of one case. A list shows as many: nothing that was written is out of view. */
const mostNotes = 200;

/** For colleagues only, or for the applicant to read. */
export type Audience = 'officers' | 'resident';

interface Written {
  readonly caseId: string;
  readonly audience: Audience;
  readonly text: string;
  readonly by: string;
}
type NoteState = { readonly status: 'none' } | ({ readonly status: 'written'; readonly at: Date } & Written);
type AddNote = { readonly type: 'AddNote' } & Written;
type NoteAdded = { readonly type: 'NoteAdded'; readonly at: Date } & Written;

const decider: Decider<NoteState, AddNote, NoteAdded> = {
  initial: () => ({ status: 'none' }),
  decide(command, state, now) {
    if (state.status === 'none') return [{ ...command, type: 'NoteAdded', at: now }];
    return state.text === command.text && state.audience === command.audience
      ? []
      : refuse('idempotency-key-reused', 'Another note was added with this key: use a new one.');
  },
  evolve: (_state, { caseId, audience, text, by, at }) => ({ status: 'written', caseId, audience, text, by, at }),
};

const NOTES = aggregateType<NoteState, AddNote, NoteAdded>('notes');

/** Notes are documents of their own: a case stays small, and writing one never meets an act on it. */
export const notes = aggregate(NOTES, {
  decider,
  announce: { NoteAdded: 'private' },
  createdBy: ['AddNote'],
  sealed: ['text'],
  indexes: [{ fields: { 'state.caseId': 1, 'state.at': 1, _id: 1 } }],
});

export async function addNote(
  app: App,
  { caseId, audience, text, key }: casework.v1.AddNoteRequest,
  call: CallContext,
): Promise<casework.v1.Note | Refusal> {
  const caller = callerOf(call);
  if (isRefusal(caller)) return caller;
  if (audience !== 'officers' && audience !== 'resident')
    return refuse('invalid-note', 'Say whether the note is for officers or for the resident.', '/audience');
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > longest)
    return refuse('invalid-note', `Write 1 to ${longest} characters.`, '/text');
  if (!/^[\w.-]{1,128}$/.test(key)) return refuse('invalid-note', 'A key is needed that is new for each note.', '/key');
  const command: AddNote = { type: 'AddNote', caseId, audience, text: trimmed, by: caller.officer };
  const id = `${caseId}/${caller.officer}/${key}`;
  const { traceparent, signal } = call;
  // A note that was written before is answered as before.
  if ((await isFull(app, caseId)) && !(await app.get(NOTES, id))) return full;
  const done = await app.dispatch(NOTES, id, command, { traceparent, signal });
  return isRefusal(done) ? done : messageOf(id, done.state)!;
}

const full = refuse(
  'too-many-notes',
  `A case has room for ${mostNotes} notes: what else is to be said belongs into the decision.`,
);

async function isFull(app: App, caseId: string): Promise<boolean> {
  const count = [{ $match: { 'state.caseId': caseId } }, { $count: 'notes' }];
  const [found] = await app.summarize<{ notes: number }>(NOTES, count);
  return (found?.notes ?? 0) >= mostNotes;
}

/** The notes on a case, oldest first. */
export async function listNotes(
  app: App,
  { caseId, audience }: casework.v1.ListNotesRequest,
): Promise<casework.v1.ListNotesResponse> {
  const filter = { 'state.caseId': caseId, ...(audience && { 'state.audience': audience }) };
  const sort = { 'state.caseId': 1, 'state.at': 1, _id: 1 } as const;
  const found = await app.find(NOTES, { filter, sort, limit: mostNotes });
  return { notes: found.flatMap(({ id, state }) => messageOf(id, state) ?? []) };
}

const messageOf = (id: string, state: NoteState): casework.v1.Note | undefined => {
  if (state.status === 'none') return undefined;
  const { caseId, audience, text, by, at } = state;
  return { id, caseId, audience, text, by, at };
};
