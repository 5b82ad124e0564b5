import { Tag } from 'antd';
import type { CaseClock } from '@lianban/rest-client';
import { useWords } from '../i18n/language';
import { clockWords } from './clock-words';
import { dayText } from './dates';

/** The time left as text, with its colour. */
export function ClockTag({ clock }: { readonly clock: CaseClock }) {
  const { t, language } = useWords();
  const { key, gaps, level } = clockWords(clock);
  if (level === 'none') return <span>{t('noLimit')}</span>;
  return (
    <span className="clock">
      <Tag className={`level ${level}`}>{t(key, gaps)}</Tag>
      <small>
        {clock.running ? clock.dueAt && t('dueOn', { date: dayText(clock.dueAt, language) }) : t('standsStill')}
        {clock.running && clock.dueProvisional && ` (${t('provisional')})`}
      </small>
    </span>
  );
}
