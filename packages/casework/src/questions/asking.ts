import type { casework } from '@lianban/protos';
import type { DepartmentFile } from '@lianban/catalogue';
import type { DurableRequest } from '@lianban/engine';
import { type AddressedCommand, type RequestToSend, isRefusal } from '@lianban/model';
import type { CaseCommand } from '../lifecycle/commands';
import type { CaseEvent } from '../lifecycle/events';
import type { StepRequest } from '../lifecycle/item';
import type { CaseState } from '../lifecycle/state';
import type { Answers } from './answering';
import { type Contract, contractOf } from './contract';
import { tellCase } from './record';

type Asked = Pick<StepRequest, 'residentId' | 'subjectId' | 'item' | 'capability'>;

/** As long as for a register: until then whoever was asked may be down. */
const dayMs = 24 * 60 * 60 * 1000;

const LATE = 'department-did-not-answer';

/** What an item asks of other departments is asked the same way by all, and told as the fact of the question's name. */
export function requestsIn({ items }: Pick<DepartmentFile, 'items'>): Readonly<Record<string, DurableRequest>> {
  const contracts = items.flatMap(({ shares }) =>
    shares.flatMap(({ from, question }) => contractOf(from, question) ?? []),
  );
  return Object.fromEntries(contracts.map((contract) => [contract.question, requestOf(contract)]));
}

function requestOf({ department, question: name, definition, method }: Contract): DurableRequest {
  return {
    peer: department,
    definition,
    method,
    deadlineMs: dayMs,
    request: (input, caseId) => questionFor(input as Asked, caseId),
    onReply: (answer): CaseCommand =>
      isRefusal(answer) ? { type: 'LearnFailed', name, why: answer.refused } : { type: 'Learn', name, value: answer },
    onTimeout: (): CaseCommand => ({ type: 'LearnFailed', name, why: LATE }),
  };
}

interface OfCases {
  readonly asked: (event: CaseEvent, state: CaseState) => readonly RequestToSend[];
  readonly told: (event: CaseEvent, state: CaseState, id: string) => readonly AddressedCommand[];
}

/**
 * A fact that a case needs → the question to the department that has it; or, of what this one answers itself, its own record.
 * @param theirs the questions that are asked of others, by name
 * @param own the department's own way to ask: what stands there is asked by it alone
 */
export function questionsOfCases(theirs: object, answers: Answers = {}, own: object = {}): OfCases {
  return {
    asked: (event, state) => {
      if (event.type !== 'FactAsked' || state.status === 'unreceived') return [];
      const { name } = event;
      const isTheirs = Object.hasOwn(theirs, name) && !Object.hasOwn(answers, name);
      return isTheirs && !Object.hasOwn(own, name) ? [{ name, input: askedOf(state.file.request) }] : [];
    },
    told: (event, state, id) => {
      if (event.type !== 'FactAsked' || state.status === 'unreceived') return [];
      const { residentId, subjectId = residentId } = state.file.request;
      const answer = Object.hasOwn(answers, event.name) ? answers[event.name] : undefined;
      return answer ? [tellCase(event.name, subjectId, id, answer.none)] : [];
    },
  };
}

/** What is kept of a case until the question is answered. */
const askedOf = ({ residentId, subjectId, item, capability }: StepRequest): Asked => ({
  residentId,
  ...(subjectId && { subjectId }),
  item,
  ...(capability && { capability }),
});

/** Asked of whom the case is about, when that is not whoever applied. */
const questionFor = ({ residentId, subjectId, item, capability }: Asked, caseId: string): casework.v1.Question => ({
  residentId: subjectId ?? residentId,
  caseId,
  purpose: item,
  ...(capability && { capability }),
});
