import { Alert, Button, Flex, Spin } from 'antd';
import type { Case } from '@lianban/rest-client';
import { useNavigate, useParams } from 'react-router';
import { useCase } from '../api/hooks';
import { neighboursOf } from '../queue/trail';
import { Failure } from '../shell/failure';
import { useHere } from '../shell/here';
import { Part } from '../shell/part';
import { useShortcuts } from '../shell/use-shortcuts';
import { useWords } from '../i18n/language';
import { ActsPanel } from './acts-panel';
import { CaseHead } from './case-head';
import { ClockPanel } from './clock-panel';
import { CorrectionPanel } from './correction-panel';
import { DecisionAskPanel } from './decision-ask-panel';
import { EligibilityPanel } from './eligibility-panel';
import { EntitlementPanel } from './entitlement-panel';
import { ExtensionPanel } from './extension-panel';
import { FactsPanel } from './facts-panel';
import { NotesPanel } from './notes-panel';
import { mustStayOut } from './possible-acts';
import { ObjectionsPanel } from './objections-panel';
import { PersonPanel } from './person-panel';
import { TimelinePanel } from './timeline-panel';
import { type CaseActs, useCaseActs } from './use-case-acts';
import { WritsPanel } from './writs-panel';

export default function CasePage() {
  const { number = '', step = '' } = useParams();
  const id = `${number}/${step}`;
  // Keyed by case: a half-filled form of the previous case is dropped.
  return <OneCase key={id} id={id} />;
}

function OneCase({ id }: { readonly id: string }) {
  const { t } = useWords();
  const { id: me } = useHere();
  const navigate = useNavigate();
  const { data: found, error, refetch } = useCase(id);
  const acts = useCaseActs(id, found);
  const { previous, next, back } = neighboursOf(id);
  const go = (to: string | undefined) => () => to && void navigate(`/cases/${to}`);
  useShortcuts({
    next: go(next),
    previous: go(previous),
    claim: () => found && !found.holder && !mustStayOut(found, me) && acts.perform({ word: 'claim' }),
  });

  if (error && !found) return <Failure error={error} retry={() => void refetch()} />;
  if (!found) return <Spin size="large" />;
  const isConflicted = mustStayOut(found, me);
  return (
    <>
      <nav className="trail" aria-label={t('queue')}>
        <Button type="link" onClick={() => void navigate(back)}>
          ← {t('backToQueue')}
        </Button>
        <Flex gap="small">
          <Button disabled={!previous} onClick={go(previous)}>
            {t('previous')}
          </Button>
          <Button disabled={!next} onClick={go(next)}>
            {t('next')}
          </Button>
        </Flex>
      </nav>
      {isConflicted && <Alert type="warning" showIcon title={t('inConflict')} />}
      <CaseHead found={found} acts={acts} isConflicted={isConflicted} />
      {isConflicted ? <ClockPanel clock={found.clock} /> : <Content id={id} found={found} acts={acts} />}
    </>
  );
}

/** All that whoever must stay out of the case is not shown. */
function Content({ id, found, acts }: { readonly id: string; readonly found: Case; readonly acts: CaseActs }) {
  return (
    <>
      <Part>
        <ObjectionsPanel found={found} />
      </Part>
      <div className="columns">
        <div>
          <Part>
            <PersonPanel id={id} />
          </Part>
          <Part>
            <FactsPanel found={found} />
          </Part>
          <Part>
            <EligibilityPanel found={found} />
          </Part>
          <Part>
            <TimelinePanel id={id} step={found.step} />
          </Part>
        </div>
        <div>
          <Part>
            <ClockPanel clock={found.clock} />
          </Part>
          {found.extension && <ExtensionPanel found={found} extension={found.extension} acts={acts} />}
          {found.decisionAsk && <DecisionAskPanel found={found} ask={found.decisionAsk} acts={acts} />}
          <Part>
            <CorrectionPanel found={found} acts={acts} />
          </Part>
          <Part>
            <EntitlementPanel id={id} found={found} />
          </Part>
          <Part>
            <ActsPanel found={found} acts={acts} />
          </Part>
          <Part>
            <WritsPanel id={id} />
          </Part>
          <Part>
            <NotesPanel id={id} audience="officers" />
          </Part>
          <Part>
            <NotesPanel id={id} audience="resident" />
          </Part>
        </div>
      </div>
    </>
  );
}
