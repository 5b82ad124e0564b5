import { residents } from '@lianban/protos';
import type { ReadMarks, ReadQuestions } from '../src/ports';

export const fakeReadMarks: ReadMarks = {
  get: async () => ({ until: undefined }),
  put: async ({ until }) => ({ until }),
};

const readQuestion = residents.v1.ReadQuestion.fromPartial({
  questionId: 'q'.repeat(32),
  residentId: 'r-1',
  reader: 'officer:o-1',
  department: 'permits',
  caseId: 'A-1/licence',
  purpose: 'check-identity',
  askedAt: new Date('2026-03-02T02:00:00Z'),
});

export const fakeReadQuestions: ReadQuestions = {
  ask: async () => readQuestion,
  list: async () => residents.v1.ListReadQuestionsResponse.fromPartial({ questions: [readQuestion] }),
  answer: async ({ text }) => ({ ...readQuestion, answer: text, answeredAt: new Date('2026-03-03T02:00:00Z') }),
};
