import { isRefusal } from '@lianban/model';
import { type CaseEvent, authorOf } from './events';
import { outdated } from './fact-age';
import type { Item } from './item';
import { applyRule } from './ruling';
import type { Setting } from './setting';
import { type CaseAt, type CaseFile, awaited } from './state';

/**
 * A public notice has run out: the ruling becomes the decision, unless what it rests on is too old and has to be asked again, or was
 * never asked, because the notice began under a release that did not need it.
 */
export const endOfNotice = (setting: Setting, state: CaseAt<'notice'>, now: Date): readonly CaseEvent[] => {
  const item = setting.item(state.file.request);
  const old = outdated(item, state.file, now);
  const isOpen = old.length > 0 || unaskedOf(item, state.file).length > 0;
  return isOpen ? [{ type: 'NoticeRanOut', at: now }, ...old] : [decided(state, now)];
};

/**
 * After a notice what was asked again has come. The same again is decided. Anything else was not what the public was told of: the rule,
 * or the officer, looks at the case anew.
 */
export const afterNotice = (setting: Setting, state: CaseAt<'notice'>, now: Date): readonly CaseEvent[] => {
  const { file, ruling } = state;
  if (!file.confirming) return [];
  const item = setting.item(file.request);
  const unasked = unaskedOf(item, file);
  if (unasked.length > 0) return unasked.map((name) => ({ type: 'FactAsked', at: now, name }));
  if (awaited(file).length > 0) return [];
  const isUnknown = (item?.questions ?? []).some((name) => Object.hasOwn(file.unavailable, name));
  const again = item && !isUnknown ? applyRule(item, file, state.findings ?? {}, now) : undefined;
  const isSame =
    again !== undefined &&
    !isRefusal(again) &&
    again.outcome === ruling.outcome &&
    JSON.stringify(again.facts) === JSON.stringify(ruling.facts);
  return isSame ? [decided(state, now)] : [{ type: 'NoticeWithdrawn', at: now, why: 'facts-changed' }];
};

const unaskedOf = (item: Item | undefined, file: CaseFile): readonly string[] =>
  (item?.needs(file.request) ?? []).filter((name) => !file.asked.includes(name) && !Object.hasOwn(file.known, name));

const decided = (state: CaseAt<'notice'>, now: Date): CaseEvent => ({
  type: 'CaseDecided',
  at: now,
  ruling: state.ruling,
  ...authorOf(state),
});
