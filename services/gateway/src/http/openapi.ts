import { z } from 'zod';
import { components } from '../schemas/components';
import { problemShape } from '../schemas/problem';
import { onBehalfOfHeader } from './on-behalf-of';
import { namesIn, pathNames } from './path';
import { entityTag, idempotencyKey, preconditionsOf } from './preconditions';
import type { AnyRoute } from './route';

type Json = Record<string, unknown>;

const referTo = (id: string): string => `#/components/schemas/${id}`;

/** Converts a zod schema to OpenAPI 3.1; named schemas become references. */
export function schemaOf(schema: z.ZodType): Json {
  const known = components.get(schema);
  if (known) return { $ref: referTo(known.id) };
  return bare(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }));
}

/** Drops `$schema` and `id`, which a schema inside an OpenAPI document does not need. */
const bare = (schema: object): Json =>
  Object.fromEntries(Object.entries(schema).filter(([key]) => key !== '$schema' && key !== '$id'));

function namedSchemas(): Json {
  const { schemas } = z.toJSONSchema(components, { uri: referTo, io: 'input', unrepresentable: 'any' });
  return Object.fromEntries(Object.entries(schemas).map(([id, schema]) => [id, bare(schema)]));
}

const content = (type: string, schema: Json): Json => ({ content: { [type]: { schema } } });

const problems: Readonly<Record<number, string>> = {
  400: 'The request is malformed',
  401: 'Nobody is signed in, or the token is not taken',
  403: 'Not for this role, department or scope, or not from a page of this site',
  404: 'Not there, or not yours to see',
  408: 'The body took too long to arrive',
  409: 'Refused: see the slug',
  412: 'Changed since you read it',
  413: 'Larger than 1 MB',
  415: 'Not application/json',
  422: 'The body does not fit: see the pointers',
  429: 'Too many within a minute, or at once',
  502: 'A service behind this one failed',
  503: 'Try again after Retry-After seconds',
};

function statusesOf(route: AnyRoute): number[] {
  const statuses = [400, 429, 502, 503];
  if (route.who !== 'anyone') statuses.push(401, 403);
  // What is not there may be named by the address or the body, or be the caller, who is not in the register.
  if (route.who !== 'anyone' || route.path.includes(':')) statuses.push(404);
  if (route.method !== 'get') statuses.push(408, 409, 413, 415, 422);
  if (preconditionsOf(route).needs === 'if-match') statuses.push(412);
  return statuses.sort((a, b) => a - b);
}

const header = (name: string, schema: z.ZodType, required: boolean, description: string): Json => ({
  name,
  in: 'header',
  required,
  description,
  schema: schemaOf(schema),
});

function parametersOf(route: AnyRoute): Json[] {
  const query = z.toJSONSchema(route.query ?? z.strictObject({}), { io: 'input' });
  const required = new Set(query.required ?? []);
  const { needs, repeats } = preconditionsOf(route);
  return [
    ...namesIn(route.path).map((name) => ({ name, in: 'path', required: true, schema: schemaOf(pathNames[name]) })),
    ...Object.entries(query.properties ?? {}).map(([name, schema]) => ({
      name,
      in: 'query',
      required: required.has(name),
      schema,
    })),
    ...(needs === 'idempotency-key'
      ? [header('Idempotency-Key', idempotencyKey, true, 'New for each submission; the same again on a retry')]
      : []),
    ...(repeats
      ? [
          header(
            'Idempotency-Key',
            idempotencyKey,
            false,
            'The same again on a retry, which changes nothing then: without it, each request counts',
          ),
        ]
      : []),
    ...(needs === 'if-match'
      ? [header('If-Match', entityTag, false, 'The ETag you saw; 412 when it has changed')]
      : []),
    ...(route.onBehalfOf
      ? [header('On-Behalf-Of', onBehalfOfHeader, false, 'Done in this resident’s name, by a mandate of theirs')]
      : []),
    ...(route.kind === 'upload'
      ? [header('X-File-Name', z.string(), false, 'What the client calls the file, percent-encoded')]
      : []),
    ...(route.kind === 'live'
      ? [header('Last-Event-ID', z.string(), false, 'Version already seen; 204 when nothing more will come')]
      : []),
  ];
}

const binary: Json = { schema: { type: 'string', format: 'binary' } };
const anyJson: Json = { schema: {} };
const files = (types: readonly string[]): Json =>
  Object.fromEntries(types.map((type) => [type, type === 'application/json' ? anyJson : binary]));
const json = (holds: z.ZodType): Json => ({ 'application/json': { schema: schemaOf(holds) } });
const fileContent = (types: readonly string[]): Json => ({
  ...files(types),
  'multipart/form-data': {
    schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } }, required: ['file'] },
  },
});

function successOf(route: AnyRoute): Json {
  switch (route.kind) {
    case 'live':
      return {
        200: { description: 'Live', ...content('text/event-stream', { type: 'string' }) },
        204: { description: 'Over' },
      };
    case 'upload':
      return { 201: { description: 'Stored', ...content('application/json', schemaOf(route.answers)) } };
    case 'download':
      return { 200: { description: 'The file', content: route.holds ? json(route.holds) : files(route.gives) } };
    default:
      return {
        [route.status ?? 200]: { description: 'Done', ...content('application/json', schemaOf(route.answers)) },
      };
  }
}

function operationOf(route: AnyRoute): Json {
  const success = successOf(route);
  const failures = statusesOf(route).map((status) => [
    status,
    { description: problems[status], ...content('application/problem+json', schemaOf(problemShape)) },
  ]);
  return {
    operationId: route.id,
    summary: route.summary,
    ...(route.scope && { description: `Needs the scope "${route.scope}", and has a low rate of its own.` }),
    tags: [route.who],
    security: route.who === 'anyone' ? [] : [{ token: [route.who] }, { session: [] }],
    parameters: parametersOf(route),
    ...(route.kind === 'upload' ? { requestBody: { required: true, content: fileContent(route.takes) } } : {}),
    ...(route.body
      ? { requestBody: { required: !route.body.isOptional(), ...content('application/json', schemaOf(route.body)) } }
      : {}),
    responses: { ...success, ...Object.fromEntries(failures) },
  };
}

/** The OpenAPI 3.1 document of `routes`, from the same schemas that validate requests and type the answers. */
export function document(routes: readonly AnyRoute[]): Json {
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method]: operationOf(route) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Lianban 联办',
      version: '1.0.0',
      description:
        'Apply once; the departments concerned do their part. Texts are Unicode: a half of a surrogate pair, which only an escape in JSON can ' +
        'name, is refused everywhere, and so is a name that comes twice in an object.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: namedSchemas(),
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
        session: { type: 'apiKey', in: 'cookie', name: '__Host-lianban', description: 'After /auth/sign-in' },
      },
    },
  };
}
