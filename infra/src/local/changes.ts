import type { ProcessIdentity } from '../process/identity';

/** One line that names what a start changed; undefined when it changed nothing. */
export function describeChanges(
  before: ReadonlyMap<string, ProcessIdentity>,
  after: ReadonlyMap<string, ProcessIdentity>,
): string | undefined {
  const started = [...after.keys()].filter((name) => !before.has(name));
  const restarted = [...after].filter(
    ([name, { startedAt }]) => before.has(name) && before.get(name)?.startedAt !== startedAt,
  );
  const parts = [
    ...(started.length > 0 ? [`started ${started.join(', ')}`] : []),
    ...(restarted.length > 0
      ? [`started anew, because what they are made of changed: ${restarted.map(([name]) => name).join(', ')}`]
      : []),
  ];
  return parts.length > 0 ? parts.join('; ') : undefined;
}
