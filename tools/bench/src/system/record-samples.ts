import { MongoClient } from 'mongodb';
import { baselineDepartments } from '../baseline/names';
import type { Samples } from '../baseline/samples';
import type { BenchServers } from '../machine/servers';
import { Problem } from '../problem';
import { recordsOfOne } from './records-of-one';

interface Application {
  readonly state: {
    readonly steps: Readonly<Record<string, object>>;
    readonly timeline: readonly { readonly what: string; readonly step?: string }[];
    readonly ending?: unknown;
    readonly endedAt?: unknown;
  };
}

/** Documents and records of one finished application of the system. @throws Problem when there is none */
export async function recordSamples(servers: BenchServers, prefix: string): Promise<Samples> {
  const { number, ...records } = await recordsOfOne(servers.kafkaBrokers, prefix);
  const client = await new MongoClient(servers.mongoUrl).connect();
  try {
    const read = async (service: string, collection: string) => {
      const inIt = { _id: { $gte: number, $lt: `${number}0` } } as object;
      const found = await client.db(`${prefix}${service}`).collection(collection).findOne(inIt);
      if (!found) throw new Problem(`${service} has no document of ${number}`);
      return found;
    };
    const cases = await Promise.all(
      baselineDepartments.map(async (name) => [name, await read(name, 'cases')] as const),
    );
    const application = await read('applications', 'applications');
    const steps = cases.map(([name, { _id }]) => [name, String(_id).split('/')[1]!] as const);
    return { ...divided(application as unknown as Application, steps), cases: Object.fromEntries(cases), records };
  } finally {
    await client.close();
  }
}

/** Splits an application's final document into its first version and the change by each reply. */
export function divided(
  stored: Application,
  steps: readonly (readonly [department: string, step: string])[],
): Pick<Samples, 'application' | 'replies'> {
  const { timeline, steps: decided, ending, endedAt, ...state } = stored.state;
  const isFirst = ({ what }: { what: string }) => what === 'submitted' || what === 'requested';
  const [last] = steps.at(-1)!;
  return {
    application: {
      ...stored,
      state: {
        ...state,
        steps: Object.fromEntries(Object.keys(decided).map((step) => [step, { status: 'requested' }])),
        timeline: timeline.filter(isFirst),
      },
    },
    replies: Object.fromEntries(
      steps.map(([department, step]) => {
        const isOfIt = (entry: { step?: string }) => entry.step === step || (!entry.step && department === last);
        const added = timeline.filter((entry) => !isFirst(entry) && isOfIt(entry));
        const end = department === last ? { 'state.ending': ending, 'state.endedAt': endedAt } : {};
        const set = { [`state.steps.${step}`]: decided[step], ...end };
        return [department, { $set: set, $push: { 'state.timeline': { $each: added } } }];
      }),
    ),
  };
}
