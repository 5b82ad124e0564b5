import Ajv from 'ajv/dist/2020';
import fc from 'fast-check';
import { type JsonSchema, near } from '../test/from-schema';
import { document } from './http/openapi';
import { illFormedIn } from './http/ill-formed';
import { Problem } from './http/problem';
import { parseBody, parseQuery } from './http/validate';
import { routes } from './routes';

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly schema: JsonSchema;
}
interface Described {
  readonly paths: Record<string, Record<string, { parameters: readonly Parameter[] }>>;
  readonly components: { readonly schemas: Record<string, JsonSchema> };
}

const api = document(routes) as unknown as Described;
const { schemas } = api.components;
const refersTo = (part: unknown): unknown =>
  JSON.parse(JSON.stringify(part).replaceAll('#/components/schemas/', '#/$defs/')) as unknown;
// Formats are notes for people here: their rule is the pattern beside them.
const ajv = new Ajv({ strict: false, validateFormats: false });
const fits = (schema: JsonSchema) =>
  ajv.compile({ ...(refersTo(schema) as object), $defs: refersTo(schemas) as Record<string, object> });

const isTaken = (parse: () => unknown): boolean => {
  try {
    parse();
    return true;
  } catch (error) {
    if (error instanceof Problem) return false;
    throw error;
  }
};
/** As it arrives: what JSON has no word for is not sent. */
const sent = (value: unknown): unknown => JSON.parse(JSON.stringify(value)) as unknown;
/** Names and texts that are no Unicode: a document in UTF-8 cannot speak of them, and every body with one is refused. */
const isText = (value: unknown): boolean => illFormedIn(value).length === 0;

/** Of the limits of a whole free form JSON Schema has no word: bad-input.unit.test.ts tries them. */
const isSmall = (value: unknown): boolean => JSON.stringify(value).length < 50_000;

const withBody = routes.filter(({ body }) => body !== undefined);
test.each(withBody.map((route) => [route.id, route] as const))(
  '%s takes a body exactly when it fits the described schema',
  (_id, { body, path, method }) => {
    if (!body) throw new Error('only routes with a body are listed');
    const operation = api.paths[path.replaceAll(/:(\w+)/g, '{$1}')]?.[method] as unknown as {
      requestBody: { content: Record<string, { schema: JsonSchema }> };
    };
    const schema = operation.requestBody.content['application/json']?.schema ?? {};
    const isFitting = fits(schema);
    const seen = { fitting: 0, unfit: 0 };
    fc.assert(
      fc.property(near(schema, schemas).map(sent), (value) => {
        fc.pre(isSmall(value));
        const isFit = isFitting(value) && isText(value);
        seen[isFit ? 'fitting' : 'unfit'] += 1;
        expect([isFit, value]).toEqual([isTaken(() => parseBody(body, value)), value]);
      }),
      { numRuns: 300 },
    );
    // A generator that makes only one of the two proves nothing.
    expect(seen.fitting).toBeGreaterThan(20);
    expect(seen.unfit).toBeGreaterThan(20);
  },
);

const parameters = routes.flatMap((route) =>
  (api.paths[route.path.replaceAll(/:(\w+)/g, '{$1}')]?.[route.method]?.parameters ?? [])
    .filter((each) => each.in === 'query')
    .map((each) => [route.id, each.name, route, each] as const),
);
test.each(parameters)('%s takes %s exactly when it fits the described schema', (_id, name, { query }, { schema }) => {
  if (!query) throw new Error('only routes with a query are listed');
  const isFitting = fits(schema);
  const isNumber = schema.type === 'integer';
  fc.assert(
    fc.property(near(schema, schemas), (value) => {
      fc.pre(typeof value === (isNumber ? 'number' : 'string'));
      const isFit = isFitting(value) && isText(value);
      expect([isFit, value]).toEqual([isTaken(() => parseQuery(query, { [name]: String(value) })), value]);
    }),
    { numRuns: 150 },
  );
});

test('numbers in a query are digits alone', () => {
  const query = routes.find(({ id }) => id === 'listApplications')?.query;
  if (!query) throw new Error('listApplications has pages');
  for (const limit of ['', ' 5', '1e1', '0x5', '5.0', '+5', ['5', '6']])
    expect([limit, isTaken(() => parseQuery(query, { limit }))]).toEqual([limit, false]);
  expect(isTaken(() => parseQuery(query, { limit: '5' }))).toBe(true);
});

test('a parameter nobody described is refused', () => {
  for (const [, , { query }] of parameters)
    if (query) expect(isTaken(() => parseQuery(query, { surprise: '1' }))).toBe(false);
});
