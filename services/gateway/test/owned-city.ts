import { refuse } from '@lianban/model';
import { residents } from '@lianban/protos';
import { caseOf, fakePorts } from './fake-ports';
import { addressOf, openGateway } from './test-gateway';

/** Everything of the test city belongs to this resident; the case stands at permits, in the district 410105. */
export const owner = 'r-1';
export const ownPackage = 'small-shop';
export const ownDistrict = '410105';

/** How the caller stands to that resident, as the services would find out. */
export interface Standing {
  /** The packages of the caller's mandate, none for all of them; undefined without a mandate. */
  readonly mandate?: readonly string[];
  /** Everything belongs to an organisation: who has no mandate once represented it, or it is no more. */
  readonly ofOrganisation?: boolean;
  /** The relation the register knows between an officer and the resident. */
  readonly relation?: string;
}

interface Asked {
  readonly [field: string]: unknown;
  readonly agent?: { readonly packages: readonly string[] };
}

/** What the addresses of things name: A-1, FM…, MD…; a package is everybody's. */
const things = [':number', ':reference', ':mandate', ':consent', ':read', ':question', ':key'].map(addressOf);
const ownerFields = ['residentId', 'ownerId', 'principalId', 'personId', 'readerId'];

const isAboutThing = (request: object): boolean => {
  const text = JSON.stringify(request);
  return things.some((thing) => text.includes(`"${thing}"`) || text.includes(`"${thing}/`));
};
const ownersIn = (request: object): unknown[] =>
  Object.entries(request).flatMap(([name, value]: [string, unknown]) => {
    if (name === 'mark' && typeof value === 'object' && value !== null) return [owner];
    return ownerFields.includes(name) ? [value] : [];
  });

/** As the services behind answer: what is asked for in the name of somebody else is not there. */
function guarded(method: (request: object, options: object) => unknown) {
  return (request: Asked, options: { readonly onBehalfOf?: string }) => {
    const isStaff = /^(officer|supervisor|operator):/.test(options.onBehalfOf ?? '');
    if (isStaff) return method(request, options);
    const names = ownersIn(request);
    if (isAboutThing(request) && !names.includes(owner))
      return Promise.resolve(refuse('thing-not-found', 'Not yours.'));
    const scope = request.agent?.packages ?? [];
    const isOutside = scope.length > 0 && !scope.includes(ownPackage);
    if (isOutside && (isAboutThing(request) || request.package === ownPackage))
      return Promise.resolve(refuse('mandate-scope', 'Not of this package.'));
    return method(request, options);
  };
}

const guardAll = <T extends object>(port: T): T =>
  Object.fromEntries(
    Object.entries(port).map(([name, method]: [string, unknown]) => [
      name,
      // Streams have no place for a refusal: whoever opens one has asked by a call before.
      ['watch', 'upload', 'download'].includes(name) ? method : guarded(method as never),
    ]),
  ) as T;

/** A gateway before services that look who asks. */
export function openOwnedCity({ mandate, relation = '', ofOrganisation = false }: Standing) {
  const { ports } = fakePorts();
  const check = async () =>
    mandate === undefined
      ? refuse('mandate-missing', 'You have no mandate of this person.')
      : residents.v1.Authority.fromPartial({ packages: [...mandate], mandates: ['MD00000001'] });
  return openGateway({
    applications: guardAll(ports.applications),
    materials: guardAll(ports.materials),
    consents: guardAll(ports.consents),
    drafts: guardAll(ports.drafts),
    readMarks: guardAll(ports.readMarks),
    readQuestions: guardAll(ports.readQuestions),
    mandates: { ...guardAll(ports.mandates), check },
    residents: {
      ...guardAll(ports.residents),
      getRelation: async () => ({ kind: relation, guardian: false }),
      ...(ofOrganisation && {
        getStanding: async () => ({ district: ownDistrict, birthDate: '', organisation: true }),
      }),
    },
    desks: {
      permits: {
        getCase: async () =>
          caseOf(3, {
            residentId: owner,
            district: ownDistrict,
            materials: [{ code: 'plan', grade: 'C', reference: addressOf(':reference') }],
          }),
      },
    },
  });
}
