import { applications } from '@lianban/protos';
import type { App } from '@lianban/runtime';
import { type CallContext, type GrpcService, type Handlers, grpcService } from '@lianban/grpc';
import { refuse } from '@lianban/model';
import type { CatalogueInUse } from './catalogue';
import type { ApplicationState } from './domain/application';
import type { Plan } from './domain/plan';
import { applicationView } from './domain/view';
import { APPLICATIONS, MATERIALS, OBJECTIONS } from './aggregate-types';
import { shownMaterial } from './materials';

type Service = typeof applications.v1.OwnDataServiceService;

const notYours = refuse('resident-not-found', 'Everybody is told what is held of them, and of nobody else.');
const isOwn = ({ residentId }: applications.v1.OwnPageRequest, { onBehalfOf }: CallContext) =>
  onBehalfOf === `resident:${residentId}`;

const mostListed = 100;
const mostObjections = 1000;
const most = (limit: number): number => Math.min(limit || mostListed, mostListed);

/** What is kept here of whoever asks, a page at a time, over gRPC. */
export function ownDataGrpc(app: App, catalogue: Pick<CatalogueInUse, 'find'>): GrpcService {
  /** Of a package that is not in the catalogue any more, what is stored is told without its words. */
  const shown = (state: ApplicationState, version: number): applications.v1.Application => {
    const found = catalogue.find(state.package, state.packageVersion);
    return applicationView(state, found?.plan ?? unknownPlan(state), version);
  };

  async function objectionsTo(numbers: readonly string[]) {
    const filter = { 'state.applicationNumber': { $in: [...numbers] } };
    const found = await app.find(OBJECTIONS, { filter, limit: mostObjections });
    return Map.groupBy(
      found.toSorted((a, b) => Number(a.state.filedAt) - Number(b.state.filedAt)),
      ({ state }) => state.applicationNumber,
    );
  }

  const handlers: Handlers<Service> = {
    async listApplications(request, call) {
      const { residentId, limit, cursor } = request;
      if (!isOwn(request, call)) return notYours;
      const filter = { 'state.residentId': residentId, ...(cursor && { _id: { $lt: cursor } }) };
      const sort = { 'state.residentId': 1, _id: -1 } as const;
      const found = await app.find(APPLICATIONS, { filter, sort, limit: most(limit) });
      const objections = await objectionsTo(found.map(({ id }) => id));
      return {
        applications: found.map(({ id, state, version }) => ({
          application: shown(state, version),
          answers: { ...state.answers },
          materials: state.materials.map((material) => ({ ...material })),
          objections: (objections.get(id) ?? []).map(({ id: objection, state: { step, text, filedAt } }) => ({
            step,
            objection: { objection, text, filedAt: filedAt ?? undefined },
          })),
        })),
        nextCursor: found.length === most(limit) ? (found.at(-1)?.id ?? '') : '',
      };
    },

    async listUploads(request, call) {
      const { residentId, limit, cursor } = request;
      if (!isOwn(request, call)) return notYours;
      const filter = {
        'state.ownerId': residentId,
        'state.status': { $in: ['kept', 'used'] },
        ...(cursor && { _id: { $gt: cursor } }),
      };
      const found = await app.find(MATERIALS, { filter, sort: { 'state.ownerId': 1, _id: 1 }, limit: most(limit) });
      return {
        uploads: found.flatMap(({ id, state }) =>
          state.status === 'none'
            ? []
            : [{ upload: shownMaterial(id, state), agentId: state.agentId, used: state.status === 'used' }],
        ),
        nextCursor: found.length === most(limit) ? (found.at(-1)?.id ?? '') : '',
      };
    },
  };
  const actor = ({ residentId }: applications.v1.OwnPageRequest) => residentId;
  const callers = { gateway: { forPersons: 'everything', itself: [] } } as const;
  return grpcService(applications.v1.OwnDataServiceService, handlers, callers, {
    actors: { listApplications: actor, listUploads: actor },
  });
}

const unknownPlan = ({ package: code }: ApplicationState): Pick<Plan, 'name' | 'steps'> => ({
  name: { zh: code, en: code },
  steps: [],
});
