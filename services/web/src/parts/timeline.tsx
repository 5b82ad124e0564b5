import type { ReactElement } from 'react';
import type { Application, TimelineEntry } from '../api/application';
import { type Text, useReader, useSay } from '../page/reader';
import { applications } from '../words/applications';
import { departmentName } from '../words/departments';
import { reasonName } from '../words/reasons';
import { happeningName, statusOf } from '../words/steps';
import { day, dayAndTime } from './format';

/** What happened, newest first. */
export function Timeline({ of }: { readonly of: Application }): ReactElement {
  return (
    <ol className="timeline">
      {of.timeline.toReversed().map((entry, index) => (
        <Entry key={`${of.timeline.length - index}`} entry={entry} of={of} />
      ))}
    </ol>
  );
}

function Entry({ entry, of }: { entry: TimelineEntry; of: Application }): ReactElement {
  const say = useSay();
  const { language } = useReader();
  const step = of.steps.find(({ id }) => id === entry.step);
  const detail = detailOf(entry);
  return (
    <li>
      <time dateTime={entry.at}>{dayAndTime(entry.at, language)}</time>
      <p>
        <strong>{say(happeningName(entry.what))}</strong>
        {step ? ` · ${say(step.name)}` : ''}
        {entry.department ? <span className="quiet"> {say(departmentName(entry.department))}</span> : null}
      </p>
      {detail || entry.until || entry.agent ? (
        <p className="quiet">
          {[
            detail && say(detail),
            entry.until && say(applications.until(day(entry.until, language))),
            entry.agent && say(applications.by(entry.agent)),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      ) : null}
    </li>
  );
}

const withReason: ReadonlySet<string> = new Set([
  'granted',
  'refused',
  'paused',
  'extended',
  'taken-over',
  'objection-dismissed',
]);

/** What else there is to say of it: codes in words, the person's own words as they are; what only a program reads is left out. */
function detailOf({ what, detail }: TimelineEntry): Text | undefined {
  if (!detail) return undefined;
  if (what === 'ended') return statusOf(detail).name;
  if (withReason.has(what)) return reasonName(detail);
  return what === 'withdrawn' ? { zh: detail, en: detail } : undefined;
}
