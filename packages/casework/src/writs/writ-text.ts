import { createHash } from 'node:crypto';
import type { DepartmentFile, Letterhead } from '@lianban/catalogue';
import type { WorkingDays } from '../calendar/working-days';
import { dayOf } from '../calendar/shanghai-day';
import type { CaseState, FiledCase } from '../lifecycle/state';
import { writsOf } from '../lifecycle/issue-writ';
import { type Writ, isDecision } from '../lifecycle/writ';
import { itemOf } from './handed-in';
import { letterheadOn } from './letterhead';
import { type Wording, wording1 } from './wording-1';
import { wording2 } from './wording-2';
import { type WritPart, writParts } from './writ-parts';
import type { Text } from './words';

/** A writ as people read it, in both languages. Whom it is addressed to is not known here: a case holds no name. */
export interface WritText {
  /** In its case, from 1 without a gap. */
  readonly place: number;
  readonly kind: Writ['kind'];
  /** 郑审批〔2026〕准字第 LB20260302000001-482130-2 号 */
  readonly number: string;
  readonly issuedAt: Date;
  readonly title: Text;
  readonly organ: Text;
  readonly parts: readonly WritPart[];
  readonly sealLine: Text;
  readonly address: Text;
  /** SHA-256 of the writ's data, in hex: changed data has another. */
  readonly digest: string;
  /** The letterhead is a demo value, not the department's own. */
  readonly isDemo: boolean;
}

const wordings: Readonly<Record<number, Wording>> = { 1: wording1, 2: wording2 };

/** Every writ of a case, oldest first. `at`: only from this place on. */
export const writTexts = (
  state: CaseState,
  file: DepartmentFile,
  calendar: WorkingDays,
  from = 1,
): readonly WritText[] =>
  state.status === 'unreceived'
    ? []
    : writsOf(state)
        .map((writ, index) => ({ writ, place: index + 1 }))
        .slice(from - 1)
        .map(({ writ, place }) => textOf(state, writ, place, file, calendar));

function textOf(state: FiledCase, writ: Writ, place: number, file: DepartmentFile, calendar: WorkingDays): WritText {
  const { request } = state.file;
  const wording = wordings[writ.wording];
  if (!wording)
    throw new Error(`writ ${place} of case ${state.id} is in wording ${writ.wording}, which this release lacks`);
  const letterhead = letterheadOn(writ.at, file);
  const item = itemOf(request, file);
  const ruling = isDecision(writ) ? (writ.ruling ?? ('ruling' in state ? state.ruling : undefined)) : undefined;
  const replaced = 'replaces' in writ && writ.replaces !== undefined ? writ.replaces : undefined;
  const former = replaced === undefined ? undefined : writsOf(state)[replaced - 1];
  const before =
    former && replaced ? numberOf(state, former, replaced, letterheadOn(former.at, file), wording) : undefined;
  const number = numberOf(state, writ, place, letterhead, wording);
  const { organ, sealLine, address, version } = letterhead;
  const context = {
    ...{ application: request.applicationNumber, item, file, letterhead, wording, calendar, ruling, before },
    request,
  };
  const data = { number, case: state.id, resident: request.residentId, item: request.item, writ: { ...writ, ruling } };
  return {
    place,
    kind: writ.kind,
    number,
    issuedAt: writ.at,
    title: wording.titles[writ.kind],
    organ,
    parts: writParts(writ, context),
    sealLine,
    address,
    digest: createHash('sha256')
      .update(canonical({ ...data, letterhead: version }))
      .digest('hex'),
    isDemo: version.startsWith('demo-') || version === 'plain',
  };
}

/**
 * Short name, year, kind, and: the application, six digits of the step, the place in the case. Made of what the case knows: a counter
 * of the whole department would be a document that every act waits for.
 */
const numberOf = (
  { id, file: { request } }: FiledCase,
  { kind, at }: Writ,
  place: number,
  { short }: Letterhead,
  { marks }: Wording,
) => {
  const step = createHash('sha256').update(id).digest().readUInt32BE() % 1_000_000;
  const serial = `${request.applicationNumber}-${String(step).padStart(6, '0')}-${place}`;
  return `${short}〔${dayOf(at).slice(0, 4)}〕${marks[kind]}字第 ${serial} 号`;
};

/** JSON with the fields in the order of the alphabet, without those that are not there. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
