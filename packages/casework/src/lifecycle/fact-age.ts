import { type Refusal, refuse } from '@lianban/model';
import type { CaseEvent } from './events';
import type { Item } from './item';
import type { Handler } from './setting';
import { type CaseFile, awaited, isOpen } from './state';
import { notWhile } from './refusals';

/** What another service said counts for a day: it is asked again before a decision that rests on what is older. */
const FRESH_MS = 24 * 60 * 60 * 1000;

/** Of what the item asks others, the facts that are too old to decide on. When it was learnt, cases of a former release do not say. */
export const oldFacts = (item: Item | undefined, file: CaseFile, now: Date): readonly string[] => {
  const needed = item?.needs(file.request) ?? [];
  return (item?.questions ?? []).filter((name) => {
    if (!needed.includes(name) || !Object.hasOwn(file.known, name)) return false;
    const learntAt = file.learntAt?.[name];
    return learntAt === undefined || now.getTime() - learntAt.getTime() > FRESH_MS;
  });
};

export const outdated = (item: Item | undefined, file: CaseFile, now: Date): readonly CaseEvent[] =>
  oldFacts(item, file, now).map((name) => ({ type: 'FactOutdated', at: now, name }));

export const FACTS_OUTDATED = 'facts-outdated';

/** The refusal of a person's decision on facts that are too old: they are asked again at once, and then it is decided anew. */
export const onOldFacts = (item: Item, file: CaseFile, now: Date): Refusal | undefined => {
  const old = oldFacts(item, file, now);
  return old.length > 0
    ? refuse(
        FACTS_OUTDATED,
        `What others said is older than a day and is asked again now: ${old.join(', ')}. Look at it when it has come, then decide.`,
      )
    : undefined;
};

/** Somebody is about to decide: what is too old is asked again. */
export const askAgain: Handler<'AskAgain'> = (setting, state, _command, now) => {
  if (!isOpen(state)) return notWhile(state.status);
  return awaited(state.file).length > 0 ? [] : outdated(setting.item(state.file.request), state.file, now);
};
