import type { Problem, Read } from '@lianban/catalogue';
import { requestTopics } from '@lianban/steps';
import { CITY, DEPARTMENTS, PERFORMERS } from './service';
import type { Manifest } from './shape';

/** A manifest that was read, and the folder it lies in. */
export interface Written extends Read<Manifest> {
  readonly folder: string;
}

/** The process of several services has settings and a Deployment of this name. */
const HOST = 'host';

/** What is wrong between manifests that are each sound by themselves. */
export function checkManifests(all: readonly Written[]): readonly Problem[] {
  const byName = new Map(all.map(({ value }) => [value.name, value]));
  const topics = all.flatMap(({ value }) => topicsOf(value));
  return all.flatMap(({ value, source, folder }) => {
    const { name } = value;
    const same = all.find((other) => other.value.port === value.port);
    const calls = value.calls.flatMap((called, at) =>
      [CITY, DEPARTMENTS].includes(called) || byName.has(called)
        ? []
        : [source.problem(['calls', at], `calls ${called}, which no manifest describes.`)],
    );
    return [
      ...(name === folder ? [] : [source.problem(['name'], `the folder is called ${folder}: name it so.`)]),
      ...(name === HOST
        ? [source.problem(['name'], `${HOST} is the process of several services: choose another name.`)]
        : []),
      ...(same && same.value !== value
        ? [
            source.problem(
              ['port'],
              `port ${value.port} is that of ${same.value.name}: ${freePort(all.map((each) => each.value))} is free.`,
            ),
          ]
        : []),
      ...calls,
      ...(value.kind === 'edge' ? [] : checkHeard({ value, source }, topics)),
      ...(value.kind === 'city' ? checkTopics({ value, source }) : []),
      ...(value.kind === 'edge' ? checkAddresses({ value, source }, byName) : []),
    ];
  });
}

const topicsOf = (manifest: Manifest): readonly string[] => {
  if (manifest.kind === 'department') return [`${manifest.name}.v1`];
  return manifest.kind === 'city' ? manifest.publishes : [];
};

/** The lowest distance from the base port that no service has, from those of departments on. */
export function freePort(all: readonly { readonly port: number }[]): number {
  const taken = new Set([IDENTITY_PROVIDER_PORT, ...all.map(({ port }) => port)]);
  return Array.from({ length: 89 }, (_, i) => 11 + i).find((port) => !taken.has(port)) ?? 0;
}

/** Of the local identity provider, which is no service. */
export const IDENTITY_PROVIDER_PORT = 21;

type City = Extract<Manifest, { kind: 'city' }>;
type Edge = Extract<Manifest, { kind: 'edge' }>;

/** A record is believed only when the topic carries the name of who says it. */
function checkTopics({ value, source }: Read<City>): Problem[] {
  const own = value.publishes.flatMap((topic, at) =>
    topic.replace(/\.v\d+$/, '') === value.name
      ? []
      : [source.problem(['publishes', at], `${topic} is not ${value.name}.vN: nobody would believe its records.`)],
  );
  const asking =
    value.requests && value.name !== requestTopics.ASKER
      ? [source.problem(['requests'], `only ${requestTopics.ASKER} asks for steps: nobody would hear ${value.name}.`)]
      : [];
  const mute =
    value.performs && value.publishes.length === 0
      ? [source.problem(['performs'], `performs steps and publishes no topic: it could not say what became of them.`)]
      : [];
  return [...own, ...asking, ...mute];
}

const checkHeard = ({ value, source }: Read<Exclude<Manifest, Edge>>, topics: readonly string[]): Problem[] =>
  value.hears.flatMap((topic, at) =>
    topic === DEPARTMENTS || topic === PERFORMERS || topics.includes(topic)
      ? []
      : [source.problem(['hears', at], `hears ${topic}, which no manifest publishes.`)],
  );

function checkAddresses({ value, source }: Read<Edge>, byName: ReadonlyMap<string, Manifest>): Problem[] {
  return Object.entries(value.addresses).flatMap(([setting, name]) =>
    byName.get(name)?.kind === 'edge'
      ? []
      : [source.problem(['addresses', setting], `${name} is no service that speaks HTTP (kind: edge).`)],
  );
}
