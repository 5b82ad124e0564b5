import { residents as own } from '@lianban/protos';
import { isRefusal } from '@lianban/model';
import { City, answered, provenCase } from '@lianban/testing';
import { residents } from '../src';
import { household, idNumberOf, somebody } from './people';

const city = new City();
const { telling, servers } = city;
const Service = own.v1.ResidentsServiceService;
let gateway: ReturnType<typeof city.caller<typeof Service>>;
let assistance: typeof gateway;
let service: Awaited<ReturnType<City['start']>>;
let consents: ReturnType<typeof city.caller<typeof own.v1.ConsentsServiceService>>;

beforeAll(async () => {
  await city.open();
  service = await city.start(residents);
  gateway = city.caller(service, Service);
  assistance = city.caller(service, Service, 'social-assistance');
  consents = city.caller(service, own.v1.ConsentsServiceService, 'applications');
});
afterAll(() => city.close());

const because = { caseId: 'LB20260302000001/relief', purpose: 'temporary-relief' };
/** The same with the proof that it is a case about this resident. */
const proven = (residentId: string, more: Partial<typeof because> = {}) => {
  const asked = { ...because, ...more };
  return { ...asked, capability: provenCase({ department: 'social-assistance', residentId, ...asked }) };
};
const readsOf = async (residentId: string) =>
  answered(await gateway.listReads({ residentId, limit: 100, cursor: '', withoutOwn: false, agentId: '' })).reads;

/** Every document of the service's database, as the bytes that are stored. */
async function storedBytes(): Promise<readonly Buffer[]> {
  const db = servers.db('residents');
  const names = (await db.listCollections().toArray()).map(({ name }) => name);
  const found = await Promise.all(names.map((name) => db.collection(name).find({}, { raw: true }).toArray()));
  return found.flat() as unknown as readonly Buffer[];
}

test('nothing stored or said holds a name, an ID number, a phone or an address', async () => {
  const { communityCode, residentId, ...secrets } = somebody(1);
  const registered = answered(await gateway.register({ communityCode, residentId, ...secrets }));
  const { name, phone, address } = secrets;
  expect(registered).toMatchObject({ residentId, name, phone, address, district: '410105', birthDate: '1944-03-15' });
  expect(registered.idNumberMasked).toBe(`999999***********${secrets.idNumber.at(-1)}`);
  answered(await gateway.putHousehold(household('h-1', residentId)));
  answered(await assistance.get({ residentId, purpose: because }));
  await telling.next(own.v1.ResidentRegistered, residentId);
  await telling.next(own.v1.HouseholdChanged, 'h-1');

  const said = telling.heard.map(({ key, value, headers }) =>
    Buffer.from(`${key} ${String(value)} ${JSON.stringify(headers)}`),
  );
  const stored = await storedBytes();
  const has = (text: string, among: readonly Buffer[]) => among.some((bytes) => bytes.includes(text));
  expect(has(residentId, stored) && has(communityCode, stored) && has(residentId, said)).toBe(true);
  for (const secret of Object.values(secrets) as string[])
    expect([secret, has(secret, [...stored, ...said])]).toEqual([secret, false]);
});

test('registering the same again changes nothing; a new address is kept', async () => {
  const person = somebody(2);
  const versionNow = async () =>
    (
      await servers
        .db('residents')
        .collection('people')
        .findOne({ _id: 'r-2' } as never)
    )?.['version'];
  answered(await gateway.register(person));
  answered(await gateway.register({ ...person, idNumber: ` ${person.idNumber} ` }));
  expect(await versionNow()).toBe(1);

  expect(await gateway.register({ ...person, address: '二七区淮河路街道1号' })).toMatchObject({
    address: '二七区淮河路街道1号',
  });
  expect(await versionNow()).toBe(2);
  expect(await gateway.register({ ...person, idNumber: idNumberOf(902) })).toMatchObject({
    refused: 'id-number-differs',
  });
});

