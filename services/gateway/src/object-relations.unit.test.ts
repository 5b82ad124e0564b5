import fc from 'fast-check';
import { type JsonSchema, near } from '../test/from-schema';
import { type Standing, openOwnedCity, owner, ownDistrict, ownPackage } from '../test/owned-city';
import { addressOf, key, problemIn, type TestGateway } from '../test/test-gateway';
import type { TestClaims } from '../test/tokens';
import { document, schemaOf } from './http/openapi';
import type { AnyRoute } from './http/route';
import { routes } from './routes';

/** Who calls, and how they stand to the resident whom everything in the test city belongs to. */
interface Caller extends Standing {
  readonly as: TestClaims | null;
  /** In whose name, as the header says. */
  readonly inNameOf?: string;
}

const officer = { role: 'officer', id: 'o-1', department: 'permits', scopes: ['counter'] };
const callers: Readonly<Record<string, Caller>> = {
  nobody: { as: null },
  'the resident': { as: { role: 'resident', id: owner } },
  'another resident': { as: { role: 'resident', id: 'r-9' } },
  'an agent with a mandate': { as: { role: 'resident', id: 'r-2' }, inNameOf: owner, mandate: [] },
  'an agent for another package': { as: { role: 'resident', id: 'r-2' }, inNameOf: owner, mandate: ['other'] },
  'an agent without a mandate': { as: { role: 'resident', id: 'r-2' }, inNameOf: owner },
  'a representative of an organisation': {
    as: { role: 'resident', id: 'r-2' },
    inNameOf: owner,
    mandate: [],
    ofOrganisation: true,
  },
  'a former representative of an organisation': {
    as: { role: 'resident', id: 'r-2' },
    inNameOf: owner,
    ofOrganisation: true,
  },
  'an officer of the case': { as: { ...officer, district: ownDistrict } },
  'an officer of the city': { as: officer },
  'an officer without the counter': { as: { ...officer, scopes: [] } },
  'an officer of another district': { as: { ...officer, district: '410122' } },
  'an officer of another department': { as: { ...officer, department: 'employment' } },
  'an officer of no department here': { as: { ...officer, department: 'police' } },
  'an officer of the household': { as: officer, relation: 'household' },
  'a supervisor': { as: { ...officer, role: 'supervisor' } },
  'a supervisor of another district': { as: { ...officer, role: 'supervisor', district: '410122' } },
  'a supervisor with a mandate of the resident': { as: { ...officer, role: 'supervisor' }, relation: 'mandate' },
  'an operator': { as: { role: 'operator', id: 'op-1' } },
};

/**
 * What a closed route is about, by its address. One that fits no line, or two, or an open one that fits any, has no expectation here,
 * and the test below fails: say what it is about before it is served.
 */
const objects = {
  /** Of one resident, named in the address: nobody else's. */
  'a thing of a resident': /^\/api\/(applications\/:number|me\/[a-z]+\/:(reference|mandate|consent|read|key))(\/|$)/,
  /** Whatever the caller has of it. */
  'a place of the caller':
    /^\/api\/(applications|me\/[a-z-]+(\.json|\.csv|\.html)?|me\/(drafts|eligibility)\/:package|me\/offers\/:package\/refusal|me\/charges\/:number\/:step(\/payment)?|me\/notices\/(read|unread)|me\/sessions\/(:session\/end|end-others))$/,
  'a case': /^\/api\/desk\/cases\/:number\/:step(\/|$)/,
  /** Seen by department and, where it matters, by scope. */
  'the desk': /^\/api\/desk\/(?!cases\/)[a-z-]+/,
  'all of the city': /^\/api\/operator\//,
} as const;
type About = keyof typeof objects | 'what anybody may know';
const aboutOf = ({ who, path }: AnyRoute): About[] => [
  ...(who === 'anyone' ? ['what anybody may know' as const] : []),
  ...(Object.keys(objects) as (keyof typeof objects)[]).filter((about) => objects[about].test(path)),
];

