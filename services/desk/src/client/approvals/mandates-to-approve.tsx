import { Alert, Button, Card, Flex, Spin } from 'antd';
import type { Mandate } from '@lianban/rest-client';
import { useAnswerMandate, useWaitingMandates } from '../api/approvals';
import { Failure } from '../shell/failure';
import { useHere } from '../shell/here';
import { useProblemWords } from '../shell/problem-words';
import { momentText } from '../view/dates';
import { useOfficerNames } from '../view/officers';
import { useWords } from '../i18n/language';
import { evidenceWords } from './evidence';

/** Mandates another officer would confirm at the counter: they are in force once a second one approves. */
export function MandatesToApprove() {
  const { t } = useWords();
  const { data, error, refetch } = useWaitingMandates(true);
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />;
  return (
    <section aria-labelledby="mandates-to-approve">
      <h2 id="mandates-to-approve">{t('mandatesToApprove')}</h2>
      {!data && <Spin />}
      {data?.length === 0 && <p>{t('nothingWaits')}</p>}
      {data?.map((mandate) => (
        <OneMandate key={mandate.id} mandate={mandate} />
      ))}
    </section>
  );
}

function OneMandate({ mandate }: { readonly mandate: Mandate }) {
  const { t, language } = useWords();
  const { id: me } = useHere();
  const said = useProblemWords();
  const nameOf = useOfficerNames();
  const answer = useAnswerMandate();
  const { id, counter, packages, until } = mandate;
  if (!counter) return null;
  const isMine = counter.askedBy === me;
  const { kind, reference } = counter.evidence;
  const press = (word: 'approval' | 'refusal') => () => answer.mutate({ mandate: id, word });
  return (
    <Card size="small" title={t('mandateNumber', { number: id })}>
      <p>
        {t('askedByWhen', { officer: nameOf(counter.askedBy), when: momentText(counter.askedAt, language) })} ·{' '}
        {evidenceWords(kind, t)} · <bdi>{reference}</bdi>
      </p>
      <p className="faint">
        {packages === 'all' ? t('mandateForAll') : packages.join(', ')} ·{' '}
        {t('untilWhen', { when: momentText(until, language) })}
      </p>
      {answer.error && <Alert type="error" title={said(answer.error)} />}
      {isMine ? (
        <Button loading={answer.isPending} onClick={press('refusal')}>
          {t('withdrawAsk')}
        </Button>
      ) : (
        <Flex gap="small">
          <Button type="primary" loading={answer.isPending} onClick={press('approval')}>
            {t('approve')}
          </Button>
          <Button loading={answer.isPending} onClick={press('refusal')}>
            {t('decline')}
          </Button>
        </Flex>
      )}
    </Card>
  );
}
