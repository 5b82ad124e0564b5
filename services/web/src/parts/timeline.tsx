import type { ReactElement } from 'react';
import type { Application, Package, PackageStep, TimelineEntry } from '@lianban/rest-client';
import { type BilingualText, useReader, useSay } from '../page/reader';
import { applications } from '../i18n/applications';
import { useDepartmentName } from '../i18n/departments';
import { whyOf } from '../i18n/reasons';
import { limitDay } from '../i18n/limits';
import { happeningName, statusOf } from '../i18n/steps';
import { dayAndTime } from './format';

interface Props {
  readonly of: Application;
  readonly described: Package | undefined;
}

/** The timeline, newest first. */
export function Timeline({ of, described }: Props): ReactElement {
  return (
    <ol className="timeline">
      {of.timeline.toReversed().map((entry, index) => (
        <Entry key={`${of.timeline.length - index}`} entry={entry} of={of} described={described} />
      ))}
    </ol>
  );
}

function Entry({ entry, of, described }: Props & { readonly entry: TimelineEntry }): ReactElement {
  const say = useSay();
  const departmentName = useDepartmentName();
  const { language } = useReader();
  const step = of.steps.find(({ id }) => id === entry.step);
  const inPackage = described?.steps.find(({ id }) => id === entry.step);
  const detail = detailOf(entry, of, inPackage);
  return (
    <li>
      <time dateTime={entry.at}>{dayAndTime(entry.at, language)}</time>
      <p>
        <strong>{say(happeningName(entry.what, step?.kind))}</strong>
        {step ? ` · ${say(step.name)}` : ''}
        {entry.department ? <span className="quiet"> {say(departmentName(entry.department))}</span> : null}
      </p>
      {detail || entry.until || entry.agent ? (
        <p className="quiet">
          {[
            detail && say(detail),
            entry.until && say(applications.until(limitDay(entry.until, entry.provisional, language))),
            entry.agent && say(applications.byAgent),
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
  'not-needed',
  'stopped',
]);

/** Further details: codes as words, people's own words as they are; values for programs are left out. */
function detailOf(
  { what, detail }: TimelineEntry,
  of: Application,
  inPackage: PackageStep | undefined,
): BilingualText | undefined {
  if (!detail) return undefined;
  if (what === 'ended') return statusOf(detail).name;
  if (withReason.has(what)) return whyOf({ status: what }, detail, of, inPackage);
  return what === 'withdrawn' ? { zh: detail, en: detail } : undefined;
}
