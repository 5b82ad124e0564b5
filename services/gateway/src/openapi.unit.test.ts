import { spawnSync } from 'node:child_process';
import { z } from 'zod';
import { type TestGateway, addressOf, key, openGateway, problemIn } from '../test/test-gateway';
import { schemaOf } from './http/openapi';
import type { AnyRoute, Route } from './http/route';
import { createRates } from './limits/rates';
import { routes } from './routes';

interface Operation {
  operationId: string;
  security: object[];
  parameters: { name: string; in: string; required: boolean; schema: object }[];
  requestBody?: { required: boolean; content: Record<string, { schema: object }> };
  responses: Record<string, { content?: Record<string, { schema: object }> }>;
}
interface Document {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, { required?: string[]; properties?: object; additionalProperties?: unknown }> };
}

let gateway: TestGateway;
let document: Document;
beforeAll(async () => {
  const many = 10_000;
  const rates = createRates({ person: many, address: many, signIn: many, counter: many });
  gateway = await openGateway({ rest: { rates } });
  document = (await (await gateway.send('/api/openapi.json')).json()) as Document;
});
afterAll(() => gateway.close());

const operationOf = ({ path, method }: AnyRoute) => document.paths[path.replaceAll(/:(\w+)/g, '{$1}')]?.[method];
const isPlain = (route: AnyRoute): route is Route => route.kind === undefined || route.kind === 'answer';
const named = routes.map((route) => [`${route.method.toUpperCase()} ${route.path}`, route] as const);

test('is a valid OpenAPI 3.1 document, by its own schema', () => {
  // In a process of its own: the validator is an ES module, which jest's loader cannot load.
  const program = `
    import { Validator } from '@seriousme/openapi-schema-validator';
    const text = await new Response(process.stdin).text();
    const validator = new Validator();
    const result = await validator.validate(JSON.parse(text));
    process.stdout.write(JSON.stringify({ ...result, version: validator.version }));`;
  const input = JSON.stringify(document);
  const done = spawnSync(process.execPath, ['--input-type=module', '--eval', program], { input, cwd: __dirname });
  expect(done.stderr.toString()).toBe('');
  expect(JSON.parse(done.stdout.toString())).toEqual({ valid: true, version: '3.1' });
});

