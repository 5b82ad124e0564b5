import { residents } from '@lianban/protos';
import type { App, Snapshot } from '@lianban/runtime';
import { type GrpcService, type Handlers, grpcService } from '@lianban/grpc';
import { type Refusal, isRefusal, refuse } from '@lianban/model';
import type { DraftCommand, DraftState, KeptDraft } from './domain/draft';
import { DRAFT_DAYS } from './aggregates';
import type { Deaths } from './deaths';
import type { Vault } from './vault/seal';
import { CORRECTIONS, DRAFTS } from './aggregate-types';

type Content = Pick<residents.v1.Draft, 'answers' | 'materials' | 'step'>;
type Place = residents.v1.DraftRequest;
const dayMs = 24 * 60 * 60 * 1000;
const mostListed = 100;

/** "+" is in no id and no code: places of different people cannot meet. */
const idOf = ({ residentId, forId, package: code }: Place): string => `${residentId}+${forId || residentId}+${code}`;
const noDraft = refuse('draft-not-found', 'There is no draft of yours for this package.');

/**
 * Drafts over gRPC. They are kept here, with the people, because this is where personal details are sealed: what somebody has
 * typed is as personal before it is handed in as afterwards, and nobody else has a reason to read it.
 */
export function draftsGrpc(app: App, vault: Vault, deaths: Pick<Deaths, 'of'>): GrpcService {
  const shown = ({ id, version, state }: Snapshot<KeptDraft>): residents.v1.Draft => ({
    ...(JSON.parse(vault.open(state.sealed, `${id}/draft`)) as Content),
    package: state.package,
    forId: state.forId,
    version,
    savedAt: state.savedAt,
    keptUntil: new Date(state.savedAt.getTime() + DRAFT_DAYS * dayMs),
  });

  const kept = (found: Snapshot<DraftState> | undefined): found is Snapshot<KeptDraft> =>
    found?.state.status === 'kept';

  /** What was begun before the death of whoever wrote it, or of whom it is for, ends with it, while the death is registered. */
  const isOver = async ({ state: { residentId, forId, savedAt } }: Snapshot<KeptDraft>): Promise<boolean> => {
    const known = await Promise.all([deaths.of(residentId), deaths.of(forId)]);
    return known.some((death) => death !== undefined && savedAt < death.registeredAt);
  };

  const order = async (id: string, command: DraftCommand, ifVersion: number, traceparent: string | undefined) => {
    const done = await app.dispatch(DRAFTS, id, command, { traceparent, ifVersion });
    if (!isRefusal(done) || done.refused !== 'version-conflict') return done;
    return refuse('version-conflict', 'This draft was saved elsewhere meanwhile: look at it again.');
  };

  const place = (draft: Place | undefined): Place | Refusal =>
    draft?.residentId && draft.package
      ? draft
      : refuse('invalid-request', 'Name the resident and the package of the draft.', '/draft');

  const handlers: Handlers<typeof residents.v1.DraftsServiceService> = {
    async save({ draft, answers = {}, materials, step, version }, { traceparent }) {
      const at = place(draft);
      if (isRefusal(at)) return at;
      const id = idOf(at);
      const sealed = vault.seal(JSON.stringify({ answers, materials, step } satisfies Content), `${id}/draft`);
      const { residentId, forId, package: code } = at;
      const command: DraftCommand = {
        type: 'SaveDraft',
        residentId,
        forId: forId || residentId,
        package: code,
        sealed,
      };
      const done = await order(id, command, version, traceparent);
      if (isRefusal(done)) return done;
      return kept(done) ? shown(done) : noDraft;
    },

    async get(draft) {
      const at = place(draft);
      if (isRefusal(at)) return at;
      const found = await app.get(DRAFTS, idOf(at));
      return kept(found) && !(await isOver(found)) ? shown(found) : noDraft;
    },

    async list({ residentId, forId }) {
      const filter = { 'state.residentId': residentId, 'state.forId': forId || residentId };
      const found = await app.find(DRAFTS, { filter, limit: mostListed });
      const all = found.filter(kept);
      const over = await Promise.all(all.map(isOver));
      return { drafts: all.filter((_, index) => !over[index]).map(shown) };
    },

    async names({ ownerId, agentId, reference }) {
      const writers = agentId ? [ownerId, agentId] : [ownerId];
      const filter = { 'state.residentId': { $in: writers }, 'state.forId': ownerId };
      const found = await app.find(DRAFTS, { filter, limit: mostListed });
      const named = found
        .filter(kept)
        .some((each) => shown(each).materials.some((material) => material.reference === reference));
      // A paper that shows what is to be corrected is kept until somebody has looked at it.
      const waiting = { 'state.residentId': ownerId, 'state.status': 'asked', 'state.reference': reference };
      return { named: named || (await app.find(CORRECTIONS, { filter: waiting, limit: 1 })).length > 0 };
    },

    async discard({ draft, version }, { traceparent }) {
      const at = place(draft);
      if (isRefusal(at)) return at;
      const done = await order(idOf(at), { type: 'DiscardDraft' }, version, traceparent);
      return isRefusal(done) ? done : {};
    },
  };
  const callers = {
    gateway: { forPersons: ['save', 'get', 'list', 'discard'], itself: [] },
    applications: ['names'],
  } as const;
  return grpcService(residents.v1.DraftsServiceService, handlers, callers, {
    actors: {
      save: ({ draft }) => draft?.residentId ?? '',
      get: ({ residentId }) => residentId,
      list: ({ residentId }) => residentId,
      discard: ({ draft }) => draft?.residentId ?? '',
    },
  });
}
