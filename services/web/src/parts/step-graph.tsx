import type { ReactElement } from 'react';
import type { Step } from '@lianban/rest-client';
import { useSay } from '../page/reader';
import { applications } from '../i18n/applications';
import { statusOf } from '../i18n/steps';

/** Steps by column: a column begins when the one before it is decided. The list below says the same in words. */
export function StepGraph({ steps }: { readonly steps: readonly Step[] }): ReactElement | null {
  const say = useSay();
  const columns = columnsOf(steps);
  if (columns.length < 2) return null;
  return (
    <ol className="graph" aria-label={say(applications.order)}>
      {columns.map((column, index) => (
        <li key={column[0]?.id ?? index}>
          <ul>
            {column.map(({ id, name, status, kind, reason }) => (
              <li key={id}>
                <a href={`#step-${id}`} className={`node node-${statusOf(status, kind).tone}`}>
                  {say(name)}
                  <span className="node-status">{say(statusOf(status, kind, reason).name)}</span>
                </a>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

/** A step's column is the length of the longest path to it. */
export function columnsOf(steps: readonly Step[]): readonly (readonly Step[])[] {
  const byId = new Map(steps.map((step) => [step.id, step]));
  const depthOf = (step: Step): number =>
    1 + Math.max(-1, ...step.needs.flatMap((id) => byId.get(id) ?? []).map((needed) => depthOf(needed)));
  const columns: Step[][] = [];
  for (const step of steps) (columns[depthOf(step)] ??= []).push(step);
  return columns.map((column) => column ?? []);
}
