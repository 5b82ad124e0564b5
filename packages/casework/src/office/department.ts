import { loadDepartment } from '@lianban/catalogue';
import type { DurableRequest } from '@lianban/engine';
import { entitlementDocuments } from '@lianban/entitlements';
import { announceCase } from '../contract/announcements';
import { contradictionOf } from '../contract/contradiction';
import { caseDecider } from '../lifecycle/case-decider';
import { stepHandlers } from '../contract/step-handlers';
import { workIndexes } from '../lifecycle/work-queue';
import type { GrpcService } from '@lianban/grpc';
import { type AnyAggregate, aggregate } from '@lianban/model';
import type { App, ServiceSpec } from '@lianban/runtime';
import type { CaseAnnouncements, CasePolicy, CaseRequests } from './case-hooks';
import { CASES, sealedOfCases } from './cases';
import { requestTopics } from '@lianban/steps';
import { serveDesk } from './desk';
import type { ItemRules } from './item-rules';
import { itemsInUse } from './items-in-use';
import { notes } from './notes';
import { runningCalendar } from './running-holidays';
import { entitlementPolicy, recurringIn } from './entitlement-policy';
import { provisionalIndexes, setDates } from './set-dates';

/** The number of the application a case belongs to: what stands before the first "/" of its id. */
const applicationOf = (id: string): string => id.split('/', 1)[0]!;

/** What makes a department this department. */
export interface DepartmentParts {
  readonly name: string;
  /** Its own: catalogue.yaml stands there. */
  readonly folder: string;
  readonly items: readonly ItemRules[];
  readonly announce?: CaseAnnouncements;
  readonly requests?: Readonly<Record<string, DurableRequest>>;
  readonly asks?: CaseRequests;
  readonly policy?: CasePolicy;
  readonly aggregates?: readonly AnyAggregate[];
  readonly grpc?: (app: App) => readonly GrpcService[];
}

/**
 * A department: hears the steps that applications ask of it, keeps one case for each, decides by its items' rules or an
 * officer's hand, and says so. The lifecycle is the same for all and lives in casework; only the rules differ.
 */
export function department(parts: DepartmentParts): ServiceSpec<void> {
  const { name, folder, announce, requests = {}, asks, policy, aggregates = [], grpc } = parts;
  return {
    name,
    compose(_, { requestsHeardOn }) {
      const items = itemsInUse(parts.items, loadDepartment(folder));
      const calendar = runningCalendar();
      const recurs = entitlementPolicy(recurringIn(parts.items));
      const paysAgain = parts.items.some(({ recurring }) => recurring);
      const decider = caseDecider({ item: items.item, workingDays: calendar.at });
      const cases = aggregate(CASES, {
        keyOf: applicationOf,
        decider,
        announce: { ...announceCase, ...announce },
        createdBy: ['ReceiveStep'],
        indexes: [...workIndexes, ...provisionalIndexes],
        sealed: sealedOfCases,
        ...(asks && { requests: asks }),
        policy: (event, state, id) => [...recurs(event, state, id), ...(policy?.(event, state, id) ?? [])],
      });
      return {
        topic: `${name}.v1`,
        catalogue: items.catalogue,
        holidays: calendar.holidays,
        aggregates: [cases, notes, ...(paysAgain ? entitlementDocuments : []), ...aggregates],
        subscriptions: [
          {
            topic: requestsHeardOn === 'shared' ? requestTopics.SHARED : requestTopics.of(name),
            owner: requestTopics.ASKER,
            addressee: name,
            handlers: stepHandlers,
            contradiction: (message, envelope) => contradictionOf(message, envelope, name),
            sequenceOwner: ({ subject }) => ({ aggregate: CASES.name, id: subject }),
          },
        ],
        requests,
        grpc: (app) => [serveDesk(app, decider, items, calendar.at), ...(grpc?.(app) ?? [])],
        periodicJobs: (app) => [{ name: 'dates', everyMs: 2_000, run: () => setDates(app, calendar.at) }],
      };
    },
  };
}
