import { residents as own } from '@lianban/protos';
import { isRefusal } from '@lianban/model';
import { City, answered } from '@lianban/testing';
import { residents } from '../src';
import { household, somebody } from './people';

const city = new City();
type Caller<D extends Parameters<typeof city.caller>[1]> = ReturnType<typeof city.caller<D>>;
let register: Caller<typeof own.v1.ResidentsServiceService>;
let mandates: Caller<typeof own.v1.MandatesServiceService>;
let drafts: Caller<typeof own.v1.DraftsServiceService>;
let readMarks: Caller<typeof own.v1.ReadMarksServiceService>;

beforeAll(async () => {
  await city.open();
  const service = await city.start(residents);
  register = city.caller(service, own.v1.ResidentsServiceService);
  mandates = city.caller(service, own.v1.MandatesServiceService);
  drafts = city.caller(service, own.v1.DraftsServiceService);
  readMarks = city.caller(service, own.v1.ReadMarksServiceService);
  for (const n of [1, 2, 3]) answered(await register.register(somebody(n)));
  answered(await register.putHousehold(household('h-1', 'r-1')));
});
afterAll(() => city.close());

// Two people each test its own, so that no mandate of one counts in another.
const asked = (principalId: string, agentId: string) => ({
  principalId,
  agentId,
  packages: ['elderly-parent-care'],
  until: new Date(Date.now() + 30 * 24 * 60 * 60 * 1000),
  other: undefined,
});
const listOf = (residentId: string) => ({ residentId, limit: 0, cursor: '' });
const readers = async (residentId: string) =>
  answered(await register.listReads({ residentId, limit: 100, cursor: '', withoutOwn: false, agentId: '' })).reads.map(
    ({ reader, purpose, fields }) => [reader, purpose, fields.join(', ')],
  );

test('a child asks, the parent confirms, the child may act; revoked, it ends at once', async () => {
  const about = { principalId: 'r-1', agentId: 'r-2', package: 'elderly-parent-care' };
  const { mandateId, principalName } = answered(await mandates.askFor(asked('r-1', 'r-2')));
  expect(principalName).toBe('');
  expect(await mandates.check(about)).toMatchObject({ refused: 'mandate-missing' });
  const [waiting] = answered(await mandates.list(listOf('r-1'))).given;
  expect(waiting).toMatchObject({ mandateId, status: 'asked', agentName: somebody(2).name });

  answered(await mandates.confirm({ mandateId, residentId: 'r-1' }));
  expect(await mandates.check(about)).toMatchObject({ packages: ['elderly-parent-care'], mandates: [mandateId] });
  expect(await mandates.check({ ...about, package: 'open-small-shop' })).toMatchObject({ refused: 'mandate-scope' });
  expect(await mandates.check({ ...about, agentId: 'r-3' })).toMatchObject({ refused: 'mandate-missing' });
  expect(answered(await mandates.list(listOf('r-2'))).received).toMatchObject([
    { mandateId, status: 'in-force', principalName: somebody(1).name },
  ]);
  expect(await readers('r-1')).toEqual([['resident:r-2', 'mandate', 'name']]);

  answered(await mandates.revoke({ mandateId, residentId: 'r-1' }));
  expect(await mandates.check(about)).toMatchObject({ refused: 'mandate-missing' });
});

test('asked for or given again it is the same mandate, as long as it stands; another scope or day is another', async () => {
  const about = asked('r-3', 'r-1');
  const { mandateId } = answered(await mandates.askFor(about));
  const again = async (more: object = {}) => answered(await mandates.askFor({ ...about, ...more })).mandateId;
  expect(await again()).toBe(mandateId);
  expect(await again({ packages: ['open-small-shop'] })).not.toBe(mandateId);
  expect(await again({ until: new Date(about.until.getTime() + 1) })).not.toBe(mandateId);

  const given = answered(await mandates.give(about));
  expect(given).toMatchObject({ status: 'in-force' });
  expect(given.mandateId).not.toBe(mandateId);
  expect(answered(await mandates.give(about)).mandateId).toBe(given.mandateId);
  for (const id of [mandateId, given.mandateId]) answered(await mandates.revoke({ mandateId: id, residentId: 'r-3' }));
  expect(await mandates.check({ ...about, package: 'elderly-parent-care' })).toMatchObject({
    refused: 'mandate-missing',
  });
  expect(answered(await mandates.give(about)).mandateId).not.toBe(given.mandateId);
});

test('somebody is found by ID number and name together; which of the two does not fit is told to nobody', async () => {
  const { idNumber, name } = somebody(3);
  const request = { ...asked('', 'r-2'), packages: ['open-small-shop'] };
  const by = (other: own.v1.Identity) => mandates.askFor({ ...request, other });
  const { mandateId } = answered(await by({ idNumber, name: ` ${name} ` }));
  const { given } = answered(await mandates.list(listOf('r-3')));
  expect(given.find((each) => each.mandateId === mandateId)).toMatchObject({ status: 'asked' });

  const wrongName = await by({ idNumber, name: somebody(1).name });
  expect(wrongName).toMatchObject({ refused: 'person-not-identified', pointer: '/from' });
  for (const other of [
    { idNumber: somebody(99).idNumber, name },
    { idNumber: '1', name },
    { idNumber, name: '' },
  ])
    expect(await by(other)).toEqual(wrongName);
});

