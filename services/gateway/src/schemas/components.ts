import { z } from 'zod';

/** The schemas that have a name in the OpenAPI document. */
export const components = z.registry<{ id: string }>();

export function named<T extends z.ZodType>(id: string, schema: T): T {
  components.add(schema, { id });
  return schema;
}
