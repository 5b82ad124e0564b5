import type { ReactElement } from 'react';
import type { CorrectionList } from '@lianban/rest-client';
import { type Page, formPage } from '../page/page';
import { useReader, useSay } from '../page/reader';
import { BackLink } from '../parts/back-link';
import { ErrorSummary, type FieldProblem, useErrorOf } from '../parts/error-summary';
import { day } from '../parts/format';
import { Radio, RadioGroup } from '../parts/radios';
import { Tag } from '../parts/tag';
import { TextField } from '../parts/text-field';
import { UploadField } from '../parts/upload-field';
import { correctable, corrections as words, correctionStatus } from '../i18n/corrections';

type Correction = CorrectionList['corrections'][number];

interface CorrectionsProps {
  readonly asked: readonly Correction[];
  /** `paper`: the upload that shows it; empty before there is one. */
  readonly typed: { readonly field: string; readonly value: string; readonly paper: string };
  readonly problems: readonly FieldProblem[];
}

export const correctionsPage = (known: CorrectionsProps): Page =>
  formPage(words.title, <Corrections {...known} />, known.problems);

/** Corrections of the register: the form that asks for one, and what became of those asked for before. */
function Corrections({ asked, typed, problems }: CorrectionsProps): ReactElement {
  const say = useSay();
  const errorOf = useErrorOf(problems);
  return (
    <>
      <BackLink to="/me" />
      <ErrorSummary problems={problems} />
      <h1>{say(words.title)}</h1>
      <p>{say(words.lead)}</p>
      <p className="quiet">{say(words.notHere)}</p>
      {typed.paper === '' ? (
        <UploadField
          id="paper"
          action="/me/corrections/paper"
          label={say(words.paper)}
          button={say(words.goOn)}
          error={errorOf('paper')}
        />
      ) : (
        <AskForm typed={typed} errorOf={errorOf} />
      )}
      <h2>{say(words.mine)}</h2>
      {asked.length === 0 ? <p>{say(words.none)}</p> : null}
      {asked.map((correction) => (
        <Asked key={correction.id} correction={correction} />
      ))}
    </>
  );
}

interface AskFormProps {
  readonly typed: CorrectionsProps['typed'];
  errorOf(id: string): string | undefined;
}

/** With the paper handed in: what is wrong, and what it should be. */
function AskForm({ typed, errorOf }: AskFormProps): ReactElement {
  const say = useSay();
  return (
    <form method="post" action="/me/corrections" noValidate>
      <p>{say(words.paperThere)}</p>
      <input type="hidden" name="paper" value={typed.paper} />
      <RadioGroup id="field" legend={say(words.field)} error={errorOf('field')}>
        {Object.entries(correctable).map(([field, name], place) => (
          <Radio
            key={field}
            name="field"
            value={field}
            checked={typed.field === field}
            {...(place === 0 && { id: 'field' })}
          >
            {say(name)}
          </Radio>
        ))}
      </RadioGroup>
      <TextField
        id="value"
        kind="text"
        label={say(words.value)}
        hint={say(words.valueHint)}
        error={errorOf('value')}
        typed={typed.value}
      />
      <button className="button">{say(words.send)}</button>
    </form>
  );
}

function Asked({ correction }: { readonly correction: Correction }): ReactElement {
  const say = useSay();
  const { language } = useReader();
  const { id, field, status, askedAt, decidedAt, reason } = correction;
  const name = correctable[field];
  const tone = status === 'granted' ? 'good' : status === 'refused' ? 'wrong' : 'wait';
  return (
    <section className="panel" aria-labelledby={`correction-${id}`}>
      <h3 id={`correction-${id}`}>
        {name ? say(name) : null} <Tag tone={tone}>{say(correctionStatus(status))}</Tag>
      </h3>
      <p className="quiet">
        {askedAt ? say(words.askedOn(day(askedAt, language))) : null}
        {decidedAt ? ` · ${say(words.decidedOn(day(decidedAt, language)))}` : null}
      </p>
      {reason ? (
        <p>
          {say(words.why)}: <bdi>{reason}</bdi>
        </p>
      ) : null}
    </section>
  );
}
