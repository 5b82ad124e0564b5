import { Card, Tag } from 'antd';
import { useId } from 'react';
import type { Case } from '@lianban/rest-client';
import { momentText } from '../view/dates';
import { useWords } from '../i18n/language';

/** Objections in people's own words, above everything else, so that the officer has read them before deciding. */
export function ObjectionsPanel({ found: { objections = [] } }: { readonly found: Case }) {
  const { t, language } = useWords();
  const title = useId();
  if (objections.length === 0) return null;
  return (
    <section aria-labelledby={title}>
      <Card size="small" className="notes objections" title={<h2 id={title}>{t('objections')}</h2>}>
        <ul>
          {objections.map(({ objection, text, filedAt, dismissed }) => (
            <li key={objection}>
              {text === undefined ? <p className="faint">{t('objectionAway')}</p> : <p dir="auto">{text}</p>}
              <small>{filedAt && momentText(filedAt, language)}</small>
              {dismissed && <Tag>{t('objectionDismissed')}</Tag>}
            </li>
          ))}
        </ul>
      </Card>
    </section>
  );
}
