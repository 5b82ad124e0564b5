import { type Refusal, isRefusal, refuse } from '@lianban/model';
import type { casework } from '@lianban/protos';
import type { App } from '@lianban/runtime';
import { outcomeOf } from '../contract/wire';
import type { CommandOf } from '../lifecycle/commands';
import { CASES } from './cases';
import { grantedElsewhere } from './granted-elsewhere';
import { type Caller, supervisorOnly } from './officer';

type Acted<R, T extends 'AskCorrection' | 'ApproveCorrection' | 'RefuseCorrection'> = (
  request: R,
  officer: string,
  caller: Caller,
) => Promise<CommandOf<T> | Refusal>;

type Wanted = Pick<casework.v1.AskCorrectionRequest, 'outcome' | 'error' | 'findings'>;

export const correctionOf = (wanted: Wanted, officer: string): CommandOf<'AskCorrection'> | Refusal => {
  const outcome = outcomeOf(wanted.outcome);
  if (!outcome) return refuse('outcome-missing', 'Say what the decision is to be: granted or refused.', '/outcome');
  return { type: 'AskCorrection', officer, outcome, reason: wanted.error, findings: wanted.findings ?? {} };
};

/** A decision made in error is put right by supervisors alone, one of whom asks and another answers. */
export const correctionActs = (app: App) => {
  const barred = async (id: string, isGrant: boolean): Promise<Refusal | undefined> => {
    const found = isGrant ? await app.get(CASES, id) : undefined;
    return found && grantedElsewhere(app, found.state);
  };
  const ask: Acted<casework.v1.AskCorrectionRequest, 'AskCorrection'> = async (request, officer, { isSupervisor }) => {
    if (!isSupervisor) return supervisorOnly;
    const command = correctionOf(request, officer);
    if (isRefusal(command)) return command;
    const not = await barred(request.id, command.outcome === 'granted');
    return not ?? command;
  };
  const answer: Acted<casework.v1.AnswerCorrectionRequest, 'ApproveCorrection' | 'RefuseCorrection'> = async (
    { id, approve },
    officer,
    { isSupervisor },
  ) => {
    if (!isSupervisor) return supervisorOnly;
    if (!approve) return { type: 'RefuseCorrection', officer };
    const found = await app.get(CASES, id);
    const asked = found && found.state.status !== 'unreceived' ? found.state.file.correctionAsk : undefined;
    const not = await barred(id, asked?.ruling.outcome === 'granted');
    return not ?? { type: 'ApproveCorrection', officer };
  };
  return { ask, answer };
};
