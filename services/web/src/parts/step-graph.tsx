import type { ReactElement } from 'react';
import type { Step } from '@lianban/rest-client';
import { useSay } from '../page/reader';
import { applications } from '../i18n/applications';
import { statusOf } from '../i18n/steps';
import { list } from './format';

/** Steps by stage; what a step waits for stands in its box, for a stage may hold steps it does not wait for. */
export function StepGraph({ steps }: { readonly steps: readonly Step[] }): ReactElement | null {
  const say = useSay();
  const columns = columnsOf(steps);
  if (columns.length < 2) return null;
  const namesOf = (ids: readonly string[]) => steps.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
  return (
    <ol className="graph" aria-label={say(applications.order)}>
      {columns.map((column, index) => (
        <li key={column[0]?.id ?? index}>
          <p className="stage">{say(applications.stage(index + 1))}</p>
          <ul>
            {column.map(({ id, name, status, kind, reason, needs }) => (
              <li key={id}>
                <a href={`#step-${id}`} className={`node node-${statusOf(status, kind).tone}`}>
                  {say(name)}
                  <span className="node-status">{say(statusOf(status, kind, reason).name)}</span>
                  {needs.length > 0 ? (
                    <span className="node-after">{say(applications.after(list(namesOf(needs))))}</span>
                  ) : null}
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
