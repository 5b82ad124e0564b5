import type { ReactElement } from 'react';
import type { Application, Package, Step } from '@lianban/rest-client';
import { useReader, useSay } from '../page/reader';
import { applications } from '../i18n/applications';
import { factsOf } from '../i18n/facts';
import { shownOf } from '../i18n/shown';
import { isDecision } from '../i18n/step-kinds';
import { statusOf } from '../i18n/steps';
import { day } from './format';
import { Tag } from './tag';

interface Props {
  readonly of: Application;
  readonly described: Package | undefined;
}

const decided: ReadonlySet<string> = new Set(['granted', 'refused']);

/** First of all: what came of it so far, in a line each, and when the next answer comes. */
export function Results({ of, described }: Props): ReactElement | null {
  const say = useSay();
  const { language, now } = useReader();
  const done = of.steps.filter(({ status, kind }) => decided.has(status) && isDecision(kind));
  const [next] = of.steps
    .filter(
      ({ status, promisedAt }) => status === 'accepted' && promisedAt !== undefined && new Date(promisedAt) >= now,
    )
    .toSorted((one, other) => ((one.promisedAt ?? '') < (other.promisedAt ?? '') ? -1 : 1));
  if (done.length === 0 && !next) return null;
  return (
    <section className="results-first" aria-labelledby="outcomes">
      <h2 id="outcomes">{say(applications.results)}</h2>
      {done.length > 0 ? (
        <ul className="outcomes">
          {done.map((step) => (
            <Outcome key={step.id} step={step} described={described} />
          ))}
        </ul>
      ) : null}
      {next ? <p>{say(applications.next(next.name, day(next.promisedAt ?? '', language)))}</p> : null}
    </section>
  );
}

function Outcome({ step, described }: { step: Step; described: Package | undefined }): ReactElement {
  const say = useSay();
  const { language } = useReader();
  const item = described?.steps.find(({ id }) => id === step.id)?.item;
  const { name, tone } = statusOf(step.status, step.kind);
  const facts = [...shownOf(step, item, language), ...factsOf(step.facts ?? {}, item)];
  return (
    <li>
      <p>
        <a href={`#step-${step.id}`}>{say(step.name)}</a> <Tag tone={tone}>{say(name)}</Tag>
      </p>
      {facts.map((fact) => (
        <p key={fact.name.en}>
          <span className="quiet">{say(fact.name)}</span> <strong>{say(fact.value)}</strong>
        </p>
      ))}
    </li>
  );
}
