import { Button, Card, Flex } from 'antd';
import type { Case, CaseExtension } from '@lianban/rest-client';
import { useHere } from '../shell/here';
import { momentText } from '../view/dates';
import { useNames } from '../view/names';
import { useOfficerNames } from '../view/officers';
import { useWords } from '../i18n/language';
import type { TextKey } from '../i18n/zh';
import type { CaseActs } from './use-case-acts';

const answers: Readonly<Record<CaseExtension['status'], TextKey>> = {
  asked: 'extensionWaits',
  approved: 'extensionApproved',
  refused: 'extensionRefused',
  withdrawn: 'askWithdrawn',
  lapsed: 'extensionLapsed',
};

interface Props {
  readonly found: Case;
  readonly extension: CaseExtension;
  readonly acts: CaseActs;
}

/** A requested extension and its state; another supervisor answers it here. */
export function ExtensionPanel({ found, extension, acts }: Props) {
  const { t, language } = useWords();
  const { id: me, isSupervisor } = useHere();
  const { reasonName } = useNames();
  const nameOf = useOfficerNames();
  const { status, days, reason, askedBy, askedAt, answeredBy = '', answeredAt } = extension;
  const isMine = askedBy === me;
  const isOpen = status === 'asked' && isSupervisor;
  const asked = { officer: nameOf(askedBy), when: momentText(askedAt, language), days, reason: reasonName(reason) };
  const answered = { officer: nameOf(answeredBy), when: momentText(answeredAt, language) };
  return (
    <Card size="small" title={t('extension')}>
      <p>{t('extensionAsked', asked)}</p>
      <p>{t(answers[status], answered)}</p>
      {isOpen && isMine && <p className="faint">{t('secondPerson')}</p>}
      {status === 'asked' && isMine && (
        <Button loading={acts.isBusy} onClick={() => acts.perform({ word: 'extension/withdrawal' })}>
          {t('withdrawAsk')}
        </Button>
      )}
      {isOpen && !isMine && found.status !== 'accepted' && <p className="faint">{t('extensionStands')}</p>}
      {isOpen && !isMine && (
        <Flex gap="small">
          <Button
            type="primary"
            disabled={found.status !== 'accepted'}
            loading={acts.isBusy}
            onClick={() => acts.perform({ word: 'extension/approval' })}
          >
            {t('approve')}
          </Button>
          <Button loading={acts.isBusy} onClick={() => acts.perform({ word: 'extension/refusal' })}>
            {t('decline')}
          </Button>
        </Flex>
      )}
    </Card>
  );
}
