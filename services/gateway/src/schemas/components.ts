import { z } from 'zod';

/** Schemas with a name in the OpenAPI document. */
export const components = z.registry<{ id: string }>();

export function named<T extends z.ZodType>(id: string, schema: T): T {
  components.add(schema, { id });
  return schema;
}