test('by an id alone nobody learns a name, nor whether there is such a person in other words than by a wrong name', async () => {
  for (const n of [6, 7]) answered(await register.register(somebody(n)));
  const scope = { ...asked('r-6', 'r-7'), packages: ['small-things'] };
  const given = answered(await mandates.give(scope));
  expect(given).toMatchObject({ status: 'in-force', agentId: 'r-7', agentName: '', principalName: somebody(6).name });
  const mine = async (residentId: string) => answered(await mandates.list(listOf(residentId)));
  const found = ({ mandateId }: own.v1.Mandate) => mandateId === given.mandateId;
  expect((await mine('r-6')).given.find(found)).toMatchObject({ agentName: '' });
  expect((await mine('r-7')).received.find(found)).toMatchObject({ agentName: somebody(7).name });
  expect(await mandates.revoke({ mandateId: given.mandateId, residentId: 'r-6' })).toMatchObject({ agentName: '' });
  // What was not told is not in the agent's list of reads either.
  expect((await readers('r-7')).filter(([reader]) => reader === 'resident:r-1')).toEqual([]);

  const { idNumber, name } = somebody(7);
  const named = answered(await mandates.give({ ...scope, agentId: '', other: { idNumber, name } }));
  expect(named.agentName).toBe(name);
  expect((await mine('r-6')).given.find(({ mandateId }) => mandateId === named.mandateId)?.agentName).toBe(name);

  const wrong = await mandates.give({ ...scope, agentId: '', other: { idNumber, name: somebody(6).name } });
  expect(await mandates.give({ ...scope, agentId: 'r-99' })).toEqual(wrong);
  expect(wrong).toMatchObject({ refused: 'person-not-identified', pointer: '/to' });
  expect(await mandates.askFor({ ...scope, principalId: 'r-99' })).toEqual({ ...wrong, pointer: '/from' });
});

test('a flood of asks is stopped, and pushes nothing that is in force out of view or out of force', async () => {
  for (const n of [4, 5]) answered(await register.register(somebody(n)));
  const ask = (n: number) => mandates.askFor({ ...asked('r-4', 'r-5'), packages: [`package-${n}`] });
  const inForce = answered(await mandates.give(asked('r-4', 'r-5'))).mandateId;
  const outcomes: unknown[] = [];
  // Withdrawn, they are over and still there.
  for (let n = 0; n < 24; n += 1) {
    const { mandateId } = answered(await ask(n));
    answered(await mandates.revoke({ mandateId, residentId: 'r-5' }));
  }
  for (let n = 0; n < 5; n += 1) outcomes.push(await ask(n));
  expect(outcomes.map((of) => (isRefusal(of) ? of.refused : 'asked'))).toEqual([
    'asked',
    'asked',
    'asked',
    'too-many-open-asks',
    'too-many-open-asks',
  ]);
  expect(await mandates.check({ principalId: 'r-4', agentId: 'r-5', package: 'elderly-parent-care' })).toMatchObject({
    mandates: [inForce],
  });

  const seen: own.v1.Mandate[] = [];
  for (let cursor: string | undefined = ''; cursor !== undefined;) {
    const page: own.v1.ListMandatesResponse = answered(await mandates.list({ residentId: 'r-4', limit: 10, cursor }));
    expect(page.given.length).toBeLessThanOrEqual(10);
    seen.push(...page.given);
    cursor = page.nextCursor || undefined;
  }
  expect(seen.slice(0, 4).map(({ status }) => status)).toEqual(['in-force', 'asked', 'asked', 'asked']);
  expect([seen.length, new Set(seen.map(({ mandateId }) => mandateId)).size]).toEqual([28, 28]);
});

test('an officer who confirms at the counter is told both names, another approves, and both people see them', async () => {
  for (const n of [8, 9]) answered(await register.register(somebody(n)));
  const { mandateId } = answered(await mandates.askFor(asked('r-8', 'r-9')));
  const evidence = { kind: 'signed-form', reference: 'counter-3/2026-0017' };
  const confirmed = await mandates.confirmAtCounter(
    { mandateId, officer: 'o-1', department: 'permits', evidence },
    { onBehalfOf: 'officer:o-1' },
  );
  expect(confirmed).toMatchObject({
    ...{ status: 'asked', principalName: somebody(8).name, agentName: somebody(9).name },
    counter: { askedBy: 'o-1', approvedBy: '', evidence },
  });
  const about = { principalId: 'r-8', agentId: 'r-9', package: '' };
  expect(await mandates.check(about)).toMatchObject({ refused: 'mandate-missing' });
  expect(answered(await mandates.listAtCounter({ department: 'permits' })).mandates).toMatchObject([
    { mandateId, principalName: '', agentName: '', counter: { askedBy: 'o-1' } },
  ]);
  const approve = (officer: string) =>
    mandates.answerAtCounter(
      { mandateId, officer, department: 'permits', approve: true },
      { onBehalfOf: `officer:${officer}` },
    );
  expect(await approve('o-1')).toMatchObject({ refused: 'second-person-needed' });
  expect(answered(await approve('o-2'))).toMatchObject({
    ...{ status: 'in-force', confirmedBy: 'officer', counter: { askedBy: 'o-1', approvedBy: 'o-2' } },
  });
  expect(await mandates.check(about)).toMatchObject({ mandates: [mandateId] });
  expect(answered(await mandates.listAtCounter({ department: 'permits' })).mandates).toEqual([]);
  for (const residentId of ['r-8', 'r-9']) {
    const { reads } = answered(
      await register.listReads({ residentId, limit: 100, cursor: '', withoutOwn: false, agentId: '' }),
    );
    expect(reads.find(({ reader }) => reader === 'officer:o-1')).toMatchObject({
      department: 'permits',
      caseId: mandateId,
      purpose: 'mandate-confirmation',
      fields: ['name'],
    });
  }
});

