import { applications } from '@lianban/applications';
import { elderlyCare } from '@lianban/elderly-care';
import { employment } from '@lianban/employment';
import { health } from '@lianban/health';
import { channelsOf, loadServices, loadSpeakers } from '@lianban/manifest';
import { permits } from '@lianban/permits';
import { casework } from '@lianban/protos';
import { publicSecurity } from '@lianban/public-security';
import { requestTopics } from '@lianban/steps';
import { socialAssistance } from '@lianban/social-assistance';
import { socialSecurity } from '@lianban/social-security';
import { socialWelfare } from '@lianban/social-welfare';
import { fourDepartments, stepsOfFour } from '../harness/four-departments';
import { type Forged, listener } from './listener';

const { v1 } = casework;
const nothing = {} as never;
const settings = { APPLICATION_NUMBER_PATTERN: 'LB{yyyymmdd}{seq:6}', REQUESTS_SAID_ON: 'own' };
const own = applications.compose(settings as never, nothing);
const offices = [
  employment,
  socialAssistance,
  elderlyCare,
  permits,
  health,
  publicSecurity,
  socialSecurity,
  socialWelfare,
].map((each) => ({
  name: each.name,
  parts: each.compose(undefined, nothing),
}));

/** Who performs which step of the package. */
const performers = new Map<string, string>(
  ['employment', 'social-assistance', 'elderly-care', 'permits'].map((name, i) => [stepsOfFour[i]!, name]),
);
const services = loadServices();
const speakers = loadSpeakers();
const sources = speakers.map(({ name }) => name);
const topics = channelsOf(speakers).map(({ topic, publisher }) => ({ topic, owner: publisher.name }));
/** Departments of the city, and outside ones. */
const heardOf = new Set(services.find(({ name }) => name === 'applications')?.hears);
const departments = services.filter(({ kind }) => kind === 'department').map(({ name }) => name);
const written = topics.flatMap((each) => sources.map((source) => ({ ...each, source })));

test('the manifests name every topic, source and department that is tried here', () => {
  expect(departments.toSorted()).toEqual(offices.map(({ name }) => name).toSorted());
  expect(departments).toEqual(expect.arrayContaining([...performers.values()]));
  expect(written.length).toBe(topics.length * sources.length);
  expect(topics.map(({ owner }) => owner)).toEqual(
    expect.arrayContaining([...departments, 'applications', 'residents']),
  );
});

/** `applications` with one application whose four steps are asked for. */
async function anApplication() {
  const process = listener('applications', own);
  const submit = process.grpc[0]!.handlers['submit'] as (
    request: unknown,
    call: unknown,
  ) => Promise<{ applicationNumber: string }>;
  const { applicationNumber: number } = await submit(
    { ...fourDepartments, consents: [], residentId: 'R1', district: 'erqi', idempotencyKey: 'key' },
    { caller: 'gateway', onBehalfOf: 'officer:O1', traceparent: undefined, signal: new AbortController().signal },
  );
  return { ...process, number };
}

type Kind = 'a decision' | 'an unknown type' | 'a decision far ahead';
const kinds: readonly Kind[] = ['a decision', 'an unknown type', 'a decision far ahead'];

/** What is said of a step by a source on a topic, in the name of a department. */
function about(
  number: string,
  step: string,
  department: string,
  kind: Kind,
  where: Pick<Forged, 'topic' | 'source'>,
): Forged {
  const ref = { applicationNumber: number, step, item: 'any', department };
  const value = v1.StepDecided.fromPartial({ ref, outcome: v1.Outcome.REFUSED, reason: 'said', decidedAt: new Date() });
  return {
    ...where,
    ...{ subject: `${number}/${step}`, sequence: kind === 'a decision far ahead' ? 7 : 1 },
    event: { type: v1.StepDecided, value },
    ...(kind === 'an unknown type' && { type: 'later.v1.NotKnownYet' }),
  };
}

