import { Alert, Button, Card, Steps, Timeline } from 'antd';
import { useState } from 'react';
import { useApplication } from '../api/hooks';
import { useProblemWords } from '../shell/problem-words';
import { momentText } from '../view/dates';
import { detailWords } from '../view/detail-words';
import { useNames } from '../view/names';
import { statusCode, stepPlace } from '../view/step-words';
import { useOfficerNames } from '../view/officers';
import { useWords } from '../i18n/language';

/** The whole application over all departments, read-only; the read is recorded. */
export function TimelinePanel({ id, step }: { readonly id: string; readonly step: string }) {
  const { t, text, word, language } = useWords();
  const said = useProblemWords();
  const { codeName } = useNames();
  const nameOf = useOfficerNames();
  const [isWanted, setWanted] = useState(false);
  const { data: application, error, isFetching } = useApplication(id, isWanted);
  const kindOf = (of: string | undefined) => application?.steps.find(({ id: each }) => each === of)?.kind;
  const why = (what: string, detail: string | undefined) =>
    detailWords(what, detail, { steps: application?.steps ?? [], text, codeName });
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
              content: [word(each.department), word(statusCode(each.status, each.kind)), why(each.status, each.reason)]
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
                  {[department && word(department), word(statusCode(what, kindOf(of))), why(what, detail)]
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
