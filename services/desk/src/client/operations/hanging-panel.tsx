import { Button, Card, Spin } from 'antd';
import type { HangingSteps } from '@lianban/rest-client';
import { useState } from 'react';
import { Failure } from '../shell/failure';
import { momentText } from '../view/dates';
import { useWords } from '../i18n/language';
import { useAnswerTakeOver, useHanging } from './api';
import { Asked } from './asked';
import { TakeOverForm } from './take-over-form';
import { useOperatorWords } from './words';

type Hanging = HangingSteps['steps'][number];

/** What hangs, why, and who may go on with it. */
export function HangingPanel({ me }: { readonly me: string }) {
  const { t } = useOperatorWords();
  const { data: steps, error, refetch } = useHanging();
  return (
    <section aria-labelledby="hanging">
      <h2 id="hanging">{t('hanging')}</h2>
      <p className="faint">{t('hangingHint')}</p>
      {error && !steps && <Failure error={error} retry={() => void refetch()} />}
      {!steps && !error && <Spin />}
      {steps?.length === 0 && <p>{t('hangingNone')}</p>}
      {steps?.map((step) => (
        <OneStep key={`${step.applicationNumber}/${step.step}`} step={step} me={me} />
      ))}
    </section>
  );
}

function OneStep({ step, me }: { readonly step: Hanging; readonly me: string }) {
  const { t, why, language } = useOperatorWords();
  const { text, word } = useWords();
  const [isOpen, setOpen] = useState(false);
  const place = { number: step.applicationNumber, step: step.step };
  const answer = useAnswerTakeOver(place);
  const { takeOver } = step;
  return (
    <Card size="small" className="hanging">
      <h3>
        {step.applicationNumber} · {text(step.name)}
      </h3>
      <p>
        {word(step.department)} · {why(step.reason)} · {momentText(step.since, language)}
      </p>
      {takeOver && (
        <Asked
          {...takeOver}
          what={t(takeOver.outcome === 'granted' ? 'granted' : 'refused')}
          askedAt={takeOver.askedAt}
          me={me}
          isBusy={answer.isPending}
          answer={(said) => answer.mutateAsync(said)}
        />
      )}
      {!takeOver && !isOpen && <Button onClick={() => setOpen(true)}>{t('takeOver')}</Button>}
      {!takeOver && isOpen && <TakeOverForm place={place} fields={step.facts} close={() => setOpen(false)} />}
    </Card>
  );
}
