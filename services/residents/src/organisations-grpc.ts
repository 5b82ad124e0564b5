import { nameIn } from '@lianban/input';
import { type GrpcService, type Handlers, grpcService } from '@lianban/grpc';
import { isRefusal, refuse } from '@lianban/model';
import { residents } from '@lianban/protos';
import type { App } from '@lianban/runtime';
import { ORGANISATIONS } from './aggregate-types';
import { readCreditCode } from './domain/credit-code';
import { organisationKinds } from './domain/organisation';
import { personOf } from './reading';

const wrong = (field: string, problem: string) => refuse('invalid-organisation', `${field}: ${problem}`, `/${field}`);

/** Organisations over gRPC: entered by whoever brings in the city's registers, and asked for with the residents they apply through. */
export function organisationsGrpc(app: App): GrpcService {
  const handlers: Handlers<typeof residents.v1.OrganisationsServiceService> = {
    async enter(typed, { traceparent, signal }) {
      const creditCode = readCreditCode(typed.creditCode);
      if (isRefusal(creditCode)) return creditCode;
      const name = nameIn(typed.name);
      if (name === undefined) return wrong('name', 'must have 1 to 100 characters');
      const kind = organisationKinds.find((each) => each === typed.kind);
      if (kind === undefined) return wrong('kind', `must be ${organisationKinds.join(', ')}`);
      if (!/^\d{6}$/.test(typed.district)) return wrong('district', 'must have six digits');
      const { district, legalRepresentative, status } = typed;
      if (status !== 'active' && status !== 'deregistered') return wrong('status', 'must be active or deregistered');
      const person = await personOf(app, legalRepresentative);
      if (isRefusal(person)) return { ...person, pointer: '/legalRepresentative' };
      const command = { type: 'EnterOrganisation', name, kind, legalRepresentative, district, status } as const;
      const done = await app.dispatch(ORGANISATIONS, creditCode, command, { traceparent, signal });
      return isRefusal(done) ? done : { creditCode, name, kind, legalRepresentative, district, status };
    },
  };
  return grpcService(residents.v1.OrganisationsServiceService, handlers, { registry: ['enter'] });
}
