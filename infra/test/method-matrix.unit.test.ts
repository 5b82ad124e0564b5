import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  CallFailed,
  type GrpcService,
  type Method,
  type ServiceClient,
  connect,
  grpcSecurity,
  serveGrpc,
} from '@lianban/grpc';
import { type ServiceSpec, readConfig } from '@lianban/runtime';
import { createLog } from '@lianban/telemetry';
import { checkout } from '../src/folders';
import { cityServices } from '../src/services/city-services';
import { folderOf } from '../src/services/deployables';

const log = createLog('test', 'silent');
const services = cityServices();
/** Programs that are no service of the city. */
const programs = ['registry', 'training-centre', 'lianban-ops', 'stranger', 'constructor'];
const callers = [...services.map(({ name }) => name), ...programs];

/** What a service answers, as it would start with the local stack's settings. */
function answeredBy(name: string): readonly GrpcService[] {
  const file = join(checkout, folderOf(name), 'src', 'service.ts');
  if (!existsSync(file)) return [];
  const specs = Object.values(jest.requireActual<Record<string, ServiceSpec<unknown>>>(file));
  const spec = specs.find((each) => typeof each?.compose === 'function');
  const app = { clock: { now: () => new Date(0) }, onCommitted: () => () => undefined };
  return spec?.compose(spec.settings?.parse({}), readConfig({})).grpc?.(app as never) ?? [];
}

const granting = ['elderly-care', 'social-assistance', 'social-security', 'social-welfare'];
/** Who may call what beside the gateway: said here a second time, so that a change of a policy is one of this list as well. */
const others: Readonly<Record<string, readonly string[]>> = {
  'applications.v1.ApplicationsService/TakeOver': ['lianban-ops'],
  'applications.v1.ApplicationsService/AnswerTakeOver': ['lianban-ops'],
  'employment.v1.CoursesService/OpenCourse': ['training-centre'],
  'employment.v1.CoursesService/ListCourses': ['training-centre'],
  'residents.v1.ClaimsService/Claim': granting,
  'residents.v1.ClaimsService/Release': granting,
  'residents.v1.ConsentsService/Record': ['applications'],
  'residents.v1.ContactsService/Get': ['notifications'],
  'residents.v1.DraftsService/Names': ['applications'],
  'residents.v1.MandatesService/Check': ['notifications'],
  'residents.v1.ResidentsService/Register': ['registry'],
  'residents.v1.ResidentsService/PutHousehold': ['registry'],
  'residents.v1.ResidentsService/Find': ['registry'],
  'residents.v1.OrganisationsService/Enter': ['registry'],
  'residents.v1.ResidentsService/AskMeans': ['social-assistance'],
  'residents.v1.ResidentsService/RegisterBirth': ['public-security'],
  'health.v1.BirthsService/AskBirth': ['public-security'],
  'residents.v1.ResidentsService/RecordAnswer': [
    'employment',
    'social-assistance',
    'social-security',
    'social-welfare',
  ],
  'employment.v1.QuestionsService/AskRegistration': ['social-security'],
  'social_security.v1.QuestionsService/AskContributions': [],
  'social_security.v1.QuestionsService/AskBenefit': ['social-welfare'],
  'social_welfare.v1.QuestionsService/AskDisability': ['social-security'],
  'social_assistance.v1.QuestionsService/AskStatus': ['social-welfare'],
  'casework.v1.RecordsService/Import': ['registry'],
};
/** Not even for somebody who is signed in. */
const notGateway = Object.keys(others).filter((path) => !/\/(TakeOver|AnswerTakeOver|Find|Check)$/.test(path));
/** Without anybody signed in. */
const ownOfGateway =
  /^applications\.v1\.ApplicationsService\/(ListPackages|ListDepartments|Check)$|^casework\.v1\.DeskService\/ReleaseUnlisted$|^residents\.v1\.(Sessions|SecurityLogService\/)|^notifications\.v1\.NotificationsService\/TakeReceipt$/;
const scaffolded = /^(applications|residents|casework|employment|entitlements|notifications)\./;

function expected(caller: string, path: string, isForPerson: boolean): boolean {
  if (caller !== 'gateway') return others[path]?.includes(caller) ?? false;
  if (notGateway.includes(path)) return false;
  return isForPerson || ownOfGateway.test(path) || !scaffolded.test(path);
}

type Served = Readonly<Record<string, Method & { requestDeserialize(bytes: Buffer): unknown }>>;
type AnyCall = (request: unknown, options: object) => Promise<unknown> | AsyncIterable<unknown>;

/** Whether a call gets past the policy. The handlers behind do nothing. */
async function isLetThrough(call: AnyCall, request: unknown, options: object): Promise<boolean> {
  try {
    const answer = call(request, options);
    if (Symbol.asyncIterator in answer) await answer[Symbol.asyncIterator]().next();
    else await answer;
    throw new Error('the handler did not fail');
  } catch (error) {
    if (!(error instanceof CallFailed)) throw error;
    return error.code !== 'PERMISSION_DENIED';
  }
}
/** A stream of one. */
async function* only(request: unknown) {
  yield await Promise.resolve(request);
}

const answering = services.map(({ name }) => name).filter((name) => answeredBy(name).length > 0);

test('services that answer are among those of the manifests', () => {
  expect(answering).toEqual(expect.arrayContaining(['applications', 'residents', 'permits', 'employment']));
});

test.each(answering)(
  '%s answers each method to whom it is for, and to nobody else',
  async (name) => {
    let calling = '';
    const security = { ...grpcSecurity(name, undefined, log), nameIn: () => calling };
    const failing = new Proxy({}, { get: () => () => { throw new Error('past the policy'); } }); // prettier-ignore
    const served = answeredBy(name).map((service) => ({ ...service, handlers: failing }));
    const persons = { verify: () => 'forged' as const, believesWords: () => true };
    const server = await serveGrpc(served, { bind: '127.0.0.1', port: 0, log, security, persons });
    const wrong: string[] = [];
    let looked = 0;
    try {
      for (calling of callers)
        for (const { definition } of served) {
          const { call, close } = connect(definition, `127.0.0.1:${server.port}`, calling, name);
          for (const [method, { path, requestStream, requestDeserialize }] of Object.entries(definition as Served))
            for (const onBehalfOf of [undefined, 'officer:o-1']) {
              const empty = requestDeserialize(Buffer.alloc(0));
              const may = await isLetThrough(
                (call as ServiceClient<never>)[method as never] as AnyCall,
                requestStream ? only(empty) : empty,
                onBehalfOf ? { onBehalfOf } : {},
              );
              looked++;
              if (may !== expected(calling, path.slice(1), onBehalfOf !== undefined))
                wrong.push(
                  `${calling} ${may ? 'may' : 'may not'} call ${path} ${onBehalfOf ? 'for a person' : 'itself'}`,
                );
            }
          close();
        }
    } finally {
      await server.stop(0);
    }
    expect(wrong).toEqual([]);
    expect(looked).toBeGreaterThanOrEqual(callers.length * 2);
  },
  120_000,
);

test('who is let in to a service calls it by its manifest', () => {
  const strangers = answering.flatMap((name) =>
    answeredBy(name)
      .flatMap(({ callers: policy }) => Object.keys(typeof policy === 'function' ? policy() : policy))
      .filter((caller) => !programs.includes(caller))
      .filter((caller) => !services.find((each) => each.name === caller)?.calls.includes(name))
      .map((caller) => `${caller} → ${name}`),
  );
  expect(strangers).toEqual([]);
});
