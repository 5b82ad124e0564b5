import { Alert, Button, Card, Steps, Timeline } from 'antd';
import { useState } from 'react';
import { useApplication } from '../api/hooks';
import type { Step } from '../api/types';
import { useProblemWords } from '../shell/problem-words';
import { momentText } from '../view/dates';
import { useNames } from '../view/names';
import { stepPlace } from '../view/step-words';
import { useOfficerNames } from '../view/officers';
import { useWords } from '../words/language';

/** Why a step is not needed is a condition of the catalogue, which says nothing to people. */
const reasonOf = ({ status, reason }: Step, nameOf: (code: string) => string) =>
  status === 'not-needed' || !reason ? undefined : nameOf(reason);

/** The whole application over all departments, to read only; looking at it is recorded. */
export function TimelinePanel({ id, step }: { readonly id: string; readonly step: string }) {
  const { t, text, word, language } = useWords();
  const said = useProblemWords();
  const { reasonName } = useNames();
  const nameOf = useOfficerNames();
  const [isWanted, setWanted] = useState(false);
  const { data: application, error, isFetching } = useApplication(id, isWanted);
  return (
    <Card size="small" title={t('timeline')}>
      {!application && (
        <p className="with-action">
          <Button loading={isFetching} onClick={() => setWanted(true)}>
            {t('showTimeline')}
          </Button>
          <span className="faint">{t('personHint')}</span>
        </p>
      )}
      {error && <Alert type="warning" title={said(error)} />}
      {application && (
        <>
          <p>
            <strong>{text(application.name)}</strong> <span className="faint">{t('timelineHint')}</span>
          </p>
          {application.assistedBy && <p>{t('assisted', { officer: nameOf(application.assistedBy) })}</p>}
          <Steps
            size="small"
            orientation="vertical"
            items={application.steps.map((each) => ({
              title: each.id === step ? <strong>{text(each.name)}</strong> : text(each.name),
              status: stepPlace(each),
              content: [word(each.department), word(each.status), reasonOf(each, reasonName)]
                .filter(Boolean)
                .join(' · '),
            }))}
          />
          <h3>{t('history')}</h3>
          <Timeline
            items={application.timeline.map(({ at, what, step: of, department, detail }) => ({
              key: `${at} ${of ?? ''} ${what}`,
              content: (
                <>
                  <small>{momentText(at, language)}</small>{' '}
                  {[department && word(department), word(what), what !== 'not-needed' && detail && reasonName(detail)]
                    .filter(Boolean)
                    .join(' · ')}
                </>
              ),
            }))}
          />
        </>
      )}
    </Card>
  );
}
