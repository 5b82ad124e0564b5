import type { ReactElement } from 'react';
import type { Item, Package, PackageStep } from '@lianban/rest-client';
import { type BilingualText, useSay } from '../page/reader';
import { list, money } from '../parts/format';
import { Summary } from '../parts/summary';
import { guide } from '../i18n/guide';
import { statutoryLimit } from '../i18n/limits';
import { isDecision, stepKinds } from '../i18n/step-kinds';

export function GuideSteps({ of }: { readonly of: Package }): ReactElement {
  const say = useSay();
  return (
    <section aria-labelledby="items">
      <h2 id="items">{say(guide.items)}</h2>
      <p className="quiet">{say(guide.limitsMeaning)}</p>
      {of.steps.map((step) => (
        <Step key={step.id} step={step} of={of} />
      ))}
    </section>
  );
}

function Step({ step, of }: { step: PackageStep; of: Package }): ReactElement {
  const say = useSay();
  const { id, kind, item, needs } = step;
  const before = of.steps.filter((each) => needs.includes(each.id)).map((each) => each.item.name);
  return (
    <details className="panel fold" id={`step-${id}`}>
      <summary>
        <h3>{say(item.name)}</h3>
        <span className="quiet">{say(shortly(step))}</span>
      </summary>
      <p>{say(described(step))}</p>
      <p className="quiet">{say(before.length > 0 ? guide.after(list(before)) : guide.atOnce)}</p>
      <Summary
        rows={[
          ...(isDecision(kind) ? [{ name: say(guide.who), value: say(item.whoCanApply) }] : []),
          { name: say(guide.condition), value: say(conditionOf(step)) },
          { name: say(isDecision(kind) ? guide.department : stepKinds.performedBy), value: say(item.departmentName) },
          ...(isDecision(kind) ? decisionRows(item, say) : []),
          ...(item.legalBasis.length > 0 ? [{ name: say(guide.basis), value: say(list(item.legalBasis)) }] : []),
        ]}
      />
    </details>
  );
}

/** Who does it, and within how many days: enough to choose which to open. */
const shortly = ({ kind, item }: PackageStep): BilingualText => {
  const { zh, en } = item.departmentName;
  const days = guide.days(item.promisedDays);
  return isDecision(kind) ? { zh: `${zh} · ${days.zh}`, en: `${en} · ${days.en}` } : { zh, en };
};

const decisionRows = (item: Item, say: (text: BilingualText) => string) => [
  { name: say(guide.promised), value: say(guide.days(item.promisedDays)) },
  { name: say(guide.statutory), value: say(statutoryLimit(item)) },
  { name: say(guide.fee), value: item.feeCents === 0 ? say(guide.free) : money(item.feeCents) },
  { name: say(guide.decided), value: say(item.decidedBy === 'rule' ? guide.byRule : guide.byOfficer) },
];

const described = ({ description, item }: PackageStep): BilingualText =>
  description.zh ? description : item.description;

const conditionOf = ({ conditions }: PackageStep): BilingualText =>
  conditions.length === 0 ? guide.always : list(conditions.map(({ means }) => means));
