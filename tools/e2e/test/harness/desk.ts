import type { DemoClient, ShownApplication } from '../../src/demo/client';
import { waitFor } from '../../src/wait-for';

/** What an officer sees of a case; only what tests read. */
export interface ShownCase {
  readonly id: string;
  readonly status: string;
  readonly version: number;
  readonly promisedAt?: string;
  readonly statutoryAt?: string;
  readonly missing?: readonly { readonly code: string }[];
  readonly objections?: readonly { readonly objection: string; readonly text?: string }[];
}

const pathOf = (number: string, step: string) => `/api/desk/cases/${number}/${step}`;

/** The case, once it stands so at the officer's desk. */
export const caseWhen = (
  officer: DemoClient,
  number: string,
  step: string,
  ...statuses: string[]
): Promise<ShownCase> =>
  waitFor(`case ${number}/${step} is ${statuses.join(' or ')}`, async () => {
    const found = await officer.get<ShownCase>(pathOf(number, step));
    return statuses.includes(found.status) ? found : undefined;
  });

/** One act of an officer on a case: "acceptance", "pause", "decision", … */
export const act = (
  officer: DemoClient,
  number: string,
  step: string,
  what: string,
  body: object = {},
): Promise<ShownCase> => officer.post<ShownCase>(`${pathOf(number, step)}/${what}`, body);

/** Takes the case from the queue, accepts it unless that was done, and decides. */
export async function decide(officer: DemoClient, number: string, step: string, decision: object): Promise<ShownCase> {
  const { status } = await caseWhen(officer, number, step, 'received', 'accepted');
  if (status === 'received') await act(officer, number, step, 'acceptance');
  return act(officer, number, step, 'decision', decision);
}

/** A step of the application; throws when it has none of that name. */
export function stepOf({ steps }: ShownApplication, id: string) {
  const found = steps.find((step) => step.id === id);
  if (!found) throw new Error(`the application has no step ${id}`);
  return found;
}

/** The timeline in words: of one step, or without one of the application itself. */
export const words = ({ timeline }: ShownApplication, step?: string): string[] =>
  timeline.filter((entry) => entry.step === step).map(({ what, detail }) => [what, detail].filter(Boolean).join(' '));
