import type { Decider, Refusal } from '@lianban/model';

const refuse = (refused: string, detail: string): Refusal => ({ refused, detail });

/** A line of somebody's list of reads: who looked, where from, in which case and for what. */
export interface ReadLine {
  readonly residentId: string;
  readonly reader: string;
  readonly department: string;
  readonly caseId: string;
  readonly purpose: string;
}

/** A resident does not understand why somebody read of them; answered once. */
export type ReadQuestionState =
  | { readonly status: 'none' }
  | ({ readonly status: 'asked'; readonly answers: string; readonly askedAt: Date } & ReadLine)
  | ({
      readonly status: 'answered';
      readonly answers: string;
      readonly askedAt: Date;
      readonly by: string;
      /** Sealed. */
      readonly answer: string;
      readonly answeredAt: Date;
    } & ReadLine);
export type KnownReadQuestion = Exclude<ReadQuestionState, { status: 'none' }>;

export type ReadQuestionCommand =
  | { readonly type: 'AskAboutRead'; readonly line: ReadLine; readonly answers: string }
  | { readonly type: 'AnswerAboutRead'; readonly department: string; readonly by: string; readonly answer: string };

export type ReadQuestionEvent =
  | { readonly type: 'AskedAboutRead'; readonly line: ReadLine; readonly answers: string; readonly at: Date }
  | { readonly type: 'AnsweredAboutRead'; readonly by: string; readonly answer: string; readonly at: Date };

/** Who answers for whoever belongs to no department. */
export const OPERATORS = 'operators';

/** Who answers for the reader: the officer's department, the service itself, or those who run the city. A resident answers to nobody. */
export function answererOf(
  { reader, department }: Pick<ReadLine, 'reader' | 'department'>,
  isDepartment: (name: string) => boolean,
): string | Refusal {
  if (reader.startsWith('resident:'))
    return refuse(
      'read-not-askable',
      'You or somebody with a mandate of yours looked here: end a mandate under "My data", no department can answer for it.',
    );
  if (department) return department;
  return isDepartment(reader) ? reader : OPERATORS;
}

const unknown = refuse('read-question-not-found', 'No question of this number waits for you.');
const idOf = (of: string): string => of.slice(of.indexOf(':') + 1);

export const readQuestion: Decider<ReadQuestionState, ReadQuestionCommand, ReadQuestionEvent> = {
  initial: () => ({ status: 'none' }),

  decide(command, state, at) {
    if (command.type === 'AskAboutRead')
      return state.status === 'none'
        ? [{ type: 'AskedAboutRead', line: command.line, answers: command.answers, at }]
        : [];
    if (state.status === 'none' || state.answers !== command.department) return unknown;
    if (state.status === 'answered')
      return refuse('read-question-answered', 'This question was answered already: the resident sees that answer.');
    if (idOf(state.reader) === idOf(command.by))
      return refuse('conflict-of-interest', 'This asks about a look of your own: somebody else answers it.');
    return [{ type: 'AnsweredAboutRead', by: command.by, answer: command.answer, at }];
  },

  evolve(state, event) {
    if (event.type === 'AskedAboutRead')
      return { status: 'asked', ...event.line, answers: event.answers, askedAt: event.at };
    if (state.status === 'none') return state;
    return { ...state, status: 'answered', by: event.by, answer: event.answer, answeredAt: event.at };
  },
};
