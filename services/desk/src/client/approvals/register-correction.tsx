import { Alert, Button, Card, Flex, Input } from 'antd';
import { useId, useState } from 'react';
import type { Correction } from '@lianban/rest-client';
import { useCorrection, useDecideCorrection } from '../api/approvals';
import { useProblemWords } from '../shell/problem-words';
import { momentText } from '../view/dates';
import { useWords } from '../i18n/language';
import type { TextKey } from '../i18n/zh';

const fields: Readonly<Record<string, TextKey>> = {
  name: 'correctedName',
  phone: 'correctedPhone',
  address: 'correctedAddress',
};

/** One correction. Its values and its paper are shown on request: the resident sees that they were looked at. */
export function RegisterCorrection({ of }: { readonly of: Correction }) {
  const { t, language } = useWords();
  const [isOpen, setOpen] = useState(false);
  const field = fields[of.field];
  return (
    <Card size="small" title={`${field ? t(field) : of.field} · ${momentText(of.askedAt, language)}`}>
      {isOpen ? <Opened id={of.id} /> : <Button onClick={() => setOpen(true)}>{t('showCorrection')}</Button>}
    </Card>
  );
}

function Opened({ id }: { readonly id: string }) {
  const { t } = useWords();
  const said = useProblemWords();
  const { data: found, error } = useCorrection(id, true);
  const decide = useDecideCorrection(id);
  const [reason, setReason] = useState('');
  const why = useId();
  if (error) return <Alert type="warning" title={said(error)} />;
  if (!found) return null;
  return (
    <>
      <p>
        {t('registeredNow')}: <bdi>{found.registered}</bdi>
      </p>
      <p>
        {t('shouldBe')}: <bdi>{found.value}</bdi>
      </p>
      <p>
        <a href={`/api/desk/corrections/${id}/evidence`} target="_blank" rel="noreferrer">
          {t('seePaper')}
        </a>
      </p>
      <label htmlFor={why}>{t('refusalWords')}</label>
      <Input.TextArea
        id={why}
        value={reason}
        maxLength={1000}
        rows={2}
        onChange={({ target }) => setReason(target.value)}
      />
      {decide.error && <Alert type="error" title={said(decide.error)} />}
      <Flex gap="small">
        <Button
          type="primary"
          loading={decide.isPending}
          onClick={() => decide.mutate({ outcome: 'granted', reason: '' })}
        >
          {t('grantCorrection')}
        </Button>
        <Button
          danger
          disabled={reason.trim() === ''}
          loading={decide.isPending}
          onClick={() => decide.mutate({ outcome: 'refused', reason })}
        >
          {t('refuse')}
        </Button>
      </Flex>
    </>
  );
}
