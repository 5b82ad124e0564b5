import { residents } from '@lianban/protos';
import type { App } from '@lianban/runtime';
import { type GrpcService, type Handlers, grpcService } from '@lianban/grpc';
import { isRefusal, refuse } from '@lianban/model';
import { PEOPLE } from './aggregate-types';
import { emailIn } from './domain/email';
import type { RegisteredPerson } from './domain/person';
import { type Recorded, personOf } from './reading';
import type { Vault } from './vault/seal';

type Service = typeof residents.v1.ContactsServiceService;

const wrongEmail = refuse('invalid-contact', 'Write an address of mail as name@example.org.', '/email');

/** How somebody is reached: for notices, at the moment they are sent, and for whoever it is. Each look is recorded. */
export function contactsGrpc(app: App, vault: Vault, recorded: Recorded): GrpcService {
  const shown = ({ personId, sealed: { phone, email } }: RegisteredPerson): residents.v1.Contact => ({
    phone: vault.open(phone, `${personId}/phone`),
    email: email === undefined ? '' : vault.open(email, `${personId}/email`),
  });
  const get: Handlers<Service>['get'] = async ({ residentId, purpose }, call) => {
    const person = await personOf(app, residentId);
    if (isRefusal(person)) return person;
    return (await recorded(residentId, purpose, ['phone', 'email'], call)) ?? shown(person);
  };
  const handlers: Handlers<Service> = {
    get,
    getOwn: get,
    async putEmail({ residentId, email: typed }, call) {
      const person = await personOf(app, residentId);
      if (isRefusal(person)) return person;
      const email = typed.trim() === '' ? '' : emailIn(typed);
      if (email === undefined) return wrongEmail;
      const before = shown(person);
      if (before.email === email) return before;
      const sealed = email === '' ? {} : { sealed: vault.seal(email, `${residentId}/email`) };
      const done = await app.dispatch(PEOPLE, residentId, { type: 'ChangeEmail', ...sealed }, call);
      return isRefusal(done) ? done : { ...before, email };
    },
  };
  const callers = {
    gateway: { forPersons: ['getOwn', 'putEmail'], itself: [] },
    notifications: ['get'],
  } as const;
  const own = ({ residentId }: { readonly residentId: string }) => residentId;
  return grpcService(residents.v1.ContactsServiceService, handlers, callers, {
    actors: { getOwn: own, putEmail: own },
  });
}
