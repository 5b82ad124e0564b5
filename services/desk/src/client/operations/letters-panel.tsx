import { Alert, Button, Spin } from 'antd';
import { useState } from 'react';
import { Failure } from '../shell/failure';
import { useWords } from '../i18n/language';
import { type KeyPlace, useDeadLetters } from './api';
import { MendForm } from './mend-form';
import { PlainTable } from './plain-table';
import { useOperatorWords } from './words';

/** Records that a service could not take, by who sent them: the sender sends them again. */
export function LettersPanel() {
  const { t } = useOperatorWords();
  const [wanted, setWanted] = useState(false);
  return (
    <section aria-labelledby="letters">
      <h2 id="letters">{t('letters')}</h2>
      {wanted ? (
        <Letters />
      ) : (
        <p>
          {t('lettersHint')} <Button onClick={() => setWanted(true)}>{t('lettersShow')}</Button>
        </p>
      )}
    </section>
  );
}

function Letters() {
  const { t } = useOperatorWords();
  const { word } = useWords();
  const { data, error, isFetching, refetch } = useDeadLetters(true);
  const [place, setPlace] = useState<KeyPlace>();
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Spin />;
  const { letters, total, unknown } = data;
  return (
    <>
      {unknown.length > 0 && (
        <Alert type="warning" title={t('lettersUnknown', { services: unknown.map(word).join('、') })} />
      )}
      {letters.length === 0 && <p>{t('lettersNone')}</p>}
      {letters.length > 0 && (
        <PlainTable
          caption={t('lettersSome', { total, count: letters.length })}
          columns={[t('sender'), t('listener'), t('key'), t('records'), 'type', t('why'), t('answered')]}
          rows={letters.map(({ sender, listener, key: subject, record, reason }, at) => ({
            key: `${record.place} ${listener} ${at}`,
            cells: [
              word(sender),
              word(listener),
              subject,
              record.place,
              record.type,
              reason,
              <Button key="again" onClick={() => setPlace({ service: sender, subject })}>
                {t('sendAgain')}
              </Button>,
            ],
          }))}
        />
      )}
      <Button type="text" loading={isFetching} onClick={() => void refetch()}>
        {t('refresh')}
      </Button>
      {place && <MendForm place={place} act="send-again" close={() => setPlace(undefined)} />}
    </>
  );
}
