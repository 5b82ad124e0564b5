import type { ReactElement } from 'react';
import {
  type AskedShare,
  type Draft,
  type HeldMaterial,
  type Package,
  isolated,
  needsConsent,
} from '@lianban/rest-client';
import { shown } from '../forms/shown';
import { materialsOf } from '../forms/tasks';
import { type Page, formPage } from '../page/page';
import { type BilingualText, useBase, useReader, useSay } from '../page/reader';
import { BackLink } from '../parts/back-link';
import { ConsentField, DutyNote } from '../parts/consent-field';
import { ErrorSummary, type FieldProblem } from '../parts/error-summary';
import { Summary } from '../parts/summary';
import { apply } from '../i18n/apply';
import { consents } from '../i18n/consents';
import type { Whom } from '../forms/whom';
import { WhomField } from '../parts/whom-field';

interface Checked {
  readonly of: Package;
  readonly draft: Draft | undefined;
  /** Shares of the applicant's data. */
  readonly shares: readonly AskedShare[];
  /** Whom it can be about, beside the applicant. */
  readonly people: readonly Whom[];
  /** Choices by field. */
  readonly chosen: Readonly<Record<string, string>>;
  /** The Idempotency-Key of the submission. */
  readonly submission: string;
  readonly problems: readonly FieldProblem[];
}

/** Everything to be submitted, each with a link to change it. */
export const checkAnswersPage = (checked: Checked): Page =>
  formPage(apply.check, <CheckAnswers {...checked} />, checked.problems);

function CheckAnswers({ of, draft, shares, people, chosen, submission, problems }: Checked): ReactElement {
  const say = useSay();
  const path = `${useBase()}/apply/${of.code}`;
  const materials = materialsOf(of);
  const heldOf = (code: string) => draft?.materials.filter((each) => each.code === code) ?? [];
  const change = (href: string, what: string) => ({ href, say: say(apply.change), what });
  return (
    <>
      <BackLink to={path} />
      <ErrorSummary problems={problems} />
      <h1>{say(apply.check)}</h1>
      <p className="lead">{say(apply.checkLead)}</p>
      <h2 id="answers" tabIndex={-1}>
        {say(of.name)}
      </h2>
      <Summary
        rows={of.form.map((field) => ({
          id: field.name,
          name: say(field.label),
          value: say(shown(field, draft?.answers[field.name])),
          change: change(`${path}/${field.name}?from=check-answers`, say(field.label)),
        }))}
      />
      {materials.length > 0 ? (
        <>
          <h2>{say(apply.materials)}</h2>
          <Summary
            rows={materials.map(({ code, name }) => {
              const state = stateOf(heldOf(code));
              const id = `paper-${code}`;
              return { id, name: say(name), value: say(state), change: change(`${path}/materials`, say(name)) };
            })}
          />
        </>
      ) : null}
      <form method="post" action={`${path}/check-answers`} noValidate>
        <input type="hidden" name="key" value={submission} />
        <WhomField
          of={of}
          people={people}
          chosen={chosen.about ?? ''}
          problem={problems.find(({ field }) => field === 'about')?.text}
        />
        <Shares shares={shares} chosen={chosen} problems={problems} />
        <p>{say(apply.promiseTrue)}</p>
        <button className="button">{say(apply.submit)}</button>
      </form>
    </>
  );
}

function stateOf(held: readonly HeldMaterial[]): BilingualText {
  if (held.length > 1) return apply.pages(held.length);
  if (held.length === 0) return apply.notYet;
  return held[0]?.grade === 'D' ? apply.promised : apply.uploaded;
}

/** Consents are asked for here only: they are given with the submission, by whoever submits. */
function Shares({ shares, chosen, problems }: Pick<Checked, 'shares' | 'chosen' | 'problems'>): ReactElement | null {
  const say = useSay();
  const { actingFor } = useReader();
  if (shares.length === 0) return null;
  const name = actingFor && isolated(actingFor.name);
  const asked = shares.filter(needsConsent);
  return (
    <>
      <h2>{say(asked.length > 0 ? consents.title : name ? consents.toldFor(name) : consents.told)}</h2>
      {asked.length > 0 ? <p>{say(name ? consents.leadFor(name) : consents.lead)}</p> : null}
      {asked.map((share) => (
        <ConsentField
          key={share.id}
          of={share}
          typed={chosen[share.id] ?? ''}
          problem={problems.find(({ field }) => field === share.id)?.text}
        />
      ))}
      {asked.length > 0 ? <p className="quiet">{say(consents.revocable)}</p> : null}
      {shares
        .filter((share) => !needsConsent(share))
        .map((share) => (
          <DutyNote key={share.id} of={share} />
        ))}
    </>
  );
}
