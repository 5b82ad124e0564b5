import type { DemoClient, ShownApplication } from './demo/client';
import { waitFor } from './wait-for';

/** A case as the desk API returns it; only the fields tests read. */
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

/** The case, once it has this status at the officer's desk. */
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

/** Does one act of an officer on a case: "acceptance", "pause", "decision", … */
export const act = (
  officer: DemoClient,
  number: string,
  step: string,
  what: string,
  body: object = {},
): Promise<ShownCase> => officer.post<ShownCase>(`${pathOf(number, step)}/${what}`, body);

/** Accepts the case, unless it has been accepted, and decides. */
export async function decide(officer: DemoClient, number: string, step: string, decision: object): Promise<ShownCase> {
  const { status } = await caseWhen(officer, number, step, 'received', 'accepted');
  if (status === 'received') await act(officer, number, step, 'acceptance');
  return act(officer, number, step, 'decision', decision);
}

/** A step of the application. @throws when it has no step of that name */
export function stepOf({ steps }: ShownApplication, id: string) {
  const found = steps.find((step) => step.id === id);
  if (!found) throw new Error(`the application has no step ${id}`);
  return found;
}

/** The entries of the timeline of one step; without a step, those of the application itself. */
export const words = ({ timeline }: ShownApplication, step?: string): string[] =>
  timeline.filter((entry) => entry.step === step).map(({ what, detail }) => [what, detail].filter(Boolean).join(' '));
