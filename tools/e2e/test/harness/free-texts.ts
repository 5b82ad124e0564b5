import type { TestCity } from '../../src/city';
import { moderateLoss } from '../../src/demo/elderly-parent';
import type { DemoClient } from '../../src/demo/client';
import { applicationWhen, ended, stands } from '../../src/wait-for';
import { type ShownCase, act, caseWhen, decide } from '../../src/desk';

/** An ID number that belongs to nobody in the city: it only occurs in what people wrote. */
export const someIdNumber = '410105198001011234';

/** A different text for each free-text field, so that a text found anywhere shows its field. */
export const written = {
  ownership: `The deed names ${someIdNumber}: bring the present owner's.`,
  plan: `The plan of ${someIdNumber} lacks the bathroom.`,
  message: `Call us about ${someIdNumber} before noon.`,
  colleagues: `Asked twice about ${someIdNumber}; the daughter has the key.`,
  objection: `The neighbour ${someIdNumber} owns a second flat.`,
  withdrawal: `Will apply in the name of ${someIdNumber}.`,
} as const;

interface MissingBody {
  readonly steps: readonly { step: string; wanted?: readonly { code: string; note?: string }[] }[];
}
interface MessagesBody {
  readonly messages: readonly { step: string; text: string }[];
}
interface NotesBody {
  readonly notes: readonly { audience: string; text: string }[];
}

/** The texts each reader got, by field. */
export type ShownTexts = Readonly<Record<string, readonly (string | undefined)[]>>;

/**
 * Fills every free-text field: a resident applies for care; officers of permits ask for two papers, write to the applicant and to each
 * other; somebody objects during the public notice; the applicant hands in the papers and withdraws.
 */
export async function fillFreeTexts(city: TestCity, parent: DemoClient): Promise<ShownTexts> {
  const officer = city.officer('permits');
  const materials = await parent.copies('ownership-proof', 'adaptation-plan', 'household-authorisation');
  const answers = { wantsMinimumLiving: true, wantsHomeAdaptation: true, ownerConsent: true, touchesStructure: false };
  const number = await parent.submit({ package: 'elderly-parent-care', answers, materials });
  const desk = `/api/desk/cases/${number}/home-adaptation`;
  const mine = `/api/applications/${number}`;

  await caseWhen(officer, number, 'home-adaptation', 'accepted');
  const note = (audience: string, text: string) =>
    officer.post(`${desk}/notes`, { audience, text }, { 'Idempotency-Key': audience });
  await note('resident', written.message);
  await note('officers', written.colleagues);
  const missing = [
    { code: 'ownership-proof', note: written.ownership },
    { code: 'adaptation-plan', note: written.plan },
  ];
  await act(officer, number, 'home-adaptation', 'supplement-request', { missing });
  await applicationWhen(parent, number, 'papers are asked for', stands('home-adaptation', 'supplement'));
  const { steps } = await parent.get<MissingBody>(`${mine}/missing`);
  const { messages } = await parent.get<MessagesBody>(`${mine}/messages`);
  const { notes } = await city.officer('permits', 'officer-2').get<NotesBody>(`${desk}/notes`);
  const supplement = { materials: await parent.copies('ownership-proof', 'adaptation-plan') };
  await parent.post(`${mine}/steps/home-adaptation/supplement`, supplement);

  const findings = moderateLoss;
  const assessed = { outcome: 'granted', reason: 'assessed', findings };
  await decide(city.officer('elderly-care'), number, 'assessment', assessed);
  await applicationWhen(parent, number, 'there is a public notice', stands('minimum-living', 'paused'));
  await parent.post(`${mine}/steps/minimum-living/objection`, { reason: written.objection });
  const objected = `/api/desk/cases/${number}/minimum-living`;
  await caseWhen(city.officer('social-assistance'), number, 'minimum-living', 'accepted');
  const objectionsFor = async (role: 'officer' | 'supervisor') => {
    const reader = city.as({ role, sub: `${role}-1`, department: 'social-assistance' });
    return ((await reader.get<ShownCase>(objected)).objections ?? []).map(({ text }) => text);
  };
  const [toOfficer, toSupervisor] = [await objectionsFor('officer'), await objectionsFor('supervisor')];

  await parent.post(`${mine}/withdrawal`, { reason: written.withdrawal });
  const end = await applicationWhen(parent, number, 'it is withdrawn', ended('withdrawn'));
  return {
    'papers, to the applicant': steps.flatMap(({ wanted = [] }) => wanted.map((each) => each.note)),
    'messages, to the applicant': messages.map(({ text }) => text),
    'notes, to a colleague': notes.map(({ audience, text }) => `${audience}: ${text}`),
    'objections, to an officer': toOfficer,
    'objections, to a supervisor': toSupervisor,
    'withdrawal, to the applicant': end.timeline.flatMap(({ what, detail }) => (what === 'withdrawn' ? [detail] : [])),
  };
}
