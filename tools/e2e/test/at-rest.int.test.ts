import { randomUUID } from 'node:crypto';
import { applications } from '@lianban/applications';
import { elderlyCare } from '@lianban/elderly-care';
import { applications as a, casework, residents as r } from '@lianban/protos';
import { residents } from '@lianban/residents';
import { socialAssistance } from '@lianban/social-assistance';
import { City, aStep, answered, freePort, mongoUrl, provenCase, stepRequested, until } from '@lianban/testing';
import { MongoClient } from 'mongodb';
import { madeUpIdNumber } from '../src/demo/people';

const { v1 } = casework;
const city = new City();
const { telling, servers } = city;
const mongo = new MongoClient(mongoUrl);
const officer = { onBehalfOf: 'officer:o-1' };
const began = new Date();

/** Large enough to be stored in eight bytes, which nothing else holds by chance. */
const number = (n: number) => 3_912_345_670 + n;
const text = (what: string) => `标记-${what}-${randomUUID()}`;
const markers = {
  birthDate: '1944-03-15',
  income: number(1),
  savings: number(2),
  'what a department learnt of means': number(3),
  'an officer’s findings': number(4),
  'scores that came with an application': number(5),
  'words of an objection': text('objection'),
  'a note to officers': text('note'),
  'a message to the resident': text('message'),
  'an answer in words': text('answer'),
  'an uploaded paper': text('paper'),
  'the name of a file': text('file-name'),
  'where evidence of a mandate is': 'counter-3/2026-0017-at-rest',
} as const;

/** What may not be looked for on topics: departments are told the answers, which are theirs to decide by. */
const inRequests: readonly string[] = ['an answer in words', 'scores that came with an application'];

/** A marker as any of the forms in which it may be stored. */
function formsOf(marker: string | number): readonly Buffer[] {
  const asText = Buffer.from(String(marker));
  if (typeof marker === 'string') return [asText];
  const [double, long] = [Buffer.alloc(8), Buffer.alloc(8)];
  double.writeDoubleLE(marker);
  long.writeBigInt64LE(BigInt(marker));
  return [asText, double, long];
}

/** The names of the markers that can be read in these bytes, and where. */
function readable(bytes: Buffer, where: string, but: readonly string[] = []): string[] {
  const found = Object.entries(markers).filter(([, marker]) => formsOf(marker).some((form) => bytes.includes(form)));
  return found.filter(([name]) => !but.includes(name)).map(([name]) => `${name} in ${where}`);
}

const raw = { raw: true } as const;
const bytesOf = (document: unknown) => document as Buffer;

async function inDatabases(): Promise<string[]> {
  const { databases } = await mongo.db('admin').admin().listDatabases({ nameOnly: true });
  const found: string[] = [];
  for (const { name } of databases.filter((each) => each.name.startsWith(servers.prefix)))
    for (const collection of await mongo.db(name).collections())
      for await (const document of collection.find({}, raw))
        found.push(...readable(bytesOf(document), `${name.slice(servers.prefix.length)}.${collection.collectionName}`));
  return [...new Set(found)];
}

async function inOplog(): Promise<string[]> {
  const found: string[] = [];
  const entries = mongo
    .db('local')
    .collection('oplog.rs')
    .find({ wall: { $gte: began } }, raw);
  // The outbox holds records until Kafka has them: what is on topics is there as well.
  for await (const entry of entries) found.push(...readable(bytesOf(entry), 'the oplog', inRequests));
  return [...new Set(found)];
}

const onTopics = () => [
  ...new Set(telling.heard.flatMap(({ value, headers }) => readable(value, `a ${headers['ce_type']}`, inRequests))),
];

let port: number;
beforeAll(async () => {
  await mongo.connect();
  await city.open();
  port = await freePort();
});
afterAll(async () => {
  await city.close();
  await mongo.close();
});

const onTheDesk = (desk: ReturnType<City['desk']>, id: string) =>
  until('the case is on the desk', async () => {
    const { cases } = answered(await desk.listWork(v1.ListWorkRequest.fromPartial({ limit: 200 })));
    return cases.find((found) => found.id === id);
  });

async function registerThem(): Promise<void> {
  const service = await city.start(residents, { GRPC_PORT: String(port) });
  const call = city.caller(service, r.v1.ResidentsServiceService);
  const person = { name: '王秀兰', phone: '13910000001', address: '经八路1号', communityCode: '410105001003' };
  for (const [residentId, idNumber] of [
    ['r-1', madeUpIdNumber('19440315', 1)],
    ['r-2', madeUpIdNumber('19440315', 2)],
  ] as const)
    answered(await call.register({ ...person, residentId, idNumber }));
  const member = { residentId: 'r-1', monthlyIncomeCents: markers.income, severeDisability: true, guardianOf: [] };
  const belongings = { savingsCents: markers.savings, homes: 1, cars: 0 };
  answered(await call.putHousehold({ householdId: 'h-1', members: [member], ...belongings }));
  const mandates = city.caller(service, r.v1.MandatesServiceService);
  const request = { principalId: 'r-1', agentId: 'r-2', packages: [], until: new Date('2026-06-01'), other: undefined };
  const { mandateId } = answered(await mandates.askFor(request));
  const evidence = { kind: 'signed-form', reference: markers['where evidence of a mandate is'] };
  const seen = { mandateId, officer: 'o-1', department: 'permits', evidence };
  answered(await mandates.confirmAtCounter(seen, officer));
  expect(
    answered(await call.get({ residentId: 'r-1', purpose: undefined }, { onBehalfOf: 'resident:r-1' })),
  ).toMatchObject({
    birthDate: markers.birthDate,
  });
}

