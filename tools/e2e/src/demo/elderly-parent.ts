import type { DemoClient, ShownApplication } from './client';
import { heading, say, showDecisions } from './say';
import { type DemoStage, stepOf } from './stage';

/** A stay-at-home elder who needs a hand with most things: 52 of 90 points, level 2 中度失能. */
export const moderateLoss: Readonly<Record<string, number>> = {
  eating: 3,
  grooming: 2,
  bathing: 1,
  upperDressing: 2,
  lowerDressing: 2,
  urination: 3,
  defecation: 3,
  toileting: 2,
  turningInBed: 3,
  bedChairTransfer: 2,
  walking: 2,
  stairs: 1,
  timeOrientation: 2,
  placeOrientation: 3,
  personOrientation: 3,
  memory: 2,
  understanding: 3,
  expression: 3,
  aggression: 1,
  depression: 1,
  consciousness: 2,
  sight: 1,
  hearing: 1,
  dailyAffairs: 1,
  transport: 1,
  socialLife: 2,
};

/** Consents to the check of the household's means, with the version of the catalogue's text. */
export const consentToMeans = {
  from: 'residents',
  to: 'social-assistance',
  purpose: 'minimum-living-allowance',
  version: '2026-1',
};

/** An application for every item of the package, with a copy of every paper and every consent. */
export const everythingForAParent = async (resident: DemoClient) => ({
  package: 'elderly-parent-care',
  answers: {
    wantsMinimumLiving: true,
    wantsHomeAdaptation: true,
    ownerConsent: true,
    touchesStructure: false,
    wantsCaregiverCourse: true,
  },
  materials: await resident.copies('ownership-proof', 'adaptation-plan'),
  consents: [consentToMeans],
});

/** 家有老人需照护: four departments side by side, an officer's assessment, and a notice of seven days. */
export async function elderlyParent(stage: DemoStage): Promise<ShownApplication> {
  heading('家有老人需照护 · An elderly parent needs care');
  const resident = stage.as('resident', 'resident-1');
  const assessor = stage.as('officer', 'assessor-1', 'elderly-care');
  const inspector = stage.as('officer', 'inspector-1', 'permits');
  const number = await resident.submit(await everythingForAParent(resident));
  say(`   resident-1 applied once and got the number ${number}\n`);

  await stage.follow(
    resident,
    number,
    (now) =>
      stepOf(now, 'caregiver-course')?.status === 'granted' &&
      stepOf(now, 'home-adaptation')?.status === 'accepted' &&
      stepOf(now, 'minimum-living')?.status === 'paused',
  );
  say('\n   nobody has seen the originals yet, so no rule grants the permit: an officer of permits looks at them');
  const seen = { outcome: 'granted', reason: 'conditions-met', findings: {} };
  await inspector.post(`/api/desk/cases/${number}/home-adaptation/decision`, seen);
  await stage.follow(resident, number, (now) => stepOf(now, 'home-adaptation')?.status === 'granted');

  say('\n   an officer of elderly care takes the assessment from the work queue, visits, and enters 26 scores');
  await assessor.post(`/api/desk/cases/${number}/assessment/acceptance`);
  const decision = { outcome: 'granted', reason: 'assessed', findings: moderateLoss };
  await assessor.post(`/api/desk/cases/${number}/assessment/decision`, decision);
  await stage.follow(
    resident,
    number,
    (now) => stepOf(now, 'allowance')?.status === 'granted' && stepOf(now, 'minimum-living')?.status === 'paused',
  );

  await stage.moveTime(8, 'the public notice of the living allowance runs out');
  const end = await stage.follow(resident, number, ({ status }) => status === 'completed');
  showDecisions(end);
  return end;
}