test('somebody is found by ID number, and the read is recorded with case and purpose', async () => {
  answered(await gateway.register(somebody(3)));
  expect(await assistance.find({ idNumber: idNumberOf(3), purpose: because })).toMatchObject({ residentId: 'r-3' });
  expect(await assistance.find({ idNumber: idNumberOf(903), purpose: because })).toMatchObject({
    refused: 'resident-not-found',
  });
  expect(await assistance.find({ idNumber: '11010519491231002', purpose: because })).toMatchObject({
    refused: 'id-number-invalid',
  });

  expect(await readsOf('r-3')).toMatchObject([
    { ...because, reader: 'social-assistance', fields: expect.arrayContaining(['name', 'phone']) },
  ]);
});

test('somebody with a passport is registered by kind, number and day of birth, found by kind and number, and keeps the entry', async () => {
  const foreigner = { ...somebody(21), idKind: 'passport', idNumber: ' e1234-5678', birthDate: '1990-05-01' };
  expect(await gateway.register({ ...foreigner, birthDate: undefined })).toMatchObject({ pointer: '/birthDate' });
  expect(await gateway.register({ ...foreigner, idKind: 'library-card' })).toMatchObject({ pointer: '/idKind' });
  const registered = answered(await gateway.register(foreigner));
  expect(registered).toMatchObject({ idKind: 'passport', idNumberMasked: '******678', birthDate: '1990-05-01' });

  const found = (idKind: string, idNumber: string) => assistance.find({ idKind, idNumber, purpose: because });
  expect(await found('passport', 'E12345678')).toMatchObject({ residentId: 'r-21' });
  expect(await found('taiwan-travel-permit', '12345678')).toMatchObject({ refused: 'resident-not-found' });
  expect(await found('taiwan-travel-permit', 'E12345678')).toMatchObject({ refused: 'id-number-invalid' });

  expect(await gateway.register({ ...foreigner, idNumber: 'E99999999' })).toMatchObject({ residentId: 'r-21' });
  expect(await found('passport', 'E99999999')).toMatchObject({ residentId: 'r-21' });
  expect(await found('passport', 'E12345678')).toMatchObject({ refused: 'resident-not-found' });
  expect(await gateway.register({ ...foreigner, birthDate: '1991-05-01' })).toMatchObject({
    refused: 'id-number-differs',
  });
  expect(
    await gateway.register({
      ...somebody(22),
      ...{ idKind: 'passport', idNumber: 'E99999999' },
      birthDate: '1990-05-01',
    }),
  ).toMatchObject({
    refused: 'already-registered',
  });
});

test('a read without case and purpose is refused and hands nothing out', async () => {
  answered(await gateway.register(somebody(4)));
  const answers = [
    await assistance.get({ residentId: 'r-4', purpose: undefined }),
    await assistance.get({ residentId: 'r-4', purpose: { caseId: 'LB1/x', purpose: '' } }),
    await assistance.find({ idNumber: idNumberOf(4), purpose: undefined }),
    await assistance.askMeans({ residentId: 'r-4', purpose: { caseId: '', purpose: 'relief' } }),
  ];

  expect(answers.map((answer) => isRefusal(answer) && answer.refused)).toEqual(Array(4).fill('read-without-reason'));
  // Somebody else's data is not their own, whoever they are.
  const asAnother = gateway.get({ residentId: 'r-4', purpose: undefined }, { onBehalfOf: 'resident:r-3' });
  await expect(asAnother).rejects.toMatchObject({ code: 'PERMISSION_DENIED' });
  expect(await readsOf('r-4')).toEqual([]);
});

test('people read their own data without a reason, and see every read, the newest first', async () => {
  answered(await gateway.register(somebody(5)));
  answered(await assistance.askMeans({ residentId: 'r-5', purpose: proven('r-5') }));
  answered(await gateway.get({ residentId: 'r-5', purpose: undefined }, { onBehalfOf: 'resident:r-5' }));

  const reads = await readsOf('r-5');
  expect(reads.map(({ reader, purpose }) => [reader, purpose])).toEqual([
    ['resident:r-5', 'own-data'],
    ['social-assistance', 'temporary-relief'],
  ]);
});

