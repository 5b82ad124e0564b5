import type { residents } from '@lianban/protos';
import type { App } from '@lianban/runtime';
import { z } from 'zod';
import { moment, readCursor, writeCursor } from './cursor';
import { READS, READ_QUESTIONS } from './aggregate-types';
import { householdFields } from './domain/concerned';
import { questionId } from './question-id';
import { openQuestion } from './read-questions';
import type { Vault } from './vault/seal';

const mostListed = 500;

/** Reads that differ in their time and fields alone. */
interface Line {
  readonly _id: {
    readonly reader: string;
    readonly caseId: string;
    readonly purpose: string;
    readonly department?: string;
    readonly ofHousehold: boolean;
  };
  readonly first: Date;
  readonly last: Date;
  readonly count: number;
  readonly fields: readonly (readonly string[])[];
  readonly basis: string | null;
  /** Of the first of them: no other line has it. */
  readonly id: string;
}

/** The newest read when the first page was shown, and where the page before ended. */
const place = z.tuple([moment, moment, z.string().max(100)]).transform(([asOf, last, id]) => ({ asOf, last, id }));

/**
 * Who read what about somebody, the latest first. Folded here and not as it is written: the book stays one document a read, as
 * it is sealed, and a read costs what it cost; the list is asked for rarely, and looks at one person's reads alone.
 */
export async function listReads(
  app: App,
  vault: Vault,
  { residentId, limit, cursor, withoutOwn }: residents.v1.ListReadsRequest,
): Promise<residents.v1.ListReadsResponse> {
  const most = Math.min(limit || 100, mostListed);
  const after = readCursor(place, cursor);
  const lines = await app.summarize<Line>(READS, [
    {
      $match: {
        $or: [{ 'state.residentId': residentId }, { 'state.concerned': residentId }],
        ...(after && { 'state.at': { $lte: after.asOf } }),
        ...(withoutOwn && { 'state.reader': { $ne: `resident:${residentId}` } }),
      },
    },
    {
      $group: {
        _id: {
          reader: '$state.reader',
          caseId: '$state.caseId',
          purpose: '$state.purpose',
          department: '$state.department',
          ofHousehold: { $ne: ['$state.residentId', residentId] },
        },
        first: { $min: '$state.at' },
        last: { $max: '$state.at' },
        count: { $sum: 1 },
        fields: { $addToSet: '$state.fields' },
        // What former releases wrote has none.
        basis: { $max: '$state.basis' },
        id: { $min: '$_id' },
      },
    },
    ...(after
      ? [{ $match: { $or: [{ last: { $lt: after.last } }, { last: after.last, id: { $gt: after.id } }] } }]
      : []),
    { $sort: { last: -1, id: 1 } },
    { $limit: most + 1 },
  ]);
  const page = lines.slice(0, most);
  const end = page.at(-1);
  const asOf = after?.asOf ?? page[0]?.last;
  const isMore = lines.length > most && end !== undefined && asOf !== undefined;
  const questions = await questionsAbout(app, vault, residentId, page);
  const reads = page.map((line) => ({ ...shown(line), question: questions.get(questionOf(residentId, line)) }));
  return { reads, nextCursor: isMore ? writeCursor([asOf, end.last, end.id]) : '' };
}

const questionOf = (residentId: string, { _id: { reader, department = '', caseId, purpose } }: Line): string =>
  questionId({ residentId, reader, department, caseId, purpose });

/** What the resident asked about these lines, by its id. */
async function questionsAbout(app: App, vault: Vault, residentId: string, lines: readonly Line[]) {
  const ids = lines.map((line) => questionOf(residentId, line));
  const found = await app.find(READ_QUESTIONS, { filter: { _id: { $in: ids } }, limit: mostListed });
  return new Map(
    found.flatMap(({ id, state }) => (state.status === 'none' ? [] : [[id, openQuestion(vault, id, state)] as const])),
  );
}

const shown = ({ _id, first, last, count, fields, basis, id }: Line): Omit<residents.v1.Read, 'question'> => ({
  reader: _id.reader,
  caseId: _id.caseId,
  purpose: _id.purpose,
  department: _id.department ?? '',
  fields: _id.ofHousehold ? [...householdFields(seenIn(fields))] : seenIn(fields),
  at: last,
  firstAt: first,
  count,
  basis: basis ?? '',
  ofHousehold: _id.ofHousehold,
  id,
});

/** In the order of the look that saw most. */
const seenIn = (fields: Line['fields']): string[] => [
  ...new Set(fields.toSorted((a, b) => b.length - a.length).flat()),
];
