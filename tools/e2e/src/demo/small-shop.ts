import type { ShownApplication } from './client';
import { heading, say, showDecisions } from './say';
import { type DemoStage, stepOf } from './stage';

/** The answers; its papers are uploaded first. */
export const shopApplication = {
  package: 'open-small-shop',
  answers: { reason: 'contract-ended', lastWorkedOn: '2026-01-31', savingsCents: 800_000, premisesArea: 24 },
};

/** 失业再就业开小店: a missing paper, a supplement on the same case, a refused licence that frees the sign. */
export async function smallShop(stage: DemoStage): Promise<ShownApplication> {
  heading('失业再就业开小店 · Starting a small shop after losing a job');
  const resident = stage.as('resident', 'resident-2');
  const officer = stage.as('officer', 'inspector-1', 'permits');
  // Without the drawing of the premises, for which permits will ask.
  const materials = await resident.copies('health-certificates', 'sign-drawing');
  const number = await resident.submit({ ...shopApplication, materials });
  say(`   resident-2 applied once and got the number ${number}\n`);

  const asked = await stage.follow(resident, number, ({ status }) => status === 'waiting-for-you');
  say(
    `\n   permits told everything that is missing at once (${stepOf(asked, 'licence')?.status}); resident-2 hands it in`,
  );
  const drawing = { materials: await resident.copies('hygiene-layout') };
  await resident.post(`/api/applications/${number}/steps/licence/supplement`, drawing);
  await stage.follow(resident, number, ({ status }) => status === 'in-progress');

  say('\n   an officer of permits accepts the case, inspects the shop, and has to refuse');
  await officer.post(`/api/desk/cases/${number}/licence/acceptance`);
  const decision = { outcome: 'refused', reason: 'inspection-failed', findings: { inspection: 'failed' } };
  await officer.post(`/api/desk/cases/${number}/licence/decision`, decision);
  const end = await stage.follow(resident, number, ({ status }) => status === 'partly-granted');
  showDecisions(end);
  return end;
}