test('means are those of the whole household, and unknown for whom none is registered', async () => {
  for (const n of [6, 7, 8]) answered(await gateway.register(somebody(n)));
  answered(await gateway.putHousehold(household('h-6', 'r-6', 'r-7')));

  expect(await assistance.askMeans({ residentId: 'r-7', purpose: proven('r-7') })).toEqual({
    householdKnown: true,
    persons: 2,
    monthlyIncomeCents: 100_000,
    ownMonthlyIncomeCents: 50_000,
    savingsCents: 200_000,
    homes: 1,
    cars: 0,
    severeDisability: false,
    district: '410105',
  });
  expect(await assistance.askMeans({ residentId: 'r-8', purpose: proven('r-8') })).toMatchObject({
    householdKnown: false,
    persons: 0,
  });
  expect(await gateway.putHousehold(household('h-8', 'r-8', 'r-7'))).toMatchObject({ refused: 'in-another-household' });
  expect(await gateway.putHousehold(household('h-9', 'r-nobody'))).toMatchObject({ refused: 'resident-not-found' });
});

test('what needs a consent is told in its application, to its department and as long as it stands; else nothing is told or recorded', async () => {
  for (const n of [10, 11]) answered(await gateway.register(somebody(n)));
  const applicationNumber = 'LB20260302000010';
  const purpose = { caseId: `${applicationNumber}/minimum-living`, purpose: 'minimum-living-allowance' };
  const ask = async (residentId = 'r-10', more: object = {}) => {
    const told = await assistance.askMeans({ residentId, purpose: { ...purpose, ...more } });
    return isRefusal(told) ? told.refused : 'told';
  };
  expect(await ask()).toBe('consent-missing');
  expect(await readsOf('r-10')).toEqual([]);

  const share = { department: 'social-assistance', purpose: purpose.purpose, version: '2026-1', form: 'on-site' };
  const record = (givenAt: Date, more: object = {}) =>
    consents.record({
      residentId: 'r-10',
      applicationNumber,
      consents: [{ ...share, ...more }],
      givenAt,
      agentId: 'r-11',
      assistedBy: '',
    });
  answered(await record(new Date('2026-03-02T01:00:00Z')));
  answered(await record(new Date('2026-03-02T01:00:00Z')));
  expect(await ask()).toBe('told');
  expect(await ask('r-11')).toBe('consent-missing');
  expect(await ask('r-10', { caseId: 'LB20260302000011/minimum-living' })).toBe('consent-missing');
  const gatewayAsks = await gateway.askMeans({ residentId: 'r-10', purpose });
  expect(gatewayAsks).toMatchObject({ refused: 'consent-missing' });

  const [given, ...others] = answered(await consents.list({ residentId: 'r-10', limit: 0, cursor: '' })).consents;
  expect([given, others]).toMatchObject([{ applicationNumber, ...share, agentId: 'r-11', revokedAt: undefined }, []]);
  const { consentId = '' } = given ?? {};
  expect(await consents.revoke({ consentId, residentId: 'r-11' })).toMatchObject({ refused: 'consent-not-found' });
  answered(await consents.revoke({ consentId, residentId: 'r-10' }));
  answered(await record(new Date('2026-03-02T01:00:00Z')));
  expect(await ask()).toBe('consent-revoked');
  expect(await readsOf('r-10')).toHaveLength(1);
  expect(await record(new Date(), { form: 'said' })).toMatchObject({ refused: 'invalid-consent' });
});

