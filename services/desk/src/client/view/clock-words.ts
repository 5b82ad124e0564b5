import type { CaseClock, Level } from '@lianban/rest-client';
import type { TextKey } from '../i18n/zh';

interface ClockText {
  readonly key: TextKey;
  readonly gaps?: Readonly<Record<string, number>>;
  readonly level: Level | 'none';
}

/** The text and colour of the time left: never the colour alone. */
export function clockWords({ leftDays, level, undated, dueAt, kind }: CaseClock): ClockText {
  if (undated) return { key: 'undated', level: 'overdue' };
  if (!kind || (!dueAt && !level)) return { key: 'noLimit', level: 'none' };
  const shown = level ?? 'green';
  if (leftDays < 0) return { key: 'daysLate', gaps: { count: -leftDays }, level: shown };
  if (leftDays === 0) return { key: 'dueToday', level: shown };
  return { key: 'daysLeft', gaps: { count: leftDays }, level: shown };
}

/** The limit by law in the days its law counts, and what is left of it while it is running. */
export function statutoryWords(clock: CaseClock): readonly [TextKey, Readonly<Record<string, number>>] {
  const { kind, dueAt, statutoryDays, statutoryCalendarDays, statutoryLeftDays: left, extendedBy } = clock;
  const isLeft = kind === 'decide' && dueAt !== undefined;
  if (statutoryCalendarDays !== undefined) {
    const days = statutoryCalendarDays;
    return isLeft ? ['statutoryCalendar', { days, left }] : ['statutoryCalendarPlain', { days }];
  }
  return isLeft
    ? ['statutory', { days: statutoryDays + extendedBy, left }]
    : ['statutoryPlain', { days: statutoryDays }];
}
