/** Services by name, and what each of them may call. */
export type AccessPolicy<M extends string> = Readonly<Record<string, 'everything' | readonly M[]>>;

/** Whether `caller`, whose name is verified, may call the method. A caller that is not listed may not. */
export function isAllowed(callers: AccessPolicy<string>, caller: string, method: string): boolean {
  const allowed = Object.hasOwn(callers, caller) ? callers[caller] : undefined;
  return allowed === 'everything' || (allowed?.includes(method) ?? false);
}