test('nothing is told or recorded for a purpose nobody listed, for another department’s, or for what is no case', async () => {
  answered(await gateway.register(somebody(12)));
  const housing = city.caller(service, Service, 'housing');
  const asked = [
    await assistance.askMeans({ residentId: 'r-12', purpose: { ...because, purpose: 'whatever-i-like' } }),
    await housing.askMeans({ residentId: 'r-12', purpose: because }),
    await assistance.askMeans({ residentId: 'r-12', purpose: { ...because, caseId: 'NOSUCHCASE/x' } }),
  ];
  expect(asked.map((answer) => isRefusal(answer) && answer.refused)).toEqual([
    'purpose-unknown',
    'purpose-unknown',
    'case-unknown',
  ]);
  expect(await readsOf('r-12')).toEqual([]);
});

test('the standing of whoever applies is where they are registered and when they were born, and in no book', async () => {
  answered(await gateway.register(somebody(13)));
  expect(await gateway.getStanding({ residentId: 'r-13' })).toEqual({ district: '410105', birthDate: '1944-03-15' });
  expect(await gateway.getStanding({ residentId: 'r-nobody' })).toMatchObject({ refused: 'resident-not-found' });
  expect(await readsOf('r-13')).toEqual([]);
});

test('the list of consents has pages to the oldest', async () => {
  answered(await gateway.register(somebody(40)));
  const given = Array.from({ length: 7 }, (_, i) => `LB20260302${String(100 + i).padStart(6, '0')}`);
  for (const [i, applicationNumber] of given.entries())
    answered(
      await consents.record({
        residentId: 'r-40',
        applicationNumber,
        consents: [
          { department: 'social-assistance', purpose: 'minimum-living-allowance', version: '1', form: 'on-site' },
        ],
        // Two at a time are of one moment.
        givenAt: new Date(Date.UTC(2026, 2, 2, Math.floor(i / 2))),
        agentId: '',
        assistedBy: '',
      }),
    );
  const seen: string[] = [];
  for (let cursor: string | undefined = ''; cursor !== undefined;) {
    const page: own.v1.ListConsentsResponse = answered(await consents.list({ residentId: 'r-40', limit: 3, cursor }));
    seen.push(...page.consents.map(({ applicationNumber }) => applicationNumber));
    cursor = page.nextCursor || undefined;
  }
  expect(seen.length).toBe(7);
  expect(seen.toSorted()).toEqual(given);
  expect(seen[0]).toBe(given.at(-1));
});

test('by duty nothing is told or recorded of a case that applications did not give the department', async () => {
  for (const n of [13, 14]) answered(await gateway.register(somebody(n)));
  const ask = async (purpose: object, residentId = 'r-13') => {
    const told = await assistance.askMeans({ residentId, purpose: { ...because, ...purpose } });
    return isRefusal(told) ? [told.refused, told.pointer] : 'told';
  };
  const no = ['case-unproven', '/purpose/capability'];
  expect(await ask({})).toEqual(no);
  expect(await ask({ capability: 'made up' })).toEqual(no);
  const { capability } = proven('r-13');
  expect(await ask({ capability }, 'r-14')).toEqual(no);
  expect(await ask({ capability, caseId: 'LB20260302000099/relief' })).toEqual(no);
  const housings = provenCase({ department: 'housing', residentId: 'r-13', ...because });
  expect(await ask({ capability: housings })).toEqual(no);
  expect([await readsOf('r-13'), await readsOf('r-14')]).toEqual([[], []]);
  expect(await ask({ capability })).toBe('told');
  expect(await readsOf('r-13')).toHaveLength(1);
});

test('for the time of an upgrade a department without a proof is believed; one with a made-up proof is not', async () => {
  answered(await gateway.register(somebody(15)));
  const lenient = await city.start(residents, { ALLOW_UNPROVEN_CASES: 'true' });
  const asks = city.caller(lenient, Service, 'social-assistance');
  expect(await asks.askMeans({ residentId: 'r-15', purpose: { ...because, capability: 'made up' } })).toMatchObject({
    refused: 'case-unproven',
  });
  answered(await asks.askMeans({ residentId: 'r-15', purpose: because }));
});
