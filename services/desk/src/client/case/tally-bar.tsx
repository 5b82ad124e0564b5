import type { FormField } from '@lianban/rest-client';
import { useEffect, useEffectEvent } from 'react';
import { useDryRun } from '../api/hooks';
import { useOwnWords } from '../i18n/own-words';
import { useOnline } from '../shell/use-online';
import { valuesOf } from '../view/catalogue-fields';
import { findingsWords } from './findings-words';
import { type Typed, tallyOf } from './scores';

interface Props {
  readonly id: string;
  readonly fields: readonly FormField[];
  readonly typed: Typed;
}

/** The total while it is filled in, and the level as the department’s rule finds it: the rule stands in one place, which is not here. */
export function TallyBar({ id, fields, typed }: Props) {
  const own = useOwnWords(findingsWords);
  const isOnline = useOnline();
  const dryRun = useDryRun(id);
  const { sum, most, count, of } = tallyOf(fields, typed);
  const isWhole = count === of;
  const values = JSON.stringify(valuesOf(fields, typed));
  const look = useEffectEvent(() => dryRun.mutate(JSON.parse(values) as Record<string, unknown>));
  useEffect(() => {
    if (isWhole && isOnline) look();
  }, [isWhole, isOnline, values]);
  const level = dryRun.data?.facts['level'];
  const levelText = () => {
    if (!isWhole) return own('levelLater');
    if (typeof level === 'number') return own('level', { level });
    return isOnline ? '' : own('levelOnline');
  };
  return (
    <p className="tally" role="status">
      <b>{own('total', { sum, most })}</b> <span>{own('filled', { count, of })}</span> <b>{levelText()}</b>
    </p>
  );
}
