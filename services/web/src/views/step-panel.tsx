import type { ReactElement } from 'react';
import { Told } from '../parts/told';
import type { Application, Item, PackageStep, Step } from '@lianban/rest-client';
import { isLate, isUnderNotice } from '../forms/step-state';
import { type SiteLanguage, useBase, useReader, useSay } from '../page/reader';
import { DecisionCorrection } from '../parts/decision-correction';
import { list } from '../parts/format';
import { RuleDecision } from '../parts/rule-decision';
import { Said } from '../parts/said';
import { Summary } from '../parts/summary';
import { Tag } from '../parts/tag';
import { applications } from '../i18n/applications';
import { charges } from '../i18n/charges';
import { useDepartmentName } from '../i18n/departments';
import { factsOf } from '../i18n/facts';
import { limitDay } from '../i18n/limits';
import { shownOf } from '../i18n/shown';
import { isDecision } from '../i18n/step-kinds';
import { groundWords, wordless } from '../i18n/grounds';
import { versionName, whyOf } from '../i18n/reasons';
import { statusOf } from '../i18n/steps';

const beingWorkedOn: ReadonlySet<string> = new Set(['accepted', 'paused']);

interface Props {
  readonly step: Step;
  readonly of: Application;
  readonly described: PackageStep | undefined;
}

/** One step: its department, its limit, its outcome and reasons. */
export function StepPanel({ step, of, described }: Props): ReactElement {
  const say = useSay();
  const departmentName = useDepartmentName();
  const base = useBase();
  const { language, now } = useReader();
  const { name, tone } = statusOf(step.status, step.kind, step.reason);
  const before = of.steps.filter(({ id }) => step.needs.includes(id)).map((each) => each.name);
  const open = beingWorkedOn.has(step.status);
  const rows = [
    ...(step.reason
      ? [{ name: say(applications.reason), value: <Said text={whyOf(step, step.reason, of, described)} /> }]
      : []),
    ...shownOf(step, described?.item, language).map((row) => ({ name: say(row.name), value: say(row.value) })),
    ...factsOf(step.facts ?? {}, described?.item).map((fact) => ({ name: say(fact.name), value: say(fact.value) })),
    ...(open ? limitsOf(step, language).map(({ name, value }) => ({ name: say(name), value })) : []),
  ];
  return (
    <section className="panel" id={`step-${step.id}`} aria-labelledby={`name-${step.id}`}>
      <h3 id={`name-${step.id}`}>
        {say(step.name)} <Tag tone={tone}>{say(name)}</Tag>
        {isLate(step, now) ? (
          <>
            {' '}
            <Tag tone="wrong">{say(applications.lateTag)}</Tag>
          </>
        ) : null}
      </h3>
      <p className="quiet">
        {say(departmentName(step.department))}
        {step.status === 'waiting' && before.length > 0 ? ` · ${say(applications.after(list(before)))}` : ''}
      </p>
      {rows.length > 0 ? <Summary rows={rows} /> : null}
      {step.kind === 'payment' && step.status !== 'requested' && step.status !== 'waiting' ? (
        <p>
          <a href={`${base}/charges/${of.applicationNumber}/${step.id}`}>
            {say(step.status === 'payable' ? charges.pay : charges.title)}
            <span className="unseen">{say(step.name)}</span>
          </a>
        </p>
      ) : null}
      <DecisionCorrection step={step} item={described?.item} />
      {isDecision(step.kind) ? <RuleDecision step={step} of={of.applicationNumber} /> : null}
      <Grounds step={step} item={described?.item} />
      {step.status === 'refused' && isDecision(step.kind) ? (
        <>
          <h4>{say(applications.appeal)}</h4>
          <p>
            <Told text={applications.appealHow} />
          </p>
        </>
      ) : null}
      {isUnderNotice(step) ? (
        <p>
          <a href={`${base}/applications/${of.applicationNumber}/steps/${step.id}/objection`}>
            {say(applications.object)}
            <span className="unseen">{say(step.name)}</span>
          </a>
        </p>
      ) : null}
    </section>
  );
}

const limitsOf = (step: Step, language: SiteLanguage) => {
  const { promisedAt, statutoryAt, promisedProvisional, statutoryProvisional } = step;
  return [
    ...(promisedAt
      ? [{ name: applications.promised, value: limitDay(promisedAt, promisedProvisional, language) }]
      : []),
    ...(statutoryAt
      ? [{ name: applications.statutory, value: limitDay(statutoryAt, statutoryProvisional, language) }]
      : []),
  ];
};

/** The grounds of a decision, in words. */
function Grounds({
  step: { grounds = [], status, reviewed },
  item,
}: Pick<Props, 'step'> & { readonly item: Item | undefined }): ReactElement | null {
  const say = useSay();
  if (grounds.length === 0) return null;
  return (
    <details open={status === 'refused' || reviewed}>
      <summary>{say(applications.why)}</summary>
      <ul className="grounds">
        {grounds.map((ground) => {
          const { rule, version, explanation, met } = ground;
          const words = groundWords(ground, item) ?? wordless(ground);
          return (
            <li key={`${rule} ${explanation}`}>
              <Tag tone={met ? 'good' : 'wrong'}>{say(met ? applications.met : applications.notMet)}</Tag>{' '}
              <strong>
                <Said text={words.rule} />
              </strong>{' '}
              <span className="quiet">{say(versionName(version))}</span>
              <p>
                <Told text={words.text} />
              </p>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
