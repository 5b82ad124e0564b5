import { questionId } from '../question-id';
import { type ReadQuestionState, OPERATORS, answererOf, readQuestion } from './read-question';

const at = new Date('2026-03-02T01:00:00Z');
const line = {
  residentId: 'r-1',
  reader: 'officer:o-1',
  department: 'permits',
  caseId: 'A-1/licence',
  purpose: 'check-identity',
};
const ask = { type: 'AskAboutRead', line, answers: 'permits' } as const;
const asked: ReadQuestionState = { status: 'asked', ...line, answers: 'permits', askedAt: at };
const answer = { type: 'AnswerAboutRead', department: 'permits', by: 'supervisor:s-1', answer: 'sealed' } as const;

test('a second press is the same question', () => {
  expect(readQuestion.decide(ask, { status: 'none' }, at)).toHaveLength(1);
  expect(readQuestion.decide(ask, asked, at)).toEqual([]);
  expect(questionId(line)).toBe(questionId({ ...line }));
  expect(questionId({ ...line, residentId: 'r-2' })).not.toBe(questionId(line));
});

test('it is answered by the department that read, once, and by nobody for a look of their own', () => {
  const answered = readQuestion.decide(answer, asked, at);
  expect(answered).toEqual([{ type: 'AnsweredAboutRead', by: 'supervisor:s-1', answer: 'sealed', at }]);
  expect(readQuestion.decide({ ...answer, department: 'police' }, asked, at)).toMatchObject({
    refused: 'read-question-not-found',
  });
  expect(readQuestion.decide({ ...answer, by: 'supervisor:o-1' }, asked, at)).toMatchObject({
    refused: 'conflict-of-interest',
  });
  const over = readQuestion.evolve(asked, { type: 'AnsweredAboutRead', by: 'supervisor:s-1', answer: 'sealed', at });
  expect(readQuestion.decide(answer, over, at)).toMatchObject({ refused: 'read-question-answered' });
  expect(readQuestion.decide(ask, over, at)).toEqual([]);
});

test('who answers: the officer’s department, the department that read by itself, or the operators', () => {
  const isDepartment = (name: string) => name === 'social-assistance';
  expect(answererOf(line, isDepartment)).toBe('permits');
  expect(answererOf({ reader: 'social-assistance', department: '' }, isDepartment)).toBe('social-assistance');
  expect(answererOf({ reader: 'operator:op-1', department: '' }, isDepartment)).toBe(OPERATORS);
  expect(answererOf({ reader: 'resident:r-2', department: '' }, isDepartment)).toMatchObject({
    refused: 'read-not-askable',
  });
});
