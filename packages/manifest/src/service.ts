import type { outside } from '@lianban/catalogue';
import { requestTopics } from '@lianban/steps';
import type { Implied, Manifest, PersonalField } from './shape';

/** What a service asks of one other, on a topic that only the addressee hears. */
export interface Requests {
  readonly topic: string;
  /** Full names. */
  readonly messages: readonly string[];
}

/** Who says something on a topic of its own: a service, or an outside department. */
export interface Speaker {
  readonly name: string;
  readonly summary: string;
  /** Topics of its own. */
  readonly publishes: readonly string[];
  /** Full names of messages on them, beside those of its own protobuf package. */
  readonly announces: readonly string[];
  readonly requests: readonly Requests[];
  /** The kind of steps it performs; of a city service that performs some. */
  readonly performs?: string;
  /** Topics of others. */
  readonly hears: readonly string[];
  /** Whether it keeps read models: it then reads its own topics as well, with groups named after its own. */
  readonly projections: boolean;
}

/** A service as its manifest describes it, with what its kind implies and every name written out. */
export interface Service extends Speaker {
  readonly kind: Manifest['kind'];
  readonly port: number;
  /** Names of services. */
  readonly calls: readonly string[];
  readonly exposed: boolean;
  /** Names of services of the edge by the setting that holds their address. */
  readonly addresses: Readonly<Record<string, string>>;
  readonly personalData: readonly PersonalField[];
}

/** In a list of names or topics: every department's. */
export const DEPARTMENTS = 'departments';
/** In a list of names: every other service of kind city. */
export const CITY = 'city';

/** In a list of topics: that of every city service that performs steps. */
export const PERFORMERS = 'performers';

/** What follows for every service that is a department, or that performs steps. */
export interface AllImplied {
  readonly department: Implied;
  readonly performer: Implied;
}

const topicOf = (department: string): string => `${department}.v1`;

/** A body that has no service here, by what every department says and hears. */
export const outsideSpeaker =
  ({ announces }: Implied) =>
  ({ department: name, outside: { summary } }: outside.OutsideDepartment): Speaker => ({
    ...{ name, summary, announces, requests: [] },
    hears: [requestTopics.of(name)],
    publishes: [topicOf(name)],
    projections: false,
  });

/**
 * The services of a city, in the order of their ports.
 * @param outsiders names of the outside departments: they are heard like the others, and cannot be called
 */
export function servicesOf(
  manifests: readonly Manifest[],
  { department, performer }: AllImplied,
  outsiders: readonly string[] = [],
): readonly Service[] {
  const inOrder = manifests.toSorted((one, other) => one.port - other.port);
  const namesOf = (kind: Manifest['kind']) => inOrder.filter((each) => each.kind === kind).map(({ name }) => name);
  const [departments, city] = [namesOf('department'), namesOf('city')];
  const performers = inOrder.filter((each) => each.kind === 'city' && each.performs).map(({ name }) => name);
  const heard = { [DEPARTMENTS]: [...departments, ...outsiders].map(topicOf), [PERFORMERS]: performers.map(topicOf) };
  const isAsking = inOrder.some((each) => each.kind === 'city' && each.requests);
  const asked = (name: string) => (isAsking ? [requestTopics.of(name)] : []);
  const writtenOut = (list: readonly string[], meaning: Readonly<Record<string, readonly string[]>>) =>
    list.flatMap((each) => meaning[each] ?? [each]);
  return inOrder.map((manifest): Service => {
    const { name, kind, summary, port } = manifest;
    const others = city.filter((each) => each !== name);
    const calls = writtenOut(manifest.calls, { [DEPARTMENTS]: departments, [CITY]: others });
    const stored = { projections: false, personalData: [], requests: [] };
    const common = { name, kind, summary, port, calls, exposed: false, addresses: {}, ...stored };
    switch (manifest.kind) {
      case 'department':
        return {
          ...common,
          publishes: [topicOf(name)],
          announces: department.announces,
          hears: [...asked(name), ...manifest.hears],
          personalData: [...department.personalData, ...manifest.personalData],
        };
      case 'city':
        return {
          ...common,
          publishes: manifest.publishes,
          ...(manifest.performs && { performs: manifest.performs }),
          announces: [...(manifest.performs ? performer.announces : []), ...manifest.announces],
          requests: [
            ...requestsTo([...departments, ...outsiders], manifest.requests?.departments),
            ...requestsTo(performers, manifest.requests?.performers),
          ],
          hears: [...(manifest.performs ? asked(name) : []), ...writtenOut(manifest.hears, heard)],
          projections: manifest.projections,
          personalData: manifest.personalData,
        };
      case 'edge': {
        const { exposed, addresses } = manifest;
        return { ...common, publishes: [], announces: [], hears: [], exposed, addresses };
      }
    }
  });
}

const requestsTo = (names: readonly string[], messages: readonly string[] | undefined): readonly Requests[] =>
  messages ? names.map((name) => ({ topic: requestTopics.of(name), messages })) : [];
