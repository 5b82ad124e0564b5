import * as contracts from '@lianban/protos';
import { type DepartmentFile, loadDepartments } from '@lianban/catalogue';
import { type GrpcService, type Handlers, grpcService } from '@lianban/grpc';
import { type Subscription, eventHandler } from '@lianban/inbox';
import { commandTo, isRefusal, refuse } from '@lianban/model';
import type { App } from '@lianban/runtime';
import { OFFERS } from './aggregate-types';
import type { OffersState } from './domain/offer';
import type { Guardians } from './guardians';

const { v1 } = contracts.residents;

type Offered = Pick<contracts.residents.v1.Offer, 'because' | 'law'>;
/** Why which item is offered. An offer the catalogue no longer has is not shown. */
export const offeredIn = (departments: readonly DepartmentFile[]): ReadonlyMap<string, Offered> =>
  new Map(departments.flatMap(({ items }) => items.flatMap(({ code, offered }) => (offered ? [[code, offered]] : []))));

type Said = Parameters<typeof eventHandler<{ readonly residentId: string }>>[0];

/** The message of a contract by its whole name: social_welfare.v1.DisabilityCertified. */
function messageOf(name: string): { readonly owner: string; readonly message: Said } {
  const [contract = '', version = '', type = ''] = name.split('.');
  const all = contracts as unknown as Readonly<
    Record<string, Readonly<Record<string, Readonly<Record<string, Said>>>>>
  >;
  const message = all[contract]?.[version]?.[type];
  if (!message) throw new Error(`an item is offered after "${name}", which no contract has`);
  return { owner: contract.replaceAll('_', '-'), message };
}

/**
 * What departments say of a person that makes an item theirs to apply for. Which, the catalogue of this image says (`offered`): another
 * message is heard after the next start.
 */
export function offersHeard(departments: readonly DepartmentFile[] = loadDepartments()): readonly Subscription[] {
  const all = departments.flatMap(({ items }) =>
    items.flatMap(({ code, offered }) =>
      offered ? [{ item: code, ...messageOf(offered.after), name: offered.after }] : [],
    ),
  );
  return [...Map.groupBy(all, ({ owner }) => owner)].map(([owner, of]) => ({
    topic: `${owner}.v1`,
    owner,
    handlers: [...Map.groupBy(of, ({ name }) => name).values()].map((same) =>
      eventHandler(same[0]!.message, ({ residentId }, { at }) =>
        commandTo(OFFERS, residentId, {
          ...{ type: 'MakeOffers', items: same.map(({ item }) => item), toldBy: owner, since: at },
        }),
      ),
    ),
  }));
}

/** Offers over gRPC, to whom they are for: a guardian sees those of their children, who do not apply by themselves. */
export function offersGrpc(
  app: App,
  { offered, guardians }: { readonly offered: (item: string) => Offered | undefined; readonly guardians: Guardians },
): GrpcService {
  const peopleOf = async (residentId: string): Promise<readonly string[]> => {
    const children = (await guardians.of(residentId)).filter(({ guardianId }) => guardianId === residentId);
    const isMinor = (await guardians.tooYoung(residentId)) !== undefined;
    return [...(isMinor ? [] : [residentId]), ...children.map(({ childId }) => childId)];
  };
  const shown = (residentId: string, state: OffersState = { offers: [] }): contracts.residents.v1.Offer[] =>
    state.offers.flatMap(({ item, toldBy, since, status }) => {
      const why = status === 'open' ? offered(item) : undefined;
      return why ? [{ residentId, package: item, ...why, toldBy, since }] : [];
    });
  const handlers: Handlers<typeof v1.OffersServiceService> = {
    async list({ residentId }) {
      const people = await peopleOf(residentId);
      const found = await Promise.all(people.map(async (id) => shown(id, (await app.get(OFFERS, id))?.state)));
      return { offers: found.flat().toSorted((a, b) => Number(b.since) - Number(a.since)) };
    },
    async refuse({ residentId, forId, package: item }, { traceparent }) {
      const whose = forId || residentId;
      if (!(await peopleOf(residentId)).includes(whose))
        return refuse('offer-not-found', 'Nothing of this kind is offered to you.');
      const done = await app.dispatch(OFFERS, whose, { type: 'RefuseOffer', item }, { traceparent });
      return isRefusal(done) ? done : {};
    },
  };
  return grpcService(
    v1.OffersServiceService,
    handlers,
    {
      gateway: { forPersons: 'everything', itself: [] },
    },
    {
      actors: { list: ({ residentId }) => residentId, refuse: ({ residentId }) => residentId },
    },
  );
}
