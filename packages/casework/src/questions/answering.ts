import { type casework, residents } from '@lianban/protos';
import type { DepartmentFile } from '@lianban/catalogue';
import { type CallContext, type GrpcService, grpcService } from '@lianban/grpc';
import { type Refusal, isRefusal, refuse } from '@lianban/model';
import type { App } from '@lianban/runtime';
import type { ZodType } from 'zod';
import type { Facts } from '../lifecycle/item';
import { questionsOfAll } from './contract';
import { RECORDS, recordId } from './record';

/** What a department answers to one question. */
export interface Answer {
  /** Of what is told, and so of what is kept. */
  readonly shape: ZodType<Facts>;
  /** What is told of whom nothing is kept, where the department's records are complete. Without it nobody is told anything. */
  readonly none?: Facts;
}

/** By the question. */
export type Answers = Readonly<Record<string, Answer>>;

// Whoever asks gives up after five seconds, and asks again.
const answerWithinMs = 3_000;

const unknown = refuse('nothing-known', 'The department has no records of this resident: ask them.', '/residentId');

/** Who may ask what: departments whose items share it, by the catalogue that the city runs. */
type Files = () => readonly DepartmentFile[];

/** The department's QuestionsService: answers nobody before residents has allowed it and written it down. */
export function serveQuestions(app: App, name: string, answers: Answers, files: Files): GrpcService {
  const own = questionsOfAll.filter(({ department }) => department === name);
  const handlers = Object.fromEntries(
    own.map(({ method, question }) => [
      method,
      async (asked: casework.v1.Question, call: CallContext) =>
        (await unlessRecorded(app, question, asked, call)) ?? answer(app, question, answers[question]!, asked),
    ]),
  );
  if (!own[0]) throw new Error(`${name} answers questions without a QuestionsService in its contract`);
  return grpcService(own[0].definition, handlers as never, () => askersOf(name, files()));
}

async function answer(app: App, question: string, { none }: Answer, { residentId }: casework.v1.Question) {
  const found = await app.get(RECORDS, recordId(question, residentId));
  return found?.state.status === 'kept' ? found.state.value : (none ?? unknown);
}

type Named = Pick<casework.v1.Question, 'residentId' | 'caseId' | 'purpose' | 'capability'>;

/** The refusal of a question by whoever has no right to it; otherwise the resident sees from now on that it was asked. */
export async function unlessRecorded(
  app: App,
  question: string,
  { residentId, caseId, purpose, capability }: Named,
  { caller: asker, traceparent, signal }: CallContext,
): Promise<Refusal | undefined> {
  const said = { residentId, question, asker, purpose: { caseId, purpose, ...(capability && { capability }) } };
  const { recordAnswer } = app.clientOf('residents', residents.v1.ResidentsServiceService);
  const done = await recordAnswer(said, { traceparent, signal, deadlineMs: answerWithinMs });
  return isRefusal(done) ? done : undefined;
}

/** Each department with the methods by which it asks `department`. */
export function askersOf(department: string, files: readonly DepartmentFile[]): Readonly<Record<string, string[]>> {
  const asks = files.map((file) => {
    const shares = file.items.flatMap(({ shares }) => shares).filter(({ from }) => from === department);
    const questions = new Set<string>(shares.map(({ question }) => question));
    const methods = questionsOfAll.filter((each) => each.department === department && questions.has(each.question));
    return [file.department, methods.map(({ method }) => method)] as const;
  });
  return Object.fromEntries(asks.filter(([, methods]) => methods.length > 0));
}
