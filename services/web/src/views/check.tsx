import type { ReactElement } from 'react';
import type { Checked, CheckedStep, Package } from '@lianban/rest-client';
import { type ApplicantVerdict, applicantFields } from '../forms/applicant-check';
import { type Page, formPage } from '../page/page';
import { type BilingualText, useSay } from '../page/reader';
import { BackLink } from '../parts/back-link';
import { ErrorSummary, type FieldProblem } from '../parts/error-summary';
import { list } from '../parts/format';
import { Question } from '../parts/question';
import { Tag, type Tone } from '../parts/tag';
import { check, prospectName, verdictName } from '../i18n/check';
import { guide } from '../i18n/guide';

export interface CheckForm {
  readonly of: Package;
  /** Raw values by field. */
  readonly typed: Readonly<Record<string, string>>;
  readonly problems: readonly FieldProblem[];
  readonly result?: Checked | undefined;
  readonly applicant?: ApplicantVerdict | undefined;
}

/** "Can I get this?" in two minutes, without signing in. */
export const checkPage = (form: CheckForm): Page =>
  formPage(check.title(form.of.name), <Check {...form} />, form.problems);

function Check({ of, typed, problems, result, applicant }: CheckForm): ReactElement {
  const say = useSay();
  return (
    <>
      <BackLink to={`/things/${of.code}`} />
      <ErrorSummary problems={problems} />
      <h1>{say(check.title(of.name))}</h1>
      {result && applicant ? (
        <>
          <Result of={of} result={result} applicant={applicant} />
          <details>
            <summary>{say(check.again)}</summary>
            <Questions of={of} typed={typed} problems={problems} />
          </details>
        </>
      ) : (
        <>
          <p className="lead">{say(check.lead)}</p>
          <Questions of={of} typed={typed} problems={problems} />
        </>
      )}
    </>
  );
}

/** First what the register knows of whoever applies, then the package's own questions; none is required here. */
function Questions({ of, typed, problems }: Pick<CheckForm, 'of' | 'typed' | 'problems'>): ReactElement {
  const say = useSay();
  return (
    <form method="post" action={`/things/${of.code}/check`} noValidate>
      <p className="hint">{say(check.partly)}</p>
      {[...applicantFields(of), ...of.form.map((field) => ({ ...field, required: false }))].map((field) => (
        <Question
          key={field.name}
          field={field}
          typed={typed[field.name] ?? ''}
          problem={problems.find((each) => each.field === field.name)?.text}
        />
      ))}
      <button className="button">{say(check.button)}</button>
    </form>
  );
}

interface ResultProps {
  readonly of: Package;
  readonly result: Checked;
  readonly applicant: ApplicantVerdict;
}

function Result({ of, result, applicant }: ResultProps): ReactElement {
  const say = useSay();
  return (
    <section aria-labelledby="result" className="result">
      <h2 id="result">{say(check.result)}</h2>
      <p className="quiet">{say(check.onlyForecast)}</p>
      {applicant.verdict === 'yes' ? null : (
        <div className="panel">
          <h3>
            {say(check.about)}{' '}
            <Tag tone={applicant.verdict === 'no' ? 'wrong' : 'wait'}>
              {say(prospectName(applicant.verdict === 'no' ? 'not-asked' : 'open'))}
            </Tag>
          </h3>
          <ul>
            {applicant.reasons.map((reason) => (
              <li key={reason.en}>{say(reason)}</li>
            ))}
          </ul>
        </div>
      )}
      {applicant.verdict === 'no' ? null : result.steps.map((step) => <Foreseen key={step.step} step={step} of={of} />)}
      {applicant.verdict === 'no' ? null : (
        <p>
          <a className="button" href={`/apply/${of.code}`}>
            {say(guide.start)}
          </a>
        </p>
      )}
    </section>
  );
}

const tones: Readonly<Record<string, Tone>> = { asked: 'good', 'not-asked': 'wrong', open: 'wait', later: 'info' };

function Foreseen({ step, of }: { step: CheckedStep; of: Package }): ReactElement {
  const say = useSay();
  const named = (id: string): BilingualText => of.steps.find((each) => each.id === id)?.item.name ?? { zh: id, en: id };
  const item = of.steps.find(({ id }) => id === step.step)?.item;
  const labelled = (id: string): BilingualText => of.form.find((each) => each.name === id)?.label ?? named(id);
  return (
    <div className="panel">
      <h3>
        {say(named(step.step))} <Tag tone={tones[step.prospect] ?? 'info'}>{say(prospectName(step.prospect))}</Tag>
      </h3>
      {step.conditions.length > 0 ? (
        <ul>
          {step.conditions.map(({ means, verdict, waitsFor }) => (
            <li key={means.en}>
              {say(means)}
              {say(guide.colon)}
              <strong>{say(verdictName(verdict))}</strong>
              {waitsFor.length > 0 ? (
                <span className="quiet"> {say(check.waitsFor(list(waitsFor.map(labelled))))}</span>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      {step.prospect === 'asked' ? <p>{say(item?.decidedBy === 'rule' ? check.byRule : check.decided)}</p> : null}
      {item && step.prospect !== 'not-asked' ? (
        <p className="quiet">
          {say(guide.who)}
          {say(guide.colon)}
          {say(item.whoCanApply)}
        </p>
      ) : null}
      {step.blockedBy.length > 0 ? <p>{say(check.blocked(list(step.blockedBy.map(named))))}</p> : null}
    </div>
  );
}
