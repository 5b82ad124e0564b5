import { type Refusal, refuse } from '@lianban/model';
import type { App } from '@lianban/runtime';
import type { CaseState } from '../lifecycle/state';
import { CASES } from './cases';

/**
 * A refusal that becomes a grant must not give somebody the same thing twice: who applied anew after a refusal may have it by now, or
 * be about to. The refusal names the other case.
 */
export async function grantedElsewhere(app: App, state: CaseState): Promise<Refusal | undefined> {
  if (state.status !== 'decided' || state.ruling.outcome === 'granted') return undefined;
  const { residentId, item } = state.file.request;
  const [other] = await app.find(CASES, {
    filter: {
      'state.file.request.residentId': residentId,
      'state.file.request.item': item,
      _id: { $ne: state.id },
      $or: [
        { 'state.status': { $in: ['received', 'supplement', 'accepted', 'paused', 'notice'] } },
        { 'state.status': 'decided', 'state.ruling.outcome': 'granted' },
      ],
    },
    sort: { _id: 1 },
    limit: 1,
  });
  return other
    ? refuse(
        'granted-elsewhere',
        `The same is granted, or being decided, in case ${other.id}: this refusal cannot become a grant beside it.`,
      )
    : undefined;
}