test('a form is prefilled from the register; an agent sees less, and every look is recorded', async () => {
  const request = { residentId: 'r-1', agentId: '', package: 'open-small-shop', facts: ['savings-cents'] };
  expect(await register.prefill(request)).toMatchObject({
    name: somebody(1).name,
    phone: somebody(1).phone,
    facts: [{ fact: 'savings-cents', value: 200_000, source: 'household-register' }],
  });
  expect(await register.prefill({ ...request, agentId: 'r-2' })).toMatchObject({ phone: '', address: '' });
  expect((await readers('r-1')).slice(0, 2)).toEqual([
    ['resident:r-2', 'prefill', 'name, ID number (masked), savings-cents'],
    ['resident:r-1', 'prefill', 'name, ID number (masked), phone, address, savings-cents'],
  ]);
});

test('drafts are kept for one writer, person and package, and two devices cannot overwrite each other', async () => {
  const draft = { residentId: 'r-2', forId: 'r-1', package: 'elderly-parent-care' };
  const answers = { ownerConsent: true, note: '只有本人能看' };
  const materials = [{ code: 'paper', grade: 'C', reference: 'FM-1' }];
  const first = answered(await drafts.save({ draft, answers, materials, step: 'ownerConsent', version: 0 }));
  const names = async (reference: string, agentId: string, ownerId = 'r-1') =>
    answered(await drafts.names({ ownerId, agentId, reference })).named;
  expect(
    await Promise.all([names('FM-1', 'r-2'), names('FM-2', 'r-2'), names('FM-1', ''), names('FM-1', '', 'r-2')]),
  ).toEqual([true, false, false, false]);
  expect(await drafts.get(draft)).toMatchObject({ answers, step: 'ownerConsent', version: first.version });
  // Neither the person it is for, nor the same writer for themselves, has it.
  for (const other of [
    { ...draft, residentId: 'r-1' },
    { ...draft, forId: '' },
  ])
    expect(await drafts.get(other)).toMatchObject({ refused: 'draft-not-found' });
  expect(answered(await drafts.list({ residentId: 'r-2', forId: 'r-1' })).drafts).toHaveLength(1);
  expect(answered(await drafts.list({ residentId: 'r-2', forId: '' })).drafts).toEqual([]);

  const second = { draft, answers: {}, materials: [], step: '', version: first.version };
  answered(await drafts.save(second));
  expect(await drafts.save(second)).toMatchObject({ refused: 'version-conflict' });

  const stored = await city.servers.db('residents').collection('drafts').find().toArray();
  expect(JSON.stringify(stored)).not.toContain('只有本人能看');
  expect(stored[0]?.['expiresAt']).toBeInstanceOf(Date);

  answered(await drafts.discard({ draft, version: 0 }));
  expect(await drafts.get(draft)).toMatchObject({ refused: 'draft-not-found' });
});

test('how far messages were read is kept for each reader and application, and never goes back', async () => {
  const mark = { readerId: 'r-2', applicationNumber: 'LB20260302000001' };
  const [early, late] = [new Date('2026-03-02T02:00:00Z'), new Date('2026-03-03T02:00:00Z')];
  expect(await readMarks.get(mark)).toEqual({ until: undefined });
  expect(await readMarks.put({ mark, until: late })).toEqual({ until: late });
  expect(await readMarks.put({ mark, until: early })).toEqual({ until: late });
  expect(await readMarks.get(mark)).toEqual({ until: late });
  for (const other of [
    { ...mark, readerId: 'r-1' },
    { ...mark, applicationNumber: 'LB20260302000002' },
  ])
    expect(await readMarks.get(other)).toEqual({ until: undefined });
  expect(await readMarks.put({ mark: { ...mark, readerId: '' }, until: late })).toMatchObject({
    refused: 'invalid-request',
  });
  const [stored] = await city.servers.db('residents').collection('readMarks').find().toArray();
  expect(stored?.['expiresAt']).toBeInstanceOf(Date);
});
