import type { Chance } from './chance';

type JsonSchema = Readonly<Record<string, unknown>>;

const anything = (chance: Chance): unknown =>
  chance.pick([null, true, 0, -1, 1.5, 1e308, [], {}, [null], { $gt: '' }, { '': 1 }, chance.text(), [chance.text()]]);

/** A value that nearly matches a JSON schema: most parts have the right type, and hostile content. */
export function valueFor(schema: JsonSchema | undefined, chance: Chance, depth = 0): unknown {
  if (!schema || depth > 6 || chance.below(12) === 0) return anything(chance);
  const again = (part: unknown) => valueFor(part as JsonSchema, chance, depth + 1);
  if (Array.isArray(schema.enum)) return chance.pick(schema.enum);
  if ('const' in schema) return schema.const;
  for (const name of ['anyOf', 'oneOf', 'allOf'])
    if (Array.isArray(schema[name])) return again(chance.pick(schema[name]));
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries((schema.properties ?? {}) as Record<string, unknown>)
          .filter(() => chance.below(10) > 0)
          .map(([name, part]) => [name, again(part)]),
      );
    case 'array':
      return Array.from({ length: chance.below(3) }, () => again(schema.items));
    case 'integer':
    case 'number':
      return chance.pick([0, 1, -1, 20, 1e9, 2 ** 53, 0.1]);
    case 'boolean':
      return chance.below(2) === 0;
    case 'string':
      return chance.text();
    default:
      return anything(chance);
  }
}
