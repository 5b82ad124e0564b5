import { Button, Flex, Tag, Typography } from 'antd';
import type { Case } from '@lianban/rest-client';
import { statusKey } from '../queue/columns';
import { useHere } from '../shell/here';
import { ClockTag } from '../view/clock-tag';
import { momentText } from '../view/dates';
import { useNames } from '../view/names';
import { useOfficerNames } from '../view/officers';
import { useWords } from '../i18n/language';
import { Reassign } from './reassign';
import type { CaseActs } from './use-case-acts';

interface Props {
  readonly found: Case;
  readonly acts: CaseActs;
  /** The officer has a conflict of interest. */
  readonly isConflicted: boolean;
}

/** The case, its time left, and its officer. */
export function CaseHead({ found, acts, isConflicted }: Props) {
  const { t, word, district, language } = useWords();
  const { itemName } = useNames();
  const status = statusKey(found.status);
  return (
    <header className="case-head">
      <div>
        <h1>{itemName(found.item)}</h1>
        <p>
          <Typography.Text copyable={{ text: found.applicationNumber }}>{found.applicationNumber}</Typography.Text>
          {found.district && ` · ${district(found.district)}`}
          {' · '}
          {t('received')} {momentText(found.receivedAt, language)}
        </p>
      </div>
      <Flex gap="middle" align="center" wrap>
        {found.outcome && found.status !== 'notice' ? (
          <Tag color={found.outcome === 'granted' ? 'green' : 'red'}>
            {t(found.outcome === 'granted' ? 'decidedGranted' : 'decidedRefused')}
          </Tag>
        ) : (
          <Tag>{status ? t(status) : word(found.status)}</Tag>
        )}
        {found.deemed && <Tag color="red">{word('deemed')}</Tag>}
        <ClockTag clock={found.clock} />
        <Hands found={found} acts={acts} isConflicted={isConflicted} />
      </Flex>
    </header>
  );
}

function Hands({ found, acts, isConflicted }: Props) {
  const { t } = useWords();
  const { id: me, isSupervisor } = useHere();
  const nameOf = useOfficerNames();
  const { holder } = found;
  const isOpen = found.closedAt === undefined;
  const said =
    holder === undefined ? t('nobody') : holder === me ? t('heldByMe') : t('heldBy', { officer: nameOf(holder) });
  return (
    <Flex gap="small" align="center">
      <span>{said}</span>
      {isOpen && !holder && !isConflicted && (
        <Button type="primary" loading={acts.isBusy} onClick={() => acts.perform({ word: 'claim' })}>
          {t('claim')}
        </Button>
      )}
      {isOpen && holder !== undefined && (holder === me || isSupervisor) && (
        <Button loading={acts.isBusy} onClick={() => acts.perform({ word: 'release' })}>
          {t('release')}
        </Button>
      )}
      {isOpen && isSupervisor && !isConflicted && <Reassign acts={acts} />}
    </Flex>
  );
}
