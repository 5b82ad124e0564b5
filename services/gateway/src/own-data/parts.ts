import { CallFailed } from '@lianban/grpc';
import { type Refusal, isRefusal } from '@lianban/model';
import type { applications } from '@lianban/protos';
import { problemOf } from '../http/refusals';
import { consentView } from '../schemas/consent';
import { correctionView } from '../schemas/correction';
import { draftView } from '../schemas/draft';
import { entitlementView } from '../schemas/entitlement';
import { mandateView } from '../schemas/mandate';
import { type OwnData, ownApplicationView, ownCaseView, uploadView } from '../schemas/own-data';
import { readListView } from '../schemas/read';
import type { Asked } from './asked';
import { drawnOf } from './drawn';

/** The lists of the export, in its order. */
export const listNames = [
  'applications',
  'entitlements',
  'uploads',
  'mandates',
  'consents',
  'corrections',
  'drafts',
  'reads',
] as const;
export type ListName = (typeof listNames)[number];

interface Page<T> {
  readonly entries: readonly T[];
  readonly nextCursor: string;
}

const atOnce = 100;
/** Each is asked of several departments. */
const applicationsAtOnce = 20;
const readsAtOnce = 500;

/**
 * A list to its end, holding one page of it.
 * @throws Problem when a page is refused: what was sent before is then no whole export
 */
async function* paged<T>(pageAt: (cursor: string) => Promise<Page<T> | Refusal>): AsyncGenerator<T> {
  for (let cursor = ''; ;) {
    const page = await pageAt(cursor);
    if (isRefusal(page)) throw problemOf(page, false);
    yield* page.entries;
    if (!page.nextCursor) return;
    cursor = page.nextCursor;
  }
}

type Lists = { readonly [K in ListName]: (asked: Asked) => AsyncIterable<OwnData[K][number]> };

/** Every list of what the city holds of somebody, entry by entry. */
export const lists: Lists = {
  async *applications(asked) {
    const { residentId, ports, call } = asked;
    const all = paged<applications.v1.OwnApplication>(async (cursor) => {
      const request = { residentId, limit: applicationsAtOnce, cursor };
      const found = await ports.ownApplications.listApplications(request, call);
      return isRefusal(found) ? found : { entries: found.applications, nextCursor: found.nextCursor };
    });
    for await (const each of all)
      if (each.application) yield ownApplicationView(each.application, each, await casesOf(each.application, asked));
  },

  async *entitlements(asked) {
    const found = await drawnOf(asked);
    if (isRefusal(found)) throw problemOf(found, false);
    for (const each of found.entitlements) yield entitlementView(each);
    for (const department of found.unavailable) yield { department, unavailable: true };
  },

  uploads: ({ residentId, ports, call }) =>
    paged(async (cursor) => {
      const found = await ports.ownApplications.listUploads({ residentId, limit: atOnce, cursor }, call);
      return isRefusal(found) ? found : { entries: found.uploads.map(uploadView), nextCursor: found.nextCursor };
    }),

  mandates: ({ residentId, ports, call }) =>
    paged(async (cursor) => {
      const found = await ports.mandates.list({ residentId, limit: atOnce, cursor }, call);
      if (isRefusal(found)) return found;
      const given = found.given.map((each) => ({ side: 'given' as const, ...mandateView(each) }));
      const received = found.received.map((each) => ({ side: 'received' as const, ...mandateView(each) }));
      return { entries: [...given, ...received], nextCursor: found.nextCursor };
    }),

  consents: ({ residentId, ports, call }) =>
    paged(async (cursor) => {
      const found = await ports.consents.list({ residentId, limit: atOnce, cursor }, call);
      return isRefusal(found) ? found : { entries: found.consents.map(consentView), nextCursor: found.nextCursor };
    }),

  corrections: ({ residentId, ports, call }) =>
    paged(async () => {
      const found = await ports.corrections.list({ residentId }, call);
      return isRefusal(found) ? found : { entries: found.corrections.map(correctionView), nextCursor: '' };
    }),

  drafts: ({ residentId, ports, call }) =>
    paged(async () => {
      const found = await ports.drafts.list({ residentId, forId: residentId }, call);
      return isRefusal(found) ? found : { entries: found.drafts.map(draftView), nextCursor: '' };
    }),

  reads: ({ residentId, ports, call }) =>
    paged(async (cursor) => {
      const request = { residentId, limit: readsAtOnce, cursor, withoutOwn: false, agentId: '' };
      const found = await ports.residents.listReads(request, call);
      return isRefusal(found) ? found : { entries: readListView(found).reads, nextCursor: found.nextCursor };
    }),
};

type OwnCases = OwnData['applications'][number]['cases'];

/** What departments hold of an application; one that does not answer is named, so that nobody takes the file for all there is. */
async function casesOf(
  { applicationNumber, steps }: applications.v1.Application,
  { residentId, ports: { desks, log }, call }: Asked,
): Promise<OwnCases> {
  const decided = steps.filter(({ kind, status }) => (kind || 'decision') === 'decision' && status !== 'waiting');
  const asked = decided.map(async ({ id: step, department }): Promise<OwnCases> => {
    const caseId = `${applicationNumber}/${step}`;
    try {
      const found = await desks[department]?.getOwnCase({ caseId, residentId }, call);
      if (found === undefined) return [{ step, department, unavailable: true }];
      return isRefusal(found) ? [] : [{ step, department, ...ownCaseView(found) }];
    } catch (error) {
      if (!(error instanceof CallFailed)) throw error;
      log.warn({ err: error, case: caseId }, 'department not available: an export says so in its place');
      return [{ step, department, unavailable: true }];
    }
  });
  return (await Promise.all(asked)).flat();
}
