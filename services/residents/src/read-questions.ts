import { residents } from '@lianban/protos';
import type { App } from '@lianban/runtime';
import { type GrpcService, type Handlers, grpcService } from '@lianban/grpc';
import { type Refusal, isRefusal, refuse } from '@lianban/model';
import { z } from 'zod';
import { READS, READ_QUESTIONS } from './aggregate-types';
import { moment, readCursor, writeCursor } from './cursor';
import { type KnownReadQuestion, type ReadQuestionCommand, answererOf } from './domain/read-question';
import { questionId } from './question-id';
import type { Vault } from './vault/seal';

const mostListed = 200;
const longestAnswer = 2000;
/** Where the page before ended: those that wait come first. */
const place = z
  .tuple([z.enum(['asked', 'answered']), moment, z.string().max(64)])
  .transform(([status, askedAt, id]) => ({ status, askedAt, id }));

const noRead = refuse('read-not-found', 'No such line is in your list of reads.');

export const openQuestion = (vault: Vault, id: string, state: KnownReadQuestion): residents.v1.ReadQuestion => ({
  questionId: id,
  residentId: state.residentId,
  reader: state.reader,
  department: state.department,
  caseId: state.caseId,
  purpose: state.purpose,
  askedAt: state.askedAt,
  answer: state.status === 'answered' ? vault.open(state.answer, `${id}/answer`) : '',
  answeredBy: state.status === 'answered' ? state.by : '',
  answeredAt: state.status === 'answered' ? state.answeredAt : undefined,
});

/** Questions about reads, over gRPC. The answer is sealed: it is text about a person. */
export function readQuestionsGrpc(app: App, vault: Vault, isDepartment: (name: string) => boolean): GrpcService {
  const order = async (
    id: string,
    command: ReadQuestionCommand,
    traceparent: string | undefined,
  ): Promise<residents.v1.ReadQuestion | Refusal> => {
    const done = await app.dispatch(READ_QUESTIONS, id, command, { traceparent });
    if (isRefusal(done)) return done;
    return done.state.status === 'none' ? noRead : openQuestion(vault, id, done.state);
  };

  const handlers: Handlers<typeof residents.v1.ReadQuestionsServiceService> = {
    async ask({ residentId, readId }, { traceparent }) {
      const found = await app.get(READS, readId);
      if (found?.state.status !== 'recorded') return noRead;
      const { reader, department = '', caseId, purpose, concerned = [] } = found.state;
      // The same words for the line of somebody else and for none.
      if (found.state.residentId !== residentId && !concerned.includes(residentId)) return noRead;
      const answers = answererOf({ reader, department }, isDepartment);
      if (isRefusal(answers)) return answers;
      const line = { residentId, reader, department, caseId, purpose };
      return order(questionId(line), { type: 'AskAboutRead', line, answers }, traceparent);
    },

    async list({ department, limit, cursor }) {
      const most = Math.min(limit || mostListed, mostListed);
      const after = readCursor(place, cursor);
      const found = await app.find(READ_QUESTIONS, {
        filter: {
          'state.answers': department,
          ...(after && {
            $or: after.status === 'asked' ? [...behind(after), { 'state.status': 'answered' }] : behind(after),
          }),
        },
        // "asked" follows "answered".
        sort: { 'state.status': -1, 'state.askedAt': 1, _id: 1 },
        limit: most + 1,
      });
      const page = found.slice(0, most);
      const last = page.at(-1);
      const isMore = found.length > most && last !== undefined && last.state.status !== 'none';
      return {
        questions: page.flatMap(({ id, state }) => (state.status === 'none' ? [] : [openQuestion(vault, id, state)])),
        nextCursor: isMore ? writeCursor([last.state.status, last.state.askedAt, last.id]) : '',
      };
    },

    async answer({ questionId: id, department, by, text }, { traceparent }) {
      const words = text.trim();
      if (words === '' || words.length > longestAnswer)
        return refuse('invalid-answer', `Write an answer of at most ${longestAnswer} characters.`, '/text');
      const answer = vault.seal(words, `${id}/answer`);
      return order(id, { type: 'AnswerAboutRead', department, by, answer }, traceparent);
    },
  };
  const callers = { gateway: { forPersons: 'everything', itself: [] } } as const;
  return grpcService(residents.v1.ReadQuestionsServiceService, handlers, callers, {
    actors: { ask: ({ residentId }) => residentId },
  });
}

const behind = ({ status, askedAt, id }: z.output<typeof place>) => [
  { 'state.status': status, 'state.askedAt': { $gt: askedAt } },
  { 'state.status': status, 'state.askedAt': askedAt, _id: { $gt: id } },
];
