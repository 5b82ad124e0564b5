import { Button, Card, Flex } from 'antd';
import type { Case, DecisionAsk } from '@lianban/rest-client';
import { useHere } from '../shell/here';
import { momentText } from '../view/dates';
import { useOfficerNames } from '../view/officers';
import { useWords } from '../i18n/language';
import type { TextKey } from '../i18n/zh';
import type { CaseActs } from './use-case-acts';

const answers: Readonly<Record<DecisionAsk['status'], TextKey>> = {
  asked: 'decisionWaits',
  approved: 'decisionApproved',
  refused: 'decisionDeclined',
  withdrawn: 'askWithdrawn',
  lapsed: 'decisionLapsed',
};

interface Props {
  readonly found: Case;
  readonly ask: DecisionAsk;
  readonly acts: CaseActs;
}

/** A decision that grants more money than one person may, and its answer; another supervisor answers it here. */
export function DecisionAskPanel({ found, ask, acts }: Props) {
  const { t, language } = useWords();
  const { id: me, isSupervisor } = useHere();
  const nameOf = useOfficerNames();
  const { status, askedBy, askedAt, until, answeredBy = '', answeredAt } = ask;
  const isMine = askedBy === me;
  const isOpen = status === 'asked' && found.status === 'accepted';
  return (
    <Card size="small" title={t('decisionAsk')}>
      <p>{t('decisionAsked', { officer: nameOf(askedBy), when: momentText(askedAt, language) })}</p>
      <p>
        {t(answers[status], {
          officer: nameOf(answeredBy),
          when: momentText(status === 'asked' ? until : answeredAt, language),
        })}
      </p>
      {isOpen && isMine && (
        <Button loading={acts.isBusy} onClick={() => acts.perform({ word: 'decision/withdrawal' })}>
          {t('withdrawAsk')}
        </Button>
      )}
      {isOpen && isSupervisor && !isMine && (
        <Flex gap="small">
          <Button type="primary" loading={acts.isBusy} onClick={() => acts.perform({ word: 'decision/approval' })}>
            {t('approve')}
          </Button>
          <Button loading={acts.isBusy} onClick={() => acts.perform({ word: 'decision/refusal' })}>
            {t('decline')}
          </Button>
        </Flex>
      )}
    </Card>
  );
}
