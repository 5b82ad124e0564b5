import { Card } from 'antd';
import type { Mending, MendingAsk, ServiceStanding } from '@lianban/rest-client';
import { useWords } from '../i18n/language';
import { useAnswerMending } from './api';
import { Asked } from './asked';
import { labels } from './mend-form';
import { PlainTable } from './plain-table';
import { useOperatorWords } from './words';

/** Acts on keys that one operator asked for and another has to approve, with the records they touch. */
export function MendingAsks({ services, me }: { readonly services: readonly ServiceStanding[]; readonly me: string }) {
  const { t } = useOperatorWords();
  const asks = services.flatMap(({ service, asks: open }) => open.map((ask) => ({ service, ask })));
  return (
    <section aria-labelledby="asks">
      <h2 id="asks">{t('asks')}</h2>
      {asks.length === 0 && <p>{t('asksNone')}</p>}
      {asks.map(({ service, ask }) => (
        <OneAsk key={`${service} ${ask.act} ${ask.key}`} service={service} ask={ask} me={me} />
      ))}
    </section>
  );
}

function OneAsk({ service, ask, me }: { readonly service: string; readonly ask: MendingAsk; readonly me: string }) {
  const { t } = useOperatorWords();
  const { word } = useWords();
  const act = ask.act as Mending['act'];
  const answer = useAnswerMending({ service, subject: ask.key }, act);
  return (
    <Card size="small" className="hanging">
      <h3>
        {word(service)} · {ask.key}
      </h3>
      <Asked
        {...ask}
        askedAt={ask.askedAt}
        what={t(labels[act])}
        me={me}
        isBusy={answer.isPending}
        answer={(said) => answer.mutateAsync(said)}
      />
      <PlainTable
        caption={t('records')}
        columns={[t('records'), 'type', 'subject', 'sequence']}
        rows={ask.records.map(({ place, type, subject, sequence }) => ({
          key: place,
          cells: [place, type, subject, sequence],
        }))}
      />
    </Card>
  );
}
