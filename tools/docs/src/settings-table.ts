import { z } from 'zod';
import { table } from './table';

/** The settings a schema reads, also when it checks or transforms them as a whole afterwards. */
export function settingsOf(schema: unknown): Readonly<Record<string, z.ZodType>> {
  if (schema instanceof z.ZodPipe) return settingsOf(schema.def.in);
  if (schema instanceof z.ZodObject) return schema.shape;
  throw new Error('a schema of settings is an object, or one that is checked or transformed as a whole');
}

const asWritten = (value: unknown): string =>
  Array.isArray(value)
    ? value.map((part) => (Array.isArray(part) ? part.join('=') : String(part))).join()
    : String(value);

function defaultOf(setting: z.ZodType): string {
  if (!(setting instanceof z.ZodDefault || setting instanceof z.ZodPrefault)) return 'none';
  const { defaultValue } = setting.def;
  const isEmpty = typeof defaultValue === 'object' && Object.keys(defaultValue ?? {}).length === 0;
  return isEmpty || defaultValue === '' ? 'none' : `\`${asWritten(defaultValue)}\``;
}

/**
 * Every setting with its default and its meaning, but for those told elsewhere.
 * @throws Error naming the setting that says nothing about itself
 */
export function settingsTable(schemas: readonly z.ZodType[], toldElsewhere: readonly string[] = []): string {
  const all = schemas.flatMap((schema) => Object.entries(settingsOf(schema)));
  const rows = all
    .filter(([name]) => !toldElsewhere.includes(name))
    .map(([name, setting]) => {
      if (!setting.description) throw new Error(`${name} has no description: end its schema with .describe('…')`);
      return [`\`${name}\``, defaultOf(setting), setting.description];
    });
  return table(['Setting', 'Default', 'Meaning'], rows);
}
