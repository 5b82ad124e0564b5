import { Button, Card, Flex } from 'antd';
import { useState } from 'react';
import type { Case, CorrectionAsk } from '@lianban/rest-client';
import { useHere } from '../shell/here';
import { momentText } from '../view/dates';
import { useOfficerNames } from '../view/officers';
import { useWords } from '../i18n/language';
import type { TextKey } from '../i18n/zh';
import { CorrectionForm } from './correction-form';
import type { CaseActs } from './use-case-acts';

const answers: Readonly<Record<CorrectionAsk['status'], TextKey>> = {
  asked: 'correctionWaits',
  approved: 'correctionApproved',
  refused: 'correctionDeclined',
  withdrawn: 'askWithdrawn',
  lapsed: 'correctionLapsed',
};

interface Props {
  readonly found: Case;
  readonly acts: CaseActs;
}

/** A decision made in error: how it was put right before, what waits for a second supervisor, and the form that asks. */
export function CorrectionPanel({ found, acts }: Props) {
  const { t, word, language } = useWords();
  const { isSupervisor } = useHere();
  const nameOf = useOfficerNames();
  const [isAsking, setAsking] = useState(false);
  const { status, correctionAsk: ask, corrections = [] } = found;
  const mayAsk = isSupervisor && status === 'decided' && ask?.status !== 'asked';
  if (!ask && corrections.length === 0 && !mayAsk) return null;
  return (
    <Card size="small" title={t('correction')}>
      {corrections.map(({ at, was = '', error, askedBy, approvedBy }) => (
        <p key={at}>
          {t('correctedOn', {
            ...{ when: momentText(at, language), was: word(was), error: word(error) },
            ...{ one: nameOf(askedBy), other: nameOf(approvedBy) },
          })}
        </p>
      ))}
      {ask && <Asked ask={ask} acts={acts} isOpen={ask.status === 'asked' && status === 'decided'} />}
      {mayAsk && !isAsking && <Button onClick={() => setAsking(true)}>{t('correctDecision')}</Button>}
      {mayAsk && isAsking && <CorrectionForm found={found} acts={acts} close={() => setAsking(false)} />}
    </Card>
  );
}

interface AskedProps {
  readonly ask: CorrectionAsk;
  readonly acts: CaseActs;
  readonly isOpen: boolean;
}

function Asked({ ask, acts, isOpen }: AskedProps) {
  const { t, word, language } = useWords();
  const { id: me, isSupervisor } = useHere();
  const nameOf = useOfficerNames();
  const { status, outcome = '', error, askedBy, askedAt, until, answeredBy = '', answeredAt } = ask;
  const isMine = askedBy === me;
  const asked = { officer: nameOf(askedBy), when: momentText(askedAt, language) };
  const when = momentText(status === 'asked' ? until : answeredAt, language);
  return (
    <>
      <p>{t('correctionAsked', { ...asked, outcome: word(outcome), error: word(error) })}</p>
      <p>{t(answers[status], { officer: nameOf(answeredBy), when })}</p>
      {isOpen && isMine && (
        <Button loading={acts.isBusy} onClick={() => acts.perform({ word: 'correction/withdrawal' })}>
          {t('withdrawAsk')}
        </Button>
      )}
      {isOpen && isSupervisor && !isMine && (
        <Flex gap="small">
          <Button type="primary" loading={acts.isBusy} onClick={() => acts.perform({ word: 'correction/approval' })}>
            {t('approve')}
          </Button>
          <Button loading={acts.isBusy} onClick={() => acts.perform({ word: 'correction/refusal' })}>
            {t('decline')}
          </Button>
        </Flex>
      )}
    </>
  );
}
