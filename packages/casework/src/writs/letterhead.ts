import type { DepartmentFile, Letterhead } from '@lianban/catalogue';
import { dayOf } from '../calendar/shanghai-day';

/** What a department's file says of its letterhead on the day of `at`; of one that says nothing, what is true of any. */
export function letterheadOn(at: Date, { name, complaints, letterheads }: DepartmentFile): Letterhead {
  const day = dayOf(at);
  const known = letterheads.filter(({ from }) => from <= day).toSorted((a, b) => a.from.localeCompare(b.from));
  return (
    known.at(-1) ?? {
      from: '1970-01-01',
      version: 'plain',
      organ: name,
      short: name.zh.replace(/[^\p{Script=Han}].*$/u, ''),
      sealLine: name,
      address: complaints,
      reconsideration: { zh: '本级人民政府', en: 'the people’s government of the same level' },
      court: { zh: '有管辖权的人民法院', en: 'the people’s court that has jurisdiction' },
      licenses: false,
    }
  );
}
