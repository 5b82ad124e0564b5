import { App, Button, Card, Flex } from 'antd';
import { useState } from 'react';
import type { Case, Entitlement } from '@lianban/rest-client';
import { type EntitlementAct, useEntitlement, useEntitlementAct } from '../api/entitlements';
import { useWords } from '../i18n/language';
import { useHere } from '../shell/here';
import { useProblemWords } from '../shell/problem-words';
import { momentText, wholeDayText } from '../view/dates';
import { useOfficerNames } from '../view/officers';
import { EntitlementForm } from './entitlement-form';
import { type OfficerAct, actsOn, actWords } from './entitlement-words';

interface Props {
  readonly id: string;
  readonly found: Case;
}

/** What the case granted that recurs: how it stands, what waits for a second person, and what an officer can do. */
export function EntitlementPanel({ id, found }: Props) {
  const { t } = useWords();
  const isGranted = found.status === 'decided' && found.outcome === 'granted';
  const { data: entitlement } = useEntitlement(id, isGranted);
  const act = useEntitlementAct(id);
  const said = useProblemWords();
  const { message } = App.useApp();
  if (!isGranted || !entitlement) return null;
  const perform = (body: EntitlementAct) =>
    act.mutate({ version: entitlement.version, body }, { onError: (error) => void message.error(said(error)) });
  return (
    <Card size="small" title={t('entitlements')}>
      <Standing of={entitlement} />
      {entitlement.asked ? (
        <Asked of={entitlement} asked={entitlement.asked} isBusy={act.isPending} perform={perform} />
      ) : (
        <Acts of={entitlement} isBusy={act.isPending} perform={perform} />
      )}
    </Card>
  );
}

function Standing({ of }: { readonly of: Entitlement }) {
  const { t, word, language } = useWords();
  const now = of.amounts.at(-1)?.amountCents;
  const suspended = of.suspensions.find(({ to }) => to === undefined);
  const overpaid = of.overpaid.reduce((sum, { amountCents }) => sum + amountCents, 0);
  const yuan = (cents: number) => `¥${(cents / 100).toFixed(2)}`;
  return (
    <>
      <p>
        {word(of.status)} · {t('amountNow')} {now === undefined ? t('notCounted') : yuan(now)} · {t('paidFrom')}{' '}
        {of.from}
      </p>
      {suspended && <p>{t('suspendedFrom', { from: suspended.from, cause: word(suspended.cause) })}</p>}
      {of.stop && <p>{t('stoppedFrom', { from: of.stop.from, cause: word(of.stop.cause) })}</p>}
      {of.lookBy && (
        <p>
          {t('lookBy')} {wholeDayText(of.lookBy, language)}
        </p>
      )}
      {overpaid > 0 && (
        <p>
          {t('overpaidSum')} {yuan(overpaid)}
        </p>
      )}
    </>
  );
}

interface ActsProps {
  readonly of: Entitlement;
  readonly isBusy: boolean;
  readonly perform: (body: EntitlementAct) => void;
}

function Acts({ of, isBusy, perform }: ActsProps) {
  const { t } = useWords();
  const [act, setAct] = useState<OfficerAct>();
  if (act && act !== 'confirm')
    return (
      <EntitlementForm
        act={act}
        isBusy={isBusy}
        close={() => setAct(undefined)}
        perform={(body) => {
          perform(body);
          setAct(undefined);
        }}
      />
    );
  return (
    <Flex gap="small" wrap>
      {actsOn(of).map((each) => (
        <Button
          key={each}
          loading={isBusy}
          onClick={() =>
            each === 'confirm' ? perform({ act: 'confirm', cause: 'looked-at', arrears: false }) : setAct(each)
          }
        >
          {t(actWords[each])}
        </Button>
      ))}
    </Flex>
  );
}

interface AskedProps extends ActsProps {
  readonly asked: NonNullable<Entitlement['asked']>;
}

function Asked({ asked, isBusy, perform }: AskedProps) {
  const { t, word, language } = useWords();
  const { id: me, isSupervisor } = useHere();
  const nameOf = useOfficerNames();
  const isMine = asked.officer === me;
  const answer = (act: 'approve' | 'refuse') => () => perform({ act, arrears: false });
  return (
    <>
      <p>
        {t('actAsked', {
          ...{ officer: nameOf(asked.officer), when: momentText(asked.askedAt, language), from: asked.from },
          ...{ act: t(asked.act === 'stop' ? 'actStop' : 'actResume'), cause: word(asked.cause) },
        })}
      </p>
      <Flex gap="small">
        {isSupervisor && !isMine && (
          <Button type="primary" loading={isBusy} onClick={answer('approve')}>
            {t('approve')}
          </Button>
        )}
        <Button loading={isBusy} onClick={answer('refuse')}>
          {t(isMine ? 'withdrawAsk' : 'decline')}
        </Button>
      </Flex>
    </>
  );
}