const done = 'done';
/** The slug of the refusal, or `done`. */
function expected(route: AnyRoute, { as, inNameOf, mandate, relation }: Caller): string {
  // In somebody's name nothing public is asked: the header would be ignored.
  if (route.who === 'anyone') return inNameOf === undefined ? done : 'invalid-header';
  if (as === null) return 'token-missing';
  const isInRole = [as.role, 'signed-in'].includes(route.who) || (route.who === 'officer' && as.role === 'supervisor');
  if (!isInRole) return 'wrong-role';
  if (as.department !== undefined) {
    if (as.department === 'police') return 'no-desk';
    if (route.scope !== undefined && !as.scopes?.includes(route.scope)) return 'scope-missing';
  }
  const [about] = aboutOf(route);
  if (about === 'a case') {
    const isReached = as.department === 'permits' && [undefined, ownDistrict].includes(as.district);
    if (!isReached) return 'case-not-found';
    return relation === undefined || route.toRecused === 'withheld' ? done : 'conflict-of-interest';
  }
  // At the counter an officer may name anybody but their own people.
  if (isOf(route, 'residentId') && relation !== undefined) return 'conflict-of-interest';
  // Nobody's own sessions are somebody else's affair.
  if (as.role !== 'resident' || (route.who === 'signed-in' && inNameOf === undefined)) return done;
  if (inNameOf !== undefined) {
    if (!route.onBehalfOf) return 'invalid-header';
    if (mandate === undefined) return 'mandate-missing';
    const isOfPackage = route.path.includes(':number') || route.path.includes(':key') || isOf(route, 'package');
    // Whoever may no longer write a draft may still discard it: it is theirs.
    if (mandate.length > 0 && isOfPackage && route.method !== 'delete') return 'mandate-scope';
    return done;
  }
  return about === 'a thing of a resident' && as.id !== owner ? 'thing-not-found' : done;
}

const propertiesOf = (schema: JsonSchema): readonly string[] => {
  const id = schema.$ref?.replace('#/components/schemas/', '');
  return Object.keys((id === undefined ? schema : schemas[id])?.properties ?? {});
};
const { schemas } = document(routes).components as { readonly schemas: Record<string, JsonSchema> };
const isIn = (part: AnyRoute['query'], name: string): boolean =>
  part !== undefined && propertiesOf(schemaOf(part)).includes(name);
/** Whether path, query or body of the route name such a thing. */
const isOf = ({ path, body, query }: AnyRoute, name: string): boolean =>
  path.includes(`:${name}`) || isIn(body, name) || isIn(query, name);

/** A body the route takes, from its own schema, about the resident and package of the test city. */
function bodyOf({ body }: AnyRoute): object | undefined {
  if (!body) return undefined;
  const fitting = near(schemaOf(body), schemas).filter((value) => body.safeParse(value).success);
  const [value] = fc.sample(fitting, { numRuns: 1, seed: 7 }) as [Record<string, unknown>];
  const named: Record<string, unknown> = { package: ownPackage, residentId: owner, to: 'o-2' };
  const known = Object.entries(named).filter(([name]) => name in value && typeof value[name] === 'string');
  const cases = 'cases' in value ? { cases: [{ id: 'A-1/licence', version: 3 }], act: 'accept' } : {};
  // A mandate is for packages of the catalogue.
  const all = 'packages' in value ? { packages: 'all' } : {};
  return { ...value, ...Object.fromEntries(known), ...cases, ...all };
}

const bodies = new Map(routes.map((route) => [route, bodyOf(route)]));

const send = (gateway: TestGateway, route: AnyRoute, { as, inNameOf }: Caller) => {
  const json = bodies.get(route);
  const query = isIn(route.query, 'package');
  const isFile = route.kind === 'upload';
  return gateway.send(addressOf(route.path) + (query ? `?package=${ownPackage}` : ''), {
    as,
    method: route.method.toUpperCase(),
    headers: {
      ...key('another-key'),
      ...(inNameOf === undefined ? {} : { 'On-Behalf-Of': inNameOf }),
      ...(isFile ? { 'Content-Type': 'image/png' } : {}),
    },
    ...(json ? { json } : {}),
    ...(isFile ? { raw: 'abc' } : {}),
  });
};

const named = routes.map((route) => [`${route.method.toUpperCase()} ${route.path}`, route] as const);

test.each(named)('%s is about one kind of thing', (_name, route) => {
  expect(aboutOf(route)).toHaveLength(1);
});

describe.each(Object.entries(callers))('%s', (_caller, caller) => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await openOwnedCity(caller);
  });
  afterAll(() => gateway.close());
  beforeEach(() => gateway.calls.splice(0));

  test.each(named)('%s', async (_name, route) => {
    const response = await send(gateway, route, caller);
    const answered = response.status < 400 ? done : (await problemIn(response)).slug;
    if (!response.bodyUsed) await response.body?.cancel();
    expect(answered).toBe(expected(route, caller));
    // Nobody but the caller, and whom they act for, is named to a service; staff name whom their work is about.
    const { as, inNameOf } = caller;
    if (as?.role === 'resident') {
      const others = [owner, 'r-2', 'r-9'].filter((id) => id !== as.id && id !== inNameOf);
      for (const other of others)
        expect(JSON.stringify(gateway.calls.map(({ request }) => request))).not.toContain(`"${other}"`);
    }
    const desks = gateway.calls
      .map(({ name }) => name.split('.')[0])
      .filter((name) => name === 'permits' || name === 'employment');
    if (as?.department !== undefined) for (const name of desks) expect(name).toBe(as.department);
  });
});
