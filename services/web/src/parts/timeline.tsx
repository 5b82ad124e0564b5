import type { ReactElement } from 'react';
import type { Application, Package, PackageStep, TimelineEntry } from '@lianban/rest-client';
import { type BilingualText, useReader, useSay } from '../page/reader';
import { applications } from '../i18n/applications';
import { useDepartmentName } from '../i18n/departments';
import { whyOf } from '../i18n/reasons';
import { limitDay } from '../i18n/limits';
import { happeningName, statusOf } from '../i18n/steps';
import { dayAndTime } from './format';
import { Said } from './said';

interface Props {
  readonly of: Application;
  readonly described: Package | undefined;
}

/** So many entries are shown at once; the others are a tap away. */
const latest = 3;

/** The timeline, newest first. */
export function Timeline({ of, described }: Props): ReactElement {
  const say = useSay();
  const entries = of.timeline.toReversed();
  const listed = (some: readonly TimelineEntry[]) => (
    <ol className="timeline">
      {some.map((entry, index) => (
        <Entry key={`${index} ${entry.at} ${entry.what}`} entry={entry} of={of} described={described} />
      ))}
    </ol>
  );
  if (entries.length <= latest + 1) return listed(entries);
  return (
    <>
      {listed(entries.slice(0, latest))}
      <details>
        <summary>{say(applications.wholeLog(entries.length))}</summary>
        {listed(entries.slice(latest))}
      </details>
    </>
  );
}

function Entry({ entry, of, described }: Props & { readonly entry: TimelineEntry }): ReactElement {
  const say = useSay();
  const departmentName = useDepartmentName();
  const { language } = useReader();
  const step = of.steps.find(({ id }) => id === entry.step);
  const inPackage = described?.steps.find(({ id }) => id === entry.step);
  const detail = detailOf(entry, of, inPackage);
  const more = [
    ...(entry.until ? [untilWords(entry.what)(limitDay(entry.until, entry.provisional, language))] : []),
    ...(entry.agent ? [applications.byAgent] : []),
  ];
  return (
    <li>
      <time dateTime={entry.at}>{dayAndTime(entry.at, language)}</time>
      <p>
        <strong>{say(happeningName(entry, step?.kind))}</strong>
        {step ? ` · ${say(step.name)}` : ''}
        {entry.department ? <span className="quiet"> {say(departmentName(entry.department))}</span> : null}
      </p>
      {detail || more.length > 0 ? (
        <p className="quiet">
          {detail ? <Said text={detail} /> : null}
          {detail && more.length > 0 ? ' · ' : ''}
          {more.map(say).join(' · ')}
        </p>
      ) : null}
    </li>
  );
}

/** What a day means beside a line: the department's promise, the applicant's limit, or the end of a pause. */
function untilWords(what: string): (day: string) => BilingualText {
  if (what === 'supplement-requested') return applications.supplementUntil;
  return what === 'paused' ? applications.until : applications.endBy;
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
  if (what !== 'withdrawn') return undefined;
  return detail === applications.noReason.zh ? applications.noReason : { zh: detail, en: detail };
}
