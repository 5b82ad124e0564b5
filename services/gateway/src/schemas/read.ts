import type { residents } from '@lianban/protos';
import { z } from 'zod';
import { named } from './components';
import { iso, moment, unlessEmpty } from './common';

const bases = ['own', 'mandate', 'consent', 'duty', 'request'] as const;

export const readQuestion = named(
  'ReadQuestion',
  z
    .object({
      id: z.string(),
      askedAt: moment,
      answer: z.string().optional(),
      answeredAt: moment.optional(),
    })
    .describe('“I do not understand this read” 我不明白这次查阅'),
);

export const readQuestionView = (of: residents.v1.ReadQuestion): z.output<typeof readQuestion> => ({
  id: of.questionId,
  askedAt: iso(of.askedAt) ?? '',
  answer: unlessEmpty(of.answer),
  answeredAt: iso(of.answeredAt),
});

/** As whoever answers sees it. */
export const deskQuestionList = named(
  'DeskReadQuestionList',
  z.object({
    questions: z.array(
      readQuestion.extend({
        residentId: z.string(),
        reader: z.string(),
        caseId: z.string(),
        purpose: z.string(),
        answeredBy: z.string().optional(),
      }),
    ),
    nextCursor: z.string().optional(),
  }),
);

export const deskQuestionListView = (
  of: residents.v1.ListReadQuestionsResponse,
): z.output<typeof deskQuestionList> => ({
  questions: of.questions.map((each) => ({
    ...readQuestionView(each),
    residentId: each.residentId,
    reader: each.reader,
    caseId: each.caseId,
    purpose: each.purpose,
    answeredBy: unlessEmpty(each.answeredBy),
  })),
  nextCursor: unlessEmpty(of.nextCursor),
});

export const readList = named(
  'ReadList',
  z
    .object({
      reads: z.array(
        z.object({
          at: moment.describe('Of the last look'),
          firstAt: moment,
          count: z.number().describe('Looks of this reader in this case for this purpose'),
          reader: z.string(),
          id: z.string().describe('Of this line, to ask about it'),
          department: z.string().optional().describe('Of the officer who read'),
          caseId: z.string().optional(),
          purpose: z.string(),
          fields: z.array(z.string()).describe('Names of what was seen, in all these looks'),
          basis: z
            .enum(bases)
            .optional()
            .describe('By what right: my own data, a mandate, my consent, a duty by law, or because I asked in person'),
          ofHousehold: z.boolean().describe('Asked about somebody of my household, and told of me too'),
          question: readQuestion.optional().describe('What I asked about it'),
        }),
      ),
      nextCursor: z.string().optional(),
    })
    .describe('Who read what about me, and what for, the latest first'),
);

export const readListView = (of: residents.v1.ListReadsResponse): z.output<typeof readList> => ({
  reads: of.reads.map(
    ({ id, at, firstAt, count, reader, department, caseId, purpose, fields, basis, ofHousehold, question }) => ({
      at: iso(at) ?? '',
      firstAt: iso(firstAt ?? at) ?? '',
      count: count || 1,
      reader,
      department: unlessEmpty(department),
      caseId: unlessEmpty(caseId),
      purpose,
      fields,
      id,
      basis: bases.find((each) => each === basis),
      ofHousehold,
      question: question && readQuestionView(question),
    }),
  ),
  nextCursor: unlessEmpty(of.nextCursor),
});
