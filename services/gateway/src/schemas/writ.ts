import type { casework } from '@lianban/protos';
import { z } from 'zod';
import { outcome } from './outcome';
import { iso, missing, moment, personId, reason, text, textView, unlessEmpty } from './common';
import { named } from './components';
import { freeForm } from './free-form';

const writShape = named(
  'Writ',
  z.object({
    place: z.number().int().describe('In its case, from 1 without a gap'),
    kind: z.enum(['acceptance', 'supplement', 'pause', 'extension', 'grant', 'refusal', 'correction', 'revocation']),
    number: z.string().describe('文号: short name, year, kind, application'),
    issuedAt: moment,
    title: text,
    organ: text.describe('Who issues it'),
    parts: z.array(z.object({ heading: text.optional(), lines: z.array(text) })),
    sealLine: text,
    address: text,
    digest: z.string().optional().describe('SHA-256 of its data, in hex; no seal in law. Absent in a preview'),
    isDemo: z.boolean().describe('The names of authorities and the address are demo values'),
  }),
);

export const writList = named('WritList', z.object({ writs: z.array(writShape) }));

export const ownWrits = named(
  'OwnWrits',
  z.object({
    steps: z.array(
      z.object({
        step: z.string(),
        department: z.string(),
        writs: z.array(writShape).optional().describe('Absent while the department cannot be asked'),
        handedIn: z
          .array(z.object({ name: text, grade: z.string() }))
          .optional()
          .describe('Papers it has received'),
      }),
    ),
  }),
);

/** An act before it is done: the fields of its own request. */
export const actToPreview = named(
  'ActToPreview',
  z.strictObject({
    act: z.enum([
      ...(['accept', 'supplement', 'pause', 'extend', 'decide', 'correct'] as const),
      ...(['approve-extension', 'approve-decision', 'approve-correction'] as const),
    ]),
    outcome: outcome.optional(),
    reason: reason.optional().describe('Of a correction: its error'),
    findings: freeForm('What the officer found.').optional(),
    missing: z.array(missing).max(50).optional(),
    days: z.number().int().min(1).max(366).optional(),
  }),
);

/** Of a file to print. A link sends no header: whose application it is, an agent says in `for`. */
export const printQuery = named(
  'PrintQuery',
  z.strictObject({
    language: z.enum(['zh-CN', 'en']).default('zh-CN'),
    for: personId.optional().describe('As On-Behalf-Of'),
  }),
);

export const deskPrintQuery = named(
  'DeskPrintQuery',
  z.strictObject({ language: z.enum(['zh-CN', 'en']).default('zh-CN') }),
);

type View = z.output<typeof writShape>;

export const writView = ({ parts, digest, ...writ }: casework.v1.Writ): View => ({
  ...writ,
  kind: writ.kind as View['kind'],
  issuedAt: iso(writ.issuedAt) ?? '',
  title: textView(writ.title),
  organ: textView(writ.organ),
  parts: parts.map(({ heading, lines }) => ({ heading: heading && textView(heading), lines: lines.map(textView) })),
  sealLine: textView(writ.sealLine),
  address: textView(writ.address),
  digest: unlessEmpty(digest),
});

export const handedInView = ({ name, grade }: casework.v1.HandedIn) => ({ name: textView(name), grade });