/** Social assistance learns the means of a household, and of one of which an officer knows more than residents do. */
async function askForMeans(): Promise<void> {
  const service = await city.start(socialAssistance, { SERVICE_ADDRESSES: `residents=127.0.0.1:${port}` });
  const desk = city.desk(service);
  const known = aStep('social-assistance', 'temporary-relief');
  const caseId = `${known.applicationNumber}/${known.step}`;
  const whose = { department: known.department, caseId, residentId: 'r-1', purpose: known.item };
  const request = stepRequested(known, { residentId: 'r-1', capability: provenCase(whose) });
  const id = await telling.say(v1.StepRequested, request);
  await telling.next(v1.StepDecided, id);
  const supervisor = { onBehalfOf: 'supervisor:s-1' };
  expect(answered(await desk.getCase({ id }, supervisor)).known).toMatchObject({
    means: { monthlyIncomeCents: markers.income },
  });
  const unknown = aStep('social-assistance', 'temporary-relief');
  const byHand = await telling.say(v1.StepRequested, stepRequested(unknown, { residentId: 'r-nobody' }));
  const { version } = await onTheDesk(desk, byHand);
  const means = { persons: 1, monthlyIncomeCents: 0, homes: 0, cars: 0, district: '410105' };
  const findings = { means: { ...means, savingsCents: markers['what a department learnt of means'] } };
  const decision = { id: byHand, version, outcome: v1.Outcome.REFUSED, reason: 'income-above-line', findings };
  answered(await desk.decide(decision, officer));
  await telling.next(v1.StepDecided, byHand);
}

async function assessSomebody(): Promise<void> {
  const desk = city.desk(await city.start(elderlyCare));
  const ref = aStep('elderly-care', 'elderly-ability-assessment');
  const answers = {
    wishes: markers['an answer in words'],
    assessment: { careRiskEvents: markers['scores that came with an application'] },
  };
  const request = stepRequested(ref, { decidedBy: v1.DecidedBy.OFFICER, answers });
  const id = await telling.say(v1.StepRequested, request);
  const { version } = await onTheDesk(desk, id);
  const accepted = answered(await desk.accept({ id, version }, officer));
  for (const [audience, words] of [
    ['officers', markers['a note to officers']],
    ['resident', markers['a message to the resident']],
  ] as const)
    answered(await desk.addNote({ caseId: id, audience, text: words, key: audience }, officer));
  expect(answered(await desk.listNotes({ caseId: id, audience: '' }, officer)).notes).toHaveLength(2);
  const form = (await elderlyForm()).map(([name, most]) => [name, most] as const);
  const findings = { ...Object.fromEntries(form), careRiskEvents: markers['an officer’s findings'] };
  const decision = { id, version: accepted.version, outcome: v1.Outcome.GRANTED, reason: '', findings };
  answered(await desk.decide(decision, officer));
  await telling.next(v1.StepDecided, id);
}

/** The 26 scores of the catalogue, each at its highest. */
async function elderlyForm(): Promise<readonly (readonly [string, number])[]> {
  const { loadDepartments } = await import('@lianban/catalogue');
  const items = loadDepartments().find(({ department }) => department === 'elderly-care')?.items ?? [];
  const fields = items.find(({ code }) => code === 'elderly-ability-assessment')?.findings ?? [];
  return fields.filter(({ required }) => required).map(({ name, max }) => [name, max ?? 0] as const);
}

async function handIn(): Promise<void> {
  const service = await city.start(applications);
  const calls = city.caller(service, a.v1.ApplicationsServiceService);
  const papers = city.caller(service, a.v1.MaterialsServiceService);
  const pdf =
    '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n' +
    `3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n%${markers['an uploaded paper']}\n` +
    'trailer<</Root 1 0 R>>\n%%EOF\n';
  async function* paper() {
    yield {
      header: { ownerId: 'r-1', agentId: '', type: '', name: markers['the name of a file'] },
      content: Buffer.alloc(0),
      last: false,
    };
    yield { header: undefined, content: Buffer.from(pdf), last: false };
    yield { header: undefined, content: Buffer.alloc(0), last: true };
  }
  const { reference } = answered(await papers.upload(paper()));
  const answers = { reason: 'dismissed', lastWorkedOn: '2026-01-31', savingsCents: 5_000_000, premisesArea: 40 };
  const { applicationNumber } = answered(
    await calls.submit({
      ...{ package: 'open-small-shop', residentId: 'r-1', district: '410105', answers, consents: [] },
      materials: [{ code: 'health-certificates', grade: 'C', reference }],
      idempotencyKey: randomUUID(),
    }),
  );
  await telling.next(v1.StepRequested, `${applicationNumber}/course`);
  const reason = markers['words of an objection'];
  answered(
    await calls.object({ applicationNumber, residentId: 'r-1', step: 'course', idempotencyKey: randomUUID(), reason }),
  );
  const parts: Uint8Array[] = [];
  for await (const { content } of papers.download({ reference, ownerId: '', agentId: '' }, {})) parts.push(content);
  expect(String(Buffer.concat(parts))).toContain(markers['an uploaded paper']);
}

test('what is personal is readable in no collection, not in the oplog and on no topic', async () => {
  await registerThem();
  await askForMeans();
  await assessSomebody();
  await handIn();
  expect(await inDatabases()).toEqual([]);
  expect(await inOplog()).toEqual([]);
  expect(onTopics()).toEqual([]);
  // The search itself sees what is in the clear.
  await mongo
    .db(`${servers.prefix}residents`)
    .collection('shown')
    .insertOne({ ...markers });
  expect(await inDatabases()).toHaveLength(Object.keys(markers).length);
});