test('holds every route, each with a unique id, and nothing else', () => {
  const described = Object.entries(document.paths).flatMap(([path, of]) =>
    Object.keys(of).map((method) => `${method} ${path}`),
  );
  expect(described.toSorted()).toEqual(
    routes.map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`).toSorted(),
  );
  const ids = routes.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test('every reference resolves to a schema', () => {
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, to]) => String(to));
  expect(references.length).toBeGreaterThan(50);
  for (const reference of references)
    expect(Object.keys(document.components.schemas)).toContain(reference.replace('#/components/schemas/', ''));
});

test.each(named)('%s tells who may, what goes in and what comes out', (_name, route) => {
  const operation = operationOf(route);
  expect(operation?.security).toEqual(route.who === 'anyone' ? [] : [{ token: [route.who] }, { session: [] }]);
  const inPath = operation?.parameters.filter((of) => of.in === 'path').map((of) => of.name);
  expect(inPath).toEqual([...route.path.matchAll(/:(\w+)/g)].map(([, name]) => name));
  const inQuery = operation?.parameters.filter((of) => of.in === 'query').map((of) => of.name);
  const shape = route.query instanceof z.ZodObject ? Object.keys(route.query.shape) : [];
  expect(inQuery).toEqual(shape);
  if (route.kind === 'upload') expect(Object.keys(operation?.requestBody?.content ?? {})).toContain('image/png');
  else expect(operation?.requestBody?.content['application/json']?.schema).toEqual(route.body && schemaOf(route.body));
  if (isPlain(route))
    expect(operation?.responses[route.status ?? 200]?.content?.['application/json']?.schema).toEqual(
      schemaOf(route.answers),
    );
});

// A valid body by operation. A route with a body that is missing here fails the test below.
const fitting: Readonly<Record<string, Record<string, unknown>>> = {
  submitApplication: {
    package: 'p',
    answers: {},
    district: '410105',
    materials: [{ code: 'm', grade: 'C', reference: 'f-1' }],
  },
  checkPackage: { answers: {} },
  saveDraft: { answers: {}, materials: [], step: 'savings' },
  makeMandate: { from: 'r-2', packages: ['small-shop'], until: '2026-12-31' },
  confirmMandateAtCounter: { evidence: { kind: 'signed-form', reference: 'counter-3/2026-0017' } },
  supplementStep: { answers: { a: 1 } },
  objectToStep: { reason: 'because' },
  withdrawApplication: { reason: 'because' },
  markMessagesRead: { until: '2026-03-02T01:00:00.000Z' },
  markNoticesRead: { until: '2026-03-02T01:00:00.000Z' },
  putNoticePreference: { language: 'zh', channels: ['sms'], copiesToAgent: true },
  putContact: { email: 'somebody@example.org' },
  takeNoticeReceipt: {
    ...{ messageId: 'LB1.0', channel: 'sms', status: 'delivered', at: '2026-03-02T01:00:00.000Z' },
    signature: '0'.repeat(64),
  },
  requestSupplement: { missing: [{ code: 'plan', note: '' }] },
  assignCase: { to: 'o-2' },
  rehearseCase: { findings: {} },
  previewWrits: { act: 'decide', outcome: 'granted', reason: 'because', findings: {} },
  addNote: { audience: 'officers', text: 'Called.' },
  discloseIdNumber: { purpose: 'check-identity' },
  answerDeskReadQuestion: { text: 'To check who it is.' },
  answerOperatorReadQuestion: { text: 'The department was closed.' },
  askCorrection: { field: 'phone', value: '13800000000', reference: 'FM00000000-0000-4000-8000-000000000000' },
  decideCorrection: { outcome: 'refused', reason: 'Not to be read.' },
  findResident: { idNumber: '11010519491231002X' },
  submitForResident: { residentId: 'r-1', package: 'p', answers: {}, district: '410105', materials: [] },
  actOnMany: { act: 'accept', cases: [{ id: 'A-1/licence', version: 3 }], rehearse: true },
  pauseCase: { reason: 'because' },
  extendCase: { days: 3, reason: 'because' },
  actOnEntitlement: { act: 'confirm', cause: 'looked-at' },
  decideCase: { outcome: 'granted', reason: 'because', findings: {} },
  askDecisionCorrection: { outcome: 'refused', error: 'facts-wrong' },
  rehearseMending: { act: 'replay' },
  askMending: { act: 'drop', reason: 'because' },
  approveMending: { act: 'replay' },
  declineMending: { act: 'send-again' },
  takeOverStep: { outcome: 'refused', reason: 'because', facts: {} },
};

/** Places of texts, and places where a free form accepts any. */
const placesOf = (value: unknown, path: readonly string[] = []): readonly (readonly string[])[] => {
  if (typeof value === 'string') return [path];
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.entries(value).flatMap(([name, each]) => placesOf(each, [...path, name]));
  return Object.keys(value).length === 0 && !Array.isArray(value) && path.length > 0 ? [[...path, 'any']] : inner;
};
const spoil = (value: unknown, [name, ...rest]: readonly string[], bad: string): unknown => {
  if (name === undefined) return bad;
  const copy = structuredClone(value) as Record<string, unknown>;
  copy[name] = spoil(copy[name], rest, bad);
  return copy;
};

const roleFor = ({ who }: (typeof named)[number][1]) => {
  if (who === 'anyone') return null;
  return who === 'signed-in' ? 'operator' : who;
};

describe.each(named.filter(([, route]) => route.body))(
  '%s: the described body is the validated one',
  (_name, route) => {
    const body = fitting[route.id] ?? {};
    const sent = (json: unknown) => {
      const as = roleFor(route);
      return gateway.send(addressOf(route.path), { method: route.method.toUpperCase(), as, json, headers: key() });
    };
    const described = () => {
      const { $ref } = operationOf(route)?.requestBody?.content['application/json']?.schema as { $ref: string };
      return document.components.schemas[$ref.replace('#/components/schemas/', '')];
    };

    test('a valid body is accepted', async () => {
      expect((await sent(body)).status).toBeLessThan(300);
      expect(Object.keys(described()?.properties ?? {})).toEqual(expect.arrayContaining(Object.keys(body)));
    });

    test('a missing required field is reported by its pointer', async () => {
      for (const field of described()?.required ?? []) {
        const { [field]: left, ...rest } = body;
        expect(left).toBeDefined();
        const response = await sent(rest);
        expect(response.status).toBe(422);
        expect((await problemIn(response)).errors?.map((error) => error.pointer)).toContain(`/${field}`);
      }
    });

    test('no text may carry half a surrogate pair or U+0000: databases and pages would alter it', async () => {
      for (const bad of ['a\ud800b', '\udc00', 'a\u0000b']) {
        const spoiled = placesOf(body).map((path) => [path, spoil(body, path, bad)] as const);
        for (const [path, wrong] of [...spoiled, [[bad], { ...body, [bad]: 1 }] as const]) {
          const response = await sent(wrong);
          expect([path, response.status]).toEqual([path, 422]);
          expect((await problemIn(response)).errors?.map(({ pointer }) => pointer)).toContain(`/${path.join('/')}`);
        }
      }
    });

    test('an undescribed field is refused', async () => {
      expect(described()?.additionalProperties).toBe(false);
      const response = await sent({ ...body, surprise: 1 });
      expect(response.status).toBe(422);
      expect((await problemIn(response)).errors?.map((error) => error.pointer)).toContain('/surprise');
    });
  },
);

test.each(named.filter(([, route]) => isPlain(route) && route.method === 'get' && route.id !== 'getOpenApi'))(
  '%s answers what it describes',
  async (_name, route) => {
    if (!isPlain(route)) throw new Error('only plain routes have a schema of their own');
    const response = await gateway.send(addressOf(route.path), { as: roleFor(route) });
    expect(route.answers.safeParse(await response.json())).toMatchObject({ success: true });
  },
);
