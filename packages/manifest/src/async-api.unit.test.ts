import schema from '@asyncapi/specs/schemas/3.0.0.json';
import Ajv from 'ajv';
import { asyncApi } from './async-api';
import { loadSpeakers } from './read';

const document = asyncApi(loadSpeakers()) as {
  channels: Record<string, { messages: object }>;
  operations: Record<string, { action: string }>;
  components: { schemas: Record<string, { schema?: string }> };
};
// It holds the schema of schemas itself: another one beside it would be one too many.
const validate = new Ajv({ strict: false, meta: false, validateSchema: false, validateFormats: false }).compile(schema);

test('the document is valid by the schema of AsyncAPI 3', () => {
  expect({ valid: validate(document), errors: validate.errors }).toEqual({ valid: true, errors: null });
});

test('the schema finds what is wrong: an operation that does nothing', () => {
  const operations = { 'permits.send.permits.v1': { channel: { $ref: '#/channels/permits.v1' } } };
  expect(validate({ ...document, operations })).toBe(false);
});

test('a department says its own messages and those of every department, and hears what applications asks of it', () => {
  expect(Object.keys(document.channels['permits.v1']!.messages)).toEqual(
    expect.arrayContaining(['permits.v1.PermitIssued', 'casework.v1.StepDecided']),
  );
  expect(document.operations).toMatchObject({
    'permits.send.permits.v1': { action: 'send' },
    'permits.receive.applications.requests.permits.v1': { action: 'receive' },
    'applications.receive.permits.v1': { action: 'receive' },
  });
  expect(document.components.schemas['permits.v1.events.proto']?.schema).toContain('message PermitIssued {');
});

test('every reference leads somewhere', () => {
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path]) => path!);
  const at = (path: string) =>
    path.split('/').reduce<unknown>((here, key) => (here as Record<string, unknown> | undefined)?.[key], document);
  expect(references.length).toBeGreaterThan(50);
  expect(references.filter((path) => at(path) === undefined)).toEqual([]);
});
