import { Alert, App, Form, Modal, Spin } from 'antd';
import type { Mending } from '@lianban/rest-client';
import { useProblemWords } from '../shell/problem-words';
import { AskFields } from './ask-fields';
import { type KeyPlace, useAskMending, useRehearsal } from './api';
import { PlainTable } from './plain-table';
import { type OperatorText, useOperatorWords } from './words';

const hints: Readonly<Record<Mending['act'], OperatorText>> = {
  replay: 'replayHint',
  drop: 'dropHint',
  'send-again': 'sendHint',
};
export const labels: Readonly<Record<Mending['act'], OperatorText>> = {
  replay: 'replay',
  drop: 'drop',
  'send-again': 'sendAgain',
};

interface Props {
  readonly place: KeyPlace;
  readonly act: Mending['act'];
  close(): void;
}

/** First the dry run, which shows the records the act would touch; then the reason, and the ask for a second operator. */
export function MendForm({ place, act, close }: Props) {
  const { t } = useOperatorWords();
  const said = useProblemWords();
  const { message } = App.useApp();
  const { data: records, error } = useRehearsal(place, act);
  const ask = useAskMending(place);
  const send = ({ reason }: { readonly reason: string }) =>
    ask.mutate(
      { act, reason },
      {
        onSuccess: () => {
          void message.success(t('askedDone'));
          close();
        },
        onError: (no) => void message.error(said(no)),
      },
    );
  return (
    <Modal
      open
      width={760}
      footer={null}
      onCancel={close}
      title={`${t(labels[act])} · ${place.service} · ${place.subject}`}
    >
      <p>{t(hints[act])}</p>
      {error && <Alert type="warning" title={said(error)} />}
      {!records && !error && <Spin />}
      {records && (
        <>
          <PlainTable
            caption={t('dryRun', { count: records.length })}
            columns={[t('records'), 'type', 'subject', 'sequence']}
            rows={records.map(({ place: key, type, subject, sequence }) => ({
              key,
              cells: [key, type, subject, sequence],
            }))}
          />
          <Form layout="vertical" onFinish={send}>
            <AskFields isSending={ask.isPending} close={close} />
          </Form>
        </>
      )}
    </Modal>
  );
}
