import fc from 'fast-check';

/** As much of JSON Schema as the OpenAPI document uses. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonSchema | boolean;
}
type Schemas = Readonly<Record<string, JsonSchema>>;

/** What people and programs send that a careless rule takes or refuses by mistake. */
const oddTexts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '',
    ' ',
    '\u3000',
    '\ufeff',
    '\u0085',
    '\u001c',
    ' a ',
    'a\n',
    '٣٣٣٣٣٣',
    'é',
    '😀',
    'a\u0000b',
    '\ud800',
    'x\udc00',
  ),
  fc.constantFrom('__proto__', 'constructor', '$gt', 'a.b', 'null', '2026-02-29', '0000-01-01', '1e1'),
);
const oddValues: fc.Arbitrary<unknown> = fc.oneof(
  oddTexts,
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom(null, [], {}, true, 0, -1, 1.5, Number.MAX_SAFE_INTEGER + 2),
);

const mostly = <T>(usual: fc.Arbitrary<T>, rarely: fc.Arbitrary<unknown>, weight = 12): fc.Arbitrary<unknown> =>
  fc.oneof({ arbitrary: usual, weight }, { arbitrary: rarely, weight: 1 });

/** Lengths at a limit, in characters of one and of two code units. */
const atLimit = (most: number) =>
  fc
    .tuple(fc.constantFrom('x', '字', '😀', ' '), fc.constantFrom(most, most + 1, Math.ceil(most / 2)))
    .map(([unit, times]) => unit.repeat(times));

function textOf({ pattern, maxLength, minLength = 0 }: JsonSchema): fc.Arbitrary<string> {
  if (maxLength !== undefined)
    return fc.oneof(
      { arbitrary: fc.string({ minLength, maxLength: Math.min(maxLength, 40) }), weight: 6 },
      { arbitrary: atLimit(maxLength), weight: 1 },
      { arbitrary: oddTexts, weight: 1 },
    );
  if (pattern === undefined) return fc.string();
  const whole = new RegExp(pattern, 'u');
  // The generator knows no assertions about what follows: what does not fit the whole pattern is left out.
  const shape = new RegExp(pattern.replaceAll(/\(\?![^)]*\)/g, ''), 'u');
  return fc.stringMatching(shape).filter((text) => whole.test(text));
}

function numberOf({ type, minimum = -1000, maximum = 1000 }: JsonSchema): fc.Arbitrary<number> {
  const inside =
    type === 'integer'
      ? fc.integer({ min: minimum, max: maximum })
      : fc.double({ noNaN: true, noDefaultInfinity: true });
  return fc.oneof({ arbitrary: inside, weight: 6 }, fc.constantFrom(minimum, maximum, minimum - 1, maximum + 1));
}

/** Values near `schema`: mostly fitting, and now and then with one thing wrong in any place. */
export function near(schema: JsonSchema, schemas: Schemas): fc.Arbitrary<unknown> {
  const inner = (of: JsonSchema) => near(of, schemas);
  if (schema.$ref !== undefined) {
    const found = schemas[schema.$ref.replace('#/components/schemas/', '')];
    if (!found) throw new Error(`no schema ${schema.$ref}`);
    return inner(found);
  }
  if ('const' in schema) return mostly(fc.constant(schema.const), oddValues);
  if (schema.enum) return mostly(fc.constantFrom(...schema.enum), oddValues);
  switch (schema.type) {
    case 'string': {
      const patterns = schema.allOf?.find(({ pattern }) => pattern !== undefined) ?? {};
      return mostly(textOf({ ...patterns, ...schema }), oddValues);
    }
    case 'integer':
    case 'number':
      return mostly(numberOf(schema), oddValues);
    case 'boolean':
      return mostly(fc.boolean(), oddValues);
    case 'null':
      return fc.constant(null);
    case 'array': {
      const { minItems = 0, maxItems } = schema;
      const few = fc.array(inner(schema.items ?? {}), { minLength: minItems, maxLength: minItems + 2 });
      const full =
        maxItems !== undefined &&
        inner(schema.items ?? {}).chain((one) =>
          fc.constantFrom(maxItems, maxItems + 1).map((times) => Array<unknown>(times).fill(one)),
        );
      return mostly(few, fc.oneof(fc.constant([]), oddValues, ...(full ? [full] : [])), 10);
    }
    case 'object':
      return mostly(objectOf(schema, inner), oddValues, 20);
    default: {
      const choices = schema.anyOf;
      return choices ? fc.oneof(...choices.map(inner)) : oddValues;
    }
  }
}

function objectOf(schema: JsonSchema, inner: (of: JsonSchema) => fc.Arbitrary<unknown>): fc.Arbitrary<object> {
  const { properties, required = [], additionalProperties: more } = schema;
  if (typeof more === 'object')
    return fc
      .array(fc.tuple(mostly(fc.string({ minLength: 1 }), oddTexts, 8), inner(more)), { maxLength: 3 })
      .map((pairs) => Object.fromEntries(pairs));
  const known = Object.fromEntries(Object.entries(properties ?? {}).map(([name, of]) => [name, inner(of)]));
  const whole = fc.record(known, { requiredKeys: [...required] });
  const lacking = fc.record(known, { requiredKeys: [] });
  const surprising = fc.tuple(whole, oddTexts).map(([of, name]) => ({ ...of, [name]: 1 }));
  return fc.oneof({ arbitrary: whole, weight: 10 }, lacking, surprising);
}
