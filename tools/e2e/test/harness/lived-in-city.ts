import { afterDeathApplication } from '../../src/demo/after-death';
import { type DemoClient, GatewayError } from '../../src/demo/client';
import { everythingForAParent, moderateLoss } from '../../src/demo/elderly-parent';
import { birthFound, submitNewborn } from '../../src/demo/newborn';
import { demoOrganisations } from '../../src/demo/organisations';
import { enterOrganisations, registerFamilies } from '../../src/demo/put-in-place';
import { caseWhen, decide } from '../../src/desk';
import { NeverReached, applicationWhen, ended, stands, waitFor } from '../../src/wait-for';
import type { TestCity } from './city';
import { shopWithoutLayout } from './shop';

/** Who has lived through what; each can sign in at the local identity provider. */
export const dwellers = {
  'resident-1': 'care for herself: assessed, a living allowance under public notice, a permit refused',
  'resident-2': 'a shop: asked for a paper, written to, answered, then withdrawn',
  'resident-3': 'a lost identity card: paid for, then granted',
  'resident-4': 'a lost identity card: to be paid for; a mandate asked of her',
  'resident-5': 'acts for resident-4',
  'mother-1': 'a child is born',
  'widow-1': 'somebody died',
  'worker-1': 'retires, and is refused',
  'father-1': 'represents a company that opens a shop',
} as const;

const lostCard = {
  package: 'identity-card',
  answers: { holderBornOn: '1980-05-20', cardFor: 'lost' },
  materials: [{ code: 'photo', grade: 'B', reference: 'ZP-2026-000001' }],
};
const retiring = {
  package: 'retirement',
  answers: {
    ...{ bornOn: '1966-01-15', retirementGroup: 'man', retiresOn: '2026-04-01', toldEmployerOn: '2026-01-02' },
    ...{ hasDeemedYears: false, onlyChildUnderAge: false, hasHousingFund: true, hasFundLoan: false },
    hasMedicalInsurance: true,
  },
  materials: [],
};

/** The same city to somebody who tries again while a service behind the gateway does not answer, as people do. */
function patiently(city: TestCity): TestCity {
  const patient = (client: DemoClient): DemoClient => ({
    ...client,
    post: (path, body, headers) => untilAnswered(path, () => client.post(path, body, headers)),
    submit: (application) => untilAnswered('an application', () => client.submit(application)),
  });
  return {
    ...city,
    as: (claims) => patient(city.as(claims)),
    resident: (n) => patient(city.resident(n)),
    assisted: (n) => patient(city.assisted(n)),
    officer: (department, id) => patient(city.officer(department, id)),
  };
}

const untilAnswered = <T>(what: string, ask: () => Promise<T>): Promise<T> =>
  waitFor(`${what} is answered`, () =>
    ask().catch((error: unknown) => {
      if (error instanceof GatewayError && error.status < 500) throw new NeverReached(`${what}: ${error.message}`);
      throw error;
    }),
  );

/** Lets people live in the city for a while, so that its pages have something of everything to show. */
export async function live(hosted: TestCity): Promise<void> {
  const city = patiently(hosted);
  // A gateway that started before the others connects to them within two seconds.
  await waitFor('papers can be handed in', () => city.resident(1).copies('photo'));
  const register = city.address('residents');
  await registerFamilies(register);
  await enterOrganisations(register, demoOrganisations);
  await Promise.all([care(city), shop(city), cards(city), mandate(city), lifeEvents(city), company(city)]);
}

async function care(city: TestCity): Promise<void> {
  const resident = city.resident(1);
  const number = await resident.submit(await everythingForAParent(resident));
  await decide(city.officer('elderly-care'), number, 'assessment', {
    ...{ outcome: 'granted', reason: 'assessed', findings: moderateLoss },
  });
  const permits = city.officer('permits');
  await decide(permits, number, 'home-adaptation', { outcome: 'granted', reason: 'conditions-met', findings: {} });
  await applicationWhen(resident, number, 'there is a notice', stands('minimum-living', 'paused'));
  const objection = `/api/applications/${number}/steps/minimum-living/objection`;
  await resident.post(objection, { reason: '家里的情况有变化。' }, { 'idempotency-key': crypto.randomUUID() });
}

async function shop(city: TestCity): Promise<void> {
  const resident = city.assisted(2);
  const number = await resident.submit(shopWithoutLayout);
  await applicationWhen(resident, number, 'a paper is asked for', ended('waiting-for-you'));
  const permits = city.officer('permits');
  const note = { audience: 'resident', text: '请补交布局流程图。' };
  await permits.post(`/api/desk/cases/${number}/licence/notes`, note, { 'idempotency-key': crypto.randomUUID() });
  const other = await city.assisted(6).submit(shopWithoutLayout);
  await applicationWhen(city.resident(6), other, 'a paper is asked for', ended('waiting-for-you'));
  await city.resident(6).post(`/api/applications/${other}/withdrawal`, { reason: '想晚点再办。' });
}

async function cards(city: TestCity): Promise<void> {
  for (const n of [3, 4]) {
    const resident = city.assisted(n);
    const number = await resident.submit(lostCard);
    await applicationWhen(resident, number, 'the fee can be paid', stands('fee', 'payable'));
    if (n === 4) return;
    const { payUrl } = await resident.post<{ payUrl: string }>(`/api/me/charges/${number}/fee/payment`);
    await fetch(payUrl, { method: 'POST', redirect: 'manual' });
    const taken = { outcome: 'granted', reason: 'conditions-met', findings: { fingerprints: 'taken' } };
    await decide(city.officer('public-security'), number, 'identity-card', taken);
  }
}

async function mandate(city: TestCity): Promise<void> {
  const asked = { from: 'resident-4', packages: 'all', until: '2026-12-31' };
  const { id } = await city.resident(5).post<{ id: string }>('/api/me/mandates', asked);
  await city.resident(4).post(`/api/me/mandates/${id}/confirmation`);
  await city.resident(6).post('/api/me/mandates', { ...asked, packages: ['open-small-shop'] });
}

async function lifeEvents(city: TestCity): Promise<void> {
  const as = (sub: string) => city.as({ role: 'resident', sub });
  const born = await submitNewborn(as('mother-1'));
  await decide(city.officer('health'), born, 'certificate', birthFound);
  const died = await as('widow-1').submit(afterDeathApplication);
  await caseWhen(city.officer('social-security'), died, 'survivor', 'received', 'accepted');
  const retired = await as('worker-1').submit(retiring);
  const pensions = city.officer('social-security');
  await decide(pensions, retired, 'pension', { outcome: 'refused', reason: 'told-too-late', findings: {} });
  await applicationWhen(as('worker-1'), retired, 'it has ended', ended('refused'));
}

async function company(city: TestCity): Promise<void> {
  const father = city.as({ role: 'resident', sub: 'father-1' });
  const behalf = { 'on-behalf-of': demoOrganisations[0]!.creditCode, 'idempotency-key': crypto.randomUUID() };
  const opening = { package: 'open-small-shop', answers: { premisesArea: 40 } };
  await father.post('/api/applications', opening, behalf);
}
