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
import { claimAsks, claimRequests, entitlementClaims } from './case-claims';
import { requestTopics } from '@lianban/steps';
import { questionsOfCases, requestsIn } from '../questions/asking';
import { type Answers, serveQuestions } from '../questions/answering';
import { serveImport } from '../questions/importing';
import { departmentsInUse } from '../questions/departments-in-use';
import { records } from '../questions/record';
import type { CaseAnnouncements, CasePolicy, CaseRequests } from './case-hooks';
import { CASES, sealedOfCases } from './cases';
import { type HearsDeaths, deathsHeard } from './deaths';
import { serveDesk } from './desk';
import { serveEntitlements } from './entitlement-desk';
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
  /** What it tells other departments of residents, by the questions of its contract. */
  readonly answers?: Answers;
  /** Questions it asks in a way of its own, beside those that its catalogue shares something of. */
  readonly requests?: Readonly<Record<string, DurableRequest>>;
  readonly asks?: CaseRequests;
  readonly policy?: CasePolicy;
  readonly aggregates?: readonly AnyAggregate[];
  /** Deaths end what it pays. Its manifest `hears` whoever registers them. */
  readonly deaths?: HearsDeaths;
  readonly grpc?: (app: App) => readonly GrpcService[];
}

/**
 * A department: hears the steps that applications ask of it, keeps one case for each, decides by its items' rules or an
 * officer's hand, and says so. The lifecycle is the same for all and lives in casework; only the rules differ.
 */
export function department(parts: DepartmentParts): ServiceSpec<void> {
  const { name, folder, announce, asks, policy, aggregates = [], deaths, grpc, answers } = parts;
  return {
    name,
    compose(_, { requestsHeardOn }) {
      const shipped = loadDepartment(folder);
      const items = itemsInUse(parts.items, shipped);
      const questions = requestsIn(shipped);
      const calendar = runningCalendar();
      const recurringOf = recurringIn(parts.items);
      const city = answers ? departmentsInUse() : undefined;
      const isClaimed = parts.items.some(({ recurring }) => recurring && !recurring.ownClaim);
      const paysAgain = parts.items.some(({ recurring }) => recurring);
      const recurs = entitlementPolicy(recurringOf);
      const claims = claimAsks(recurringOf);
      const decider = caseDecider({ item: items.item, workingDays: calendar.at });
      const { asked, told } = questionsOfCases(questions, answers, parts.requests);
      // A claim is asked of the register alone, whatever else the department asks when a fact is missing.
      const requests: CaseRequests = (event, state, id) => {
        const claimed = claims(event, state, id);
        if (event.type === 'FactAsked' && claimed.length > 0) return claimed;
        return [...claimed, ...asked(event, state), ...(asks?.(event, state, id) ?? [])];
      };
      const cases = aggregate(CASES, {
        keyOf: applicationOf,
        decider,
        announce: { ...announceCase, ...announce },
        createdBy: ['ReceiveStep'],
        indexes: [...workIndexes, ...provisionalIndexes],
        sealed: sealedOfCases,
        requests,
        policy: (event, state, id) => [
          ...told(event, state, id),
          ...recurs(event, state, id),
          ...(policy?.(event, state, id) ?? []),
        ],
      });
      return {
        topic: `${name}.v1`,
        catalogue: {
          ...items.catalogue,
          use(files) {
            items.catalogue.use(files);
            city?.use(files);
          },
        },
        holidays: calendar.holidays,
        aggregates: [
          cases,
          notes,
          ...(answers ? [records] : []),
          ...(paysAgain ? entitlementDocuments(entitlementClaims(recurringOf)) : []),
          ...aggregates,
        ],
        subscriptions: [
          {
            topic: requestsHeardOn === 'shared' ? requestTopics.SHARED : requestTopics.of(name),
            owner: requestTopics.ASKER,
            addressee: name,
            handlers: stepHandlers,
            contradiction: (message, envelope) => contradictionOf(message, envelope, name),
            sequenceOwner: ({ subject }) => ({ aggregate: CASES.name, id: subject }),
          },
          ...(deaths ? [deathsHeard(deaths)] : []),
        ],
        requests: { ...questions, ...(isClaimed && claimRequests), ...parts.requests },
        asks: answers ? ['residents'] : [],
        grpc: (app) => [
          serveDesk(app, decider, items, calendar.at),
          ...(paysAgain ? [serveEntitlements(app)] : []),
          ...(answers && city ? [serveQuestions(app, name, answers, city.now), serveImport(app, answers)] : []),
          ...(grpc?.(app) ?? []),
        ],
        periodicJobs: (app) => [{ name: 'dates', everyMs: 2_000, run: () => setDates(app, calendar.at) }],
      };
    },
  };
}
