import type { CallContext } from '@lianban/grpc';
import type { Refusal } from '@lianban/model';
import { casework } from '@lianban/protos';
import { requestTopics } from '@lianban/steps';
import { begin, comeToRest, trouble, turns } from './history';
import type { Mutation } from './mutations';
import { SimulatedCity } from './simulated-city';

const step = 'minimum-living';
const code = 'household-authorisation';
const consent = {
  from: 'residents',
  to: 'social-assistance',
  purpose: 'minimum-living-allowance',
  version: '2026-1',
};
const residentId = 'R1';
const call: CallContext = {
  caller: 'gateway',
  onBehalfOf: `resident:${residentId}`,
  person: { role: 'resident', id: residentId },
  traceparent: undefined,
  signal: new AbortController().signal,
};
type GrpcMethod = (request: never, call: CallContext) => Promise<object>;

/** A supplement and its answer, which is missing when it was lost. */
interface HandedIn {
  readonly names: readonly string[];
  answer?: 'accepted' | Refusal;
}

/**
 * A resident hands in uploads with a consent, some of which are missing, while processes may die, and corrects what was refused.
 * @returns violations of I14: an accepted supplement reaches its department, and one that cannot is refused at once
 */
export async function lostPapers(seed: number, mutation?: Mutation): Promise<string[]> {
  begin(seed);
  const city = new SimulatedCity(seed, mutation);
  const { schedule } = city;
  const [whole, gone] = ['1', '2'].map((n) => `FM0000000${n}-0000-4000-8000-000000000000`) as [string, string];
  const commands = [
    { type: 'BeginUpload', ownerId: residentId, agentId: '', fileType: 'image/png' },
    { type: 'FinishUpload', size: 8, sha256: 'aa' },
  ];
  const number = await applied(city);
  const stored = Promise.all(
    [whole, gone].map(async (id) => {
      for (const command of commands) await city.order('materials', id, command);
    }),
  ).then(() => city.order('materials', gone, { type: 'GiveUpMaterial' }));
  await comeToRest(city);
  await stored;

  const key = (names: readonly string[]) => `supplement-${names.join('-')}`;
  const handIn = (names: readonly string[]): HandedIn => {
    const handedIn: HandedIn = { names };
    const materials = names.map((reference) => ({ code, grade: 'C', reference }));
    const about = { applicationNumber: number, residentId, step, idempotencyKey: key(names) };
    (city.method('supplement') as GrpcMethod)({ ...about, answers: {}, materials, consents: [consent] } as never, call)
      .then((answer) => (handedIn.answer = 'refused' in answer ? (answer as Refusal) : 'accepted'))
      .catch(() => undefined);
    return handedIn;
  };

  schedule.faults = trouble;
  const first = schedule.pick([[whole], [whole, gone], [gone]]);
  const all = [handIn(first)];
  const another = submit(city, 'key-2', { materials: [{ code, grade: 'C', reference: gone }], consents: [consent] });
  await turns(city, 60);
  if (schedule.happens(0.5)) all.push(handIn(first));
  await turns(city, 60);
  await comeToRest(city);
  const mended = handIn([whole]);
  await comeToRest(city);
  if (city.withdrawn.size > 0) return [];
  const accepted = another.answer === 'accepted' ? ['I14 a submission with a paper that is gone was accepted'] : [];
  return [...accepted, ...wrongIn(city, number, [...all, mended], gone)];
}

function submit(city: SimulatedCity, idempotencyKey: string, more: object): Pick<HandedIn, 'answer'> {
  const submitted: Pick<HandedIn, 'answer'> = {};
  const answers = { wantsMinimumLiving: true };
  const what = { package: 'elderly-parent-care', residentId, district: '410105', answers, materials: [], consents: [] };
  (city.method('submit') as GrpcMethod)({ ...what, ...more, idempotencyKey } as never, call)
    .then((answer) => (submitted.answer = 'refused' in answer ? (answer as Refusal) : 'accepted'))
    .catch(() => undefined);
  return submitted;
}

/** An application whose department asks for the authorisation. */
async function applied(city: SimulatedCity): Promise<string> {
  submit(city, 'key-1', {});
  await comeToRest(city);
  return city.databases.get('applications')!.all('applications')[0]!._id;
}

function wrongIn(city: SimulatedCity, number: string, all: readonly HandedIn[], gone: string): string[] {
  const published = city.topics
    .records(requestTopics.of(consent.to))
    .filter(({ headers }) => headers['ce_type'] === casework.v1.SupplementProvided.$type);
  // A repeated record has the same id.
  const arrived = [...new Map(published.map((record) => [record.headers['ce_id'], record])).values()]
    .map(({ value }) => casework.v1.SupplementProvided.decode(value ?? Buffer.alloc(0)))
    .filter(({ ref }) => ref?.applicationNumber === number)
    .map(({ materials }) => materials.map(({ reference }) => reference));
  const wrong: string[] = [];
  for (const { names, answer } of all) {
    const papers = names.includes(gone) ? 'a paper that is gone' : 'papers';
    if (answer === 'accepted' && !arrived.some((each) => names.every((name) => each.includes(name))))
      wrong.push(`I14 a supplement with ${papers} was accepted and has not arrived`);
    if (names.includes(gone) && typeof answer === 'object' && answer.refused !== 'invalid-materials')
      wrong.push(`I14 a supplement with ${papers} was refused as ${answer.refused}`);
  }
  if (arrived.length !== 1) wrong.push(`I14 ${arrived.length} supplements have arrived`);
  return wrong;
}
