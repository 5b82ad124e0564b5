import type { Finished, Progress, Progressed, StepNews } from '@lianban/steps';
import { settle, advance } from './advance';
import { isReviewed, stepOf, type StepState } from './application';
import { takeBack } from './ask';
import { dueAfter } from './deadlines';
import type { Draft } from './draft';
import type { PlanStep } from './plan';
import { heardWord } from './progress';
import { correct } from './correct';
import { revive } from './review';

/**
 * What is said of a step by the service that performs it. News that come late, twice or in the wrong order change nothing, with
 * one exception: its end is heard as long as the step waits for an answer, even when an operator already looks after it.
 */
export function hear(draft: Draft, step: PlanStep, news: StepNews): void {
  switch (news.type) {
    case 'progressed':
      return hearProgress(draft, step, news);
    case 'finished':
      return hearFinished(draft, step, news);
    case 'corrected':
      return correct(draft, step, news);
    case 'cancelled':
      return hearCancelled(draft, step, news.at);
    case 'undone':
      return hearUndone(draft, step, news.at);
  }
}

function hearFinished(draft: Draft, step: PlanStep, { at, before, ...news }: Finished): void {
  const { asked, status, takenOverBy } = stepOf(draft.state, step.id);
  const { outcome, reason, facts, grounds, decidedBy } = news;
  if (asked === undefined) {
    const nobodyWantsIt = status === 'cancelled' || (status === 'refused' && takenOverBy !== undefined);
    if (outcome === 'granted' && nobodyWantsIt) takeBack(draft, step, 'decided-too-late');
    return;
  }
  if (asked === 'compensation') return;
  if (before) hearProgress(draft, step, before);
  if (outcome === 'granted' && isReviewed(stepOf(draft.state, step.id))) revive(draft, step);
  const end = { outcome, reason, facts, grounds, ...(decidedBy && { decidedBy }) };
  draft.add({ type: 'StepFinished', ...draft.about(step, at), ...end });
  if (asked === 'cancellation' && outcome === 'granted') takeBack(draft, step, 'no-longer-wanted');
  if (asked === 'cancellation') advance(draft);
  else settle(draft, step);
}

/** Asked for or not: whoever let go of the step has answered. */
function hearCancelled(draft: Draft, step: PlanStep, at?: Date): void {
  const { asked } = stepOf(draft.state, step.id);
  if (asked !== 'decision' && asked !== 'cancellation') return;
  draft.add({ type: 'StepCancelled', ...draft.about(step, at) });
  advance(draft);
}

function hearUndone(draft: Draft, step: PlanStep, at?: Date): void {
  if (stepOf(draft.state, step.id).asked !== 'compensation') return;
  draft.add({ type: 'StepUndone', ...draft.about(step, at) });
  advance(draft);
}

function hearProgress(draft: Draft, step: PlanStep, { at, progress }: Progressed): void {
  const state = stepOf(draft.state, step.id);
  const about = draft.about(step, at);
  // Of an objection the resident is told, whenever that is. Nothing else changes, unless a person was to look at a refusal: it stands.
  if (progress.status === 'objection-dismissed') {
    draft.add({ type: 'StepProgressed', ...about, progress, dueAt: null });
    return advance(draft);
  }
  if (state.asked !== 'decision' || isOldNews(state, progress, about.at)) return;
  draft.add({ type: 'StepProgressed', ...about, progress, ...dueAfter(draft, step, progress) });
}

function isOldNews({ heard, acceptedAt }: StepState, progress: Progress, at: Date): boolean {
  if (progress.status === 'accepted' && acceptedAt !== undefined && acceptedAt >= at) return true;
  if (heard === undefined || heard.at < at) return false;
  return heard.at > at || heard.what === heardWord(progress);
}
