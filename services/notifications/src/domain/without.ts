/** The same without these; what may be absent alone can be left out. */
export function without<T extends object, K extends keyof T>(
  of: T,
  ...keys: readonly (undefined extends T[K] ? K : never)[]
): T {
  const rest = { ...of };
  for (const key of keys) delete rest[key];
  return rest;
}
