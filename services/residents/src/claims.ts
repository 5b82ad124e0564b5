import { residents } from '@lianban/protos';
import type { App } from '@lianban/runtime';
import { type GrpcService, type Handlers, grpcService } from '@lianban/grpc';
import { isRefusal, refuse } from '@lianban/model';
import { BENEFIT_CLAIMS } from './aggregate-types';
import type { Benefits } from './benefits';
import { type HouseholdOf, type Recorded, householdReader } from './reading';

type Service = typeof residents.v1.ClaimsServiceService;

const notYours = refuse('benefit-unknown', 'A department claims the benefits that it grants itself.', '/benefit');
const incomplete = refuse('claim-incomplete', 'Name the benefit, the case, the resident and when it was asked.');

interface Claimed {
  readonly benefit: string;
  readonly residentId: string;
  readonly ofHousehold: boolean;
  readonly cause: string;
}

/** The one document of a benefit of a person or household, and for whom it counts. */
async function placeOf(claimed: Claimed, householdOf: HouseholdOf) {
  const { benefit, residentId, ofHousehold, cause } = claimed;
  const household = ofHousehold ? await householdOf(residentId) : undefined;
  const holderId = household?.householdId ?? residentId;
  const kind = household ? 'household' : 'person';
  const persons = household?.members.map((member) => member.residentId) ?? [residentId];
  return { id: [benefit, kind, holderId, cause].join('|'), holderId, persons };
}

/** Claims of benefits over gRPC, by the departments that grant them. */
export function claimsGrpc(app: App, recorded: Recorded, benefits: Benefits): GrpcService {
  const householdOf = householdReader(app);
  const numberOf = (caseId: string): string => caseId.split('/', 1)[0]!;

  /** Members of a household may have claimed as another one, or each alone, before they lived together. */
  const heldElsewhere = async (benefit: string, persons: readonly string[], id: string, caseId: string) => {
    const filter = {
      'state.benefit': benefit,
      'state.persons': { $in: [...persons] },
      'state.held.caseId': { $exists: true, $ne: caseId },
      _id: { $ne: id },
    };
    return app.find(BENEFIT_CLAIMS, { filter, sort: { _id: 1 }, limit: 20 });
  };

  const handlers: Handlers<Service> = {
    async claim({ benefit, caseId, residentId, ofHousehold, cause, askedAt }, call) {
      if (benefits.departmentOf(benefit) !== call.caller) return notYours;
      if (caseId === '' || residentId === '' || !askedAt) return incomplete;
      const no = await recorded(residentId, { caseId, purpose: benefit }, ['benefits drawn'], call);
      if (no) return no;
      const { id, holderId, persons } = await placeOf({ benefit, residentId, ofHousehold, cause }, householdOf);
      const others = await heldElsewhere(benefit, persons, id, caseId);
      const other = others.find((each) => each.id.split('|')[3] === cause)?.state.held;
      if (other) return { taken: true, number: numberOf(other.caseId), holderId, freeFrom: '' };
      const command = { type: 'ClaimBenefit', benefit, persons, caseId, askedAt } as const;
      const done = await app.dispatch(BENEFIT_CLAIMS, id, command, { traceparent: call.traceparent });
      const taken = isRefusal(done);
      const state = taken ? (await app.get(BENEFIT_CLAIMS, id))?.state : done.state;
      return {
        taken,
        number: taken && state?.held ? numberOf(state.held.caseId) : '',
        holderId,
        freeFrom: state?.freeFrom ?? '',
      };
    },

    async release({ benefit, caseId, residentId, ofHousehold, cause, releasedAt, freeFrom }, call) {
      if (benefits.departmentOf(benefit) !== call.caller) return notYours;
      if (caseId === '' || residentId === '' || !releasedAt) return incomplete;
      // Where it is held: the household may be another one by now.
      const [held] = await app.find(BENEFIT_CLAIMS, { filter: { 'state.held.caseId': caseId }, limit: 1 });
      const { id } = held ?? (await placeOf({ benefit, residentId, ofHousehold, cause }, householdOf));
      const command = { type: 'ReleaseBenefit', caseId, releasedAt, ...(freeFrom && { freeFrom }) } as const;
      const done = await app.dispatch(BENEFIT_CLAIMS, id, command, { traceparent: call.traceparent });
      return isRefusal(done) ? done : {};
    },
  };
  const callers = () => Object.fromEntries(benefits.departments().map((each) => [each, 'everything'] as const));
  return grpcService(residents.v1.ClaimsServiceService, handlers, callers);
}