describe('applications', () => {
  let one: Awaited<ReturnType<typeof anApplication>>;
  beforeAll(async () => {
    one = await anApplication();
  });

  test.each(written)(
    'hears on $topic from $source of its own steps alone, in its own name',
    async ({ topic, owner, source }) => {
      const { number, hear, kept, letters } = one;
      const before = { kept: kept(), letters: letters(topic).length };
      let tried = 0;
      for (const step of [...performers.keys(), 'no-such-step'])
        for (const department of departments)
          for (const kind of kinds) {
            // An unknown type is not read: only the envelope can be judged.
            const speaksForItself = department === owner || kind === 'an unknown type';
            if (source === owner && speaksForItself && performers.get(step) === owner) continue;
            await hear(about(number, step, department, kind, { topic, source }));
            tried += 1;
          }
      expect(kept()).toEqual(before.kept);
      const reasons = letters(topic).slice(before.letters);
      expect(reasons).toHaveLength(heardOf.has(topic) ? tried : 0);
      expect(reasons.filter((reason) => !reason.startsWith('dead: not believed: '))).toEqual([]);
    },
  );

  test.each([...performers])(
    'believes of step %s what %s says of it, after all that others said',
    async (step, owner) => {
      const { number, hear, kept } = await anApplication();
      const topic = `${owner}.v1`;
      for (const other of sources.filter((name) => name !== owner)) {
        await hear(about(number, step, owner, 'a decision', { topic, source: other }));
        await hear(about(number, step, owner, 'a decision', { topic: `${other}.v1`, source: owner }));
      }
      await hear(about(number, step, owner, 'an unknown type', { topic, source: owner }));
      expect(kept()).toMatchObject({ parked: [], applications: [{ seen: { [`${owner}:${number}/${step}`]: 1 } }] });
      await hear({ ...about(number, step, owner, 'a decision', { topic, source: owner }), sequence: 2 });
      expect(kept()).toMatchObject({
        parked: [],
        applications: [
          { seen: { [`${owner}:${number}/${step}`]: 2 }, state: { steps: { [step]: { status: 'refused' } } } },
        ],
      });
    },
  );
});

describe.each(offices)('$name', ({ name, parts }) => {
  const number = 'LB20260302000001';
  /** `department` as the message says, `addressee` as its header does. */
  const asked = (topic: string, source: string, department: string, addressee: string): Forged => ({
    ...{ topic, source, subject: `${number}/any-step`, sequence: 1 },
    event: {
      type: v1.StepCancellationRequested,
      value: { ref: { applicationNumber: number, step: 'any-step', item: 'any', department }, reason: 'said' },
      addressee,
    },
  });

  /** Facts of other owners it hears, as that somebody died: it is asked nothing there, and believes the owner alone. */
  const facts = new Set(services.find((each) => each.name === name)?.hears);
  const requests = requestTopics.of(name);
  facts.delete(requests);

  test.each(written)(
    'is asked on $topic by $source only if both are applications',
    async ({ topic, owner, source }) => {
      const { hear, kept, said, letters } = listener(name, parts);
      const before = kept();
      let refused = 0;
      for (const department of departments)
        for (const addressee of departments) {
          if (topic === requests && source === requestTopics.ASKER && department === name && addressee === name)
            continue;
          await hear(asked(topic, source, department, addressee));
          if (topic === requests ? addressee === name : facts.has(topic) && source !== owner) refused += 1;
        }
      expect(kept()).toEqual(before);
      expect(said()).toBe(0);
      expect(letters(topic).filter((reason) => reason.startsWith('dead: not believed: '))).toHaveLength(refused);
    },
  );
});

/** Those of whom the package asks a step. */
const performing = offices.filter(({ name }) => [...performers.values()].includes(name));

describe.each(performing)('$name', ({ name, parts }) => {
  test('takes what applications asks of it', async () => {
    const { number: asking, records } = await anApplication();
    const request = records(requestTopics.of(name))[0]!;
    const subject = request.headers['ce_subject']!;
    const { hearAsIs, kept, said } = listener(name, parts);
    await hearAsIs(request);
    expect(kept()).toMatchObject({ parked: [], cases: [{ _id: subject, seen: { [`applications:${subject}`]: 1 } }] });
    expect(subject.startsWith(`${asking}/`)).toBe(true);
    expect(said()).toBeGreaterThan(0);
  });
});
