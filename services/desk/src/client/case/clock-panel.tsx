import { Card, Progress } from 'antd';
import type { CaseClock } from '@lianban/rest-client';
import { statutoryWords } from '../view/clock-words';
import { dayText } from '../view/dates';
import { useNames } from '../view/names';
import { useWords } from '../i18n/language';

const kinds = { accept: 'kindAccept', decide: 'kindDecide', answer: 'kindAnswer' } as const;

/** The legal clock: days used, days left, and every pause with its reason. */
export function ClockPanel({ clock }: { readonly clock: CaseClock }) {
  const { t, word, language } = useWords();
  const { reasonName } = useNames();
  const { kind, usedDays, promisedDays, extendedBy, pauses, undated } = clock;
  const promised = promisedDays + extendedBy;
  const isDecided = kind === 'decide';
  return (
    <Card size="small" title={t(kinds[kind ?? 'decide'])} className={`clock-panel ${clock.level ?? ''}`}>
      {undated && <p>{`${t('undated')}: ${word(undated)}`}</p>}
      {isDecided && (
        <>
          <Progress
            percent={Math.min(100, Math.round((usedDays / Math.max(1, promised)) * 100))}
            showInfo={false}
            aria-label={t('used', { used: usedDays, promised })}
          />
          <p>{t('used', { used: usedDays, promised })}</p>
        </>
      )}
      <p>{t(...statutoryWords(clock))}</p>
      {clock.dueAt && <p>{t('dueOn', { date: dayText(clock.dueAt, language) })}</p>}
      {clock.dueProvisional && <p>{t('provisional')}</p>}
      {extendedBy > 0 && <p>{t('extendedBy', { days: extendedBy })}</p>}
      {pauses.length > 0 && (
        <>
          <h3>{t('pauses')}</h3>
          <ul>
            {pauses.map(({ reason, from, to, days }) => (
              <li key={from}>
                {t('pauseLine', {
                  reason: reasonName(reason),
                  from: dayText(from, language),
                  to: to ? dayText(to, language) : t('until'),
                  days,
                })}
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}
