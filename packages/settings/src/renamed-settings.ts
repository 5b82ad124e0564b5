type Env = Readonly<Record<string, string | undefined>>;

/** Settings renamed in this release. The old names are read until the next one. */
const renamed: readonly { old: string; now: string; values?: Readonly<Record<string, string>> }[] = [
  { old: 'PEERS', now: 'SERVICE_ADDRESSES' },
  { old: 'CRASH_AT', now: 'FAILPOINT' },
  { old: 'CLOCK', now: 'TIME_TRAVEL', values: { movable: 'on', system: 'off' } },
];

/** The environment with the new name for every old one, and a sentence for each old name that is set. */
export function withNewNames(env: Env): { readonly env: Env; readonly warnings: readonly string[] } {
  const found = renamed.filter(({ old }) => env[old]);
  const added = found.map(({ old, now, values }) => [now, env[now] ?? values?.[env[old]!] ?? env[old]] as const);
  return {
    env: { ...env, ...Object.fromEntries(added) },
    warnings: found.map(({ old, now }) => `${old} is called ${now} now: the old name is not read after this release`),
  };
}

/** The environment for a process of the former release, which knows the old names only. */
export function withOldNames(env: Env): Env {
  const added = renamed.flatMap(({ old, now, values = {} }) => {
    const [was = env[now]] = Object.entries(values).find(([, value]) => value === env[now]) ?? [];
    return env[now] === undefined ? [] : [[old, was] as const];
  });
  return { ...env, ...Object.fromEntries(added) };
}
