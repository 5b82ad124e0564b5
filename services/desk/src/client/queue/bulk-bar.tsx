import { Alert, Button, Modal, Table, Tag } from 'antd';
import { useState } from 'react';
import type { Bulk, BulkResult, CaseSummary } from '@lianban/rest-client';
import { useBulk } from '../api/hooks';
import { useProblemWords, useRefusalWords } from '../shell/problem-words';
import { OfficerChoice } from '../view/officer-choice';
import { useOfficerNames } from '../view/officers';
import { useWords } from '../i18n/language';

interface Props {
  readonly rows: readonly CaseSummary[];
  done(): void;
}

/** One act on many cases: first a dry run of each, then the result of each. */
export function BulkBar({ rows, done }: Props) {
  const { t } = useWords();
  const [act, setAct] = useState<Bulk['act']>();
  return (
    <div className="bulk" role="toolbar" aria-label={t('selected', { count: rows.length })}>
      <span>{t('selected', { count: rows.length })}</span>
      <Button onClick={() => setAct('accept')}>{t('bulkAccept')}</Button>
      <Button onClick={() => setAct('reassign')}>{t('bulkReassign')}</Button>
      {act && (
        <BulkDialog
          act={act}
          rows={rows}
          close={(isDone) => {
            setAct(undefined);
            if (isDone) done();
          }}
        />
      )}
    </div>
  );
}

interface DialogProps {
  readonly act: Bulk['act'];
  readonly rows: readonly CaseSummary[];
  close(isDone: boolean): void;
}

function BulkDialog({ act, rows, close }: DialogProps) {
  const { t } = useWords();
  const said = useProblemWords();
  const [to, setTo] = useState('');
  const [isDone, setDone] = useState(false);
  const bulk = useBulk();
  const needsOfficer = act === 'reassign' && to === '';
  const ask = (rehearse: boolean) =>
    bulk.mutate(
      { act, rehearse, cases: rows.map(({ id, version }) => ({ id, version })), ...(act === 'reassign' && { to }) },
      { onSuccess: () => setDone(!rehearse) },
    );
  const results = bulk.data;
  const possible = results?.filter(({ result }) => result === 'done').length ?? 0;
  return (
    <Modal
      open
      width={760}
      title={t(act === 'accept' ? 'bulkAccept' : 'bulkReassign')}
      onCancel={() => close(isDone)}
      footer={[
        <Button key="close" onClick={() => close(isDone)}>
          {t('close')}
        </Button>,
        !isDone && !results && (
          <Button
            key="preview"
            type="primary"
            disabled={needsOfficer}
            loading={bulk.isPending}
            onClick={() => ask(true)}
          >
            {t('preview')}
          </Button>
        ),
        !isDone && results && (
          <Button key="do" type="primary" disabled={possible === 0} loading={bulk.isPending} onClick={() => ask(false)}>
            {t('execute', { count: possible })}
          </Button>
        ),
      ]}
    >
      {act === 'reassign' && (
        <div className="field">
          {t('reassignTo')}
          <OfficerChoice
            value={to}
            disabled={isDone}
            onChange={(chosen) => {
              setTo(chosen);
              bulk.reset();
            }}
          />
        </div>
      )}
      {bulk.error && <Alert type="error" title={said(bulk.error)} />}
      {results && !isDone && <Alert type="info" title={t('previewHint')} />}
      <ResultTable rows={rows} results={results} isDone={isDone} />
    </Modal>
  );
}

interface ResultProps {
  readonly rows: readonly CaseSummary[];
  readonly results: readonly BulkResult[] | undefined;
  readonly isDone: boolean;
}

function ResultTable({ rows, results, isDone }: ResultProps) {
  const { t } = useWords();
  const nameOf = useOfficerNames();
  const resultOf = (id: string) => results?.find((result) => result.id === id);
  const said = useRefusalWords();
  const why = ({ slug = '' }: BulkResult) => said({ status: 409, slug });
  return (
    <Table<CaseSummary>
      rowKey="id"
      size="small"
      pagination={false}
      scroll={{ y: 360 }}
      dataSource={[...rows]}
      columns={[
        { title: t('number'), dataIndex: 'applicationNumber', width: 200 },
        {
          title: t('holder'),
          render: (_, { id, holder }) => {
            const who = resultOf(id)?.holder ?? holder;
            return who ? nameOf(who) : t('nobody');
          },
          width: 140,
        },
        {
          title: t('results'),
          render: (_, { id }) => {
            const found = resultOf(id);
            if (!found) return '';
            if (found.result === 'done') return <Tag color="green">{t(isDone ? 'resultDid' : 'resultDone')}</Tag>;
            if (found.result === 'nothing-to-do') return <Tag>{t('resultNothing')}</Tag>;
            return (
              <>
                <Tag color="red">{t('resultRefused')}</Tag> {why(found)}
              </>
            );
          },
        },
      ]}
    />
  );
}
