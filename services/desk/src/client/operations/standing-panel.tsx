import { Button, Flex, Spin } from 'antd';
import type { Mending, ServiceStanding } from '@lianban/rest-client';
import { useState } from 'react';
import { Failure } from '../shell/failure';
import { momentText } from '../view/dates';
import { useWords } from '../i18n/language';
import { type KeyPlace, useStanding } from './api';
import { MendForm } from './mend-form';
import { MendingAsks } from './mending-asks';
import { PlainTable } from './plain-table';
import { useOperatorWords } from './words';

/** Every service: whether it hangs, its parked keys, its deadlines that passed unnoticed, and what waits for a second operator. */
export function StandingPanel({ me }: { readonly me: string }) {
  const { t } = useOperatorWords();
  const { data: services, error, refetch } = useStanding();
  if (error && !services) return <Failure error={error} retry={() => void refetch()} />;
  if (!services) return <Spin />;
  return (
    <>
      <MendingAsks services={services} me={me} />
      <section aria-labelledby="services">
        <h2 id="services">{t('services')}</h2>
        <Services services={services} />
      </section>
      <Parked services={services} />
      <Late services={services} />
    </>
  );
}

function Services({ services }: { readonly services: readonly ServiceStanding[] }) {
  const { t, language } = useOperatorWords();
  const { word } = useWords();
  const stateOf = ({ answers, parkedKeys, deadlinesLate }: ServiceStanding) => {
    if (!answers) return <strong>{t('down')}</strong>;
    const wrong = [
      ...(parkedKeys > 0 ? [`${t('parkedKeys')} ${parkedKeys}`] : []),
      ...(deadlinesLate > 0 ? [`${t('lateDeadlines')} ${deadlinesLate}`] : []),
    ];
    return wrong.length === 0 ? t('fine') : <strong>{wrong.join(' · ')}</strong>;
  };
  const outboxOf = ({ outboxBatches: count, outboxOldest }: ServiceStanding) =>
    count === 0 ? 0 : t('outboxSince', { count, when: momentText(outboxOldest, language) });
  return (
    <PlainTable
      caption={t('services')}
      columns={[t('service'), t('state'), t('lag'), t('outbox')]}
      rows={services.map((each) => ({
        key: each.service,
        cells: [
          word(each.service),
          stateOf(each),
          each.answers ? each.lagRecords : '',
          each.answers ? outboxOf(each) : '',
        ],
      }))}
    />
  );
}

function Parked({ services }: { readonly services: readonly ServiceStanding[] }) {
  const { t, language } = useOperatorWords();
  const { word } = useWords();
  const [mending, setMending] = useState<{ readonly place: KeyPlace; readonly act: Mending['act'] }>();
  const rows = services.flatMap(({ service, parked }) => parked.map((each) => ({ service, ...each })));
  return (
    <section aria-labelledby="parked">
      <h2 id="parked">{t('parkedKeys')}</h2>
      {rows.length === 0 && <p>{t('parkedNone')}</p>}
      {rows.length > 0 && (
        <PlainTable
          caption={t('parkedKeys')}
          columns={[t('service'), t('key'), t('topic'), t('records'), t('why'), t('parkedSince'), t('answered')]}
          rows={rows.map(({ service, key: subject, topic, records, reason, since, releasing }) => ({
            key: `${service} ${topic} ${subject}`,
            cells: [
              word(service),
              subject,
              topic,
              records,
              reason,
              momentText(since, language),
              releasing ? (
                t('releasing')
              ) : (
                <Flex gap="small">
                  {(['replay', 'drop'] as const).map((act) => (
                    <Button key={act} onClick={() => setMending({ place: { service, subject }, act })}>
                      {t(act)}
                    </Button>
                  ))}
                </Flex>
              ),
            ],
          }))}
        />
      )}
      {mending && <MendForm {...mending} close={() => setMending(undefined)} />}
    </section>
  );
}

function Late({ services }: { readonly services: readonly ServiceStanding[] }) {
  const { t, language } = useOperatorWords();
  const { word } = useWords();
  const rows = services.flatMap(({ service, late }) => late.map((each) => ({ service, ...each })));
  return (
    <section aria-labelledby="late">
      <h2 id="late">{t('late')}</h2>
      {rows.length === 0 && <p>{t('lateNone')}</p>}
      {rows.length > 0 && (
        <PlainTable
          caption={t('late')}
          columns={[t('service'), t('document'), t('due')]}
          rows={rows.map(({ service, kind, id, due }) => ({
            key: `${service} ${kind} ${id}`,
            cells: [word(service), `${kind} ${id}`, momentText(due, language)],
          }))}
        />
      )}
    </section>
  );
}
