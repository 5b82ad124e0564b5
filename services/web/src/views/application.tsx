import type { ReactElement } from 'react';
import type { Application, Message, OwnWrits, Package, Step } from '@lianban/rest-client';
import type { OwnPaper } from '../api/own-papers';
import { type AskedFor, type WantedBy, answerBy, missingOf, nameOf } from '../forms/missing';
import { type Page, page } from '../page/page';
import { useBase, useReader, useSay } from '../page/reader';
import { BackLink } from '../parts/back-link';
import { day } from '../parts/format';
import { HandedIn } from '../parts/handed-in';
import { Late } from '../parts/late';
import { Messages } from '../parts/messages';
import { PapersHandedIn } from '../parts/papers-handed-in';
import { Results } from '../parts/results';
import { StepGraph } from '../parts/step-graph';
import { Tag } from '../parts/tag';
import { Timeline } from '../parts/timeline';
import { WantedNote } from '../parts/wanted-note';
import { WritsSection } from '../parts/writs-section';
import { applications } from '../i18n/applications';
import { statusOf } from '../i18n/steps';
import { StepPanel } from './step-panel';

/** One application: what waits for its owner, the progress of each department, the timeline. */
export const applicationPage = (
  of: Application,
  described: Package | undefined,
  messages: readonly Message[] | undefined,
  wanted: WantedBy,
  papers: readonly OwnPaper[],
  told: OwnWrits | undefined,
): Page => page(of.name, <ApplicationView {...{ of, described, messages, wanted, papers, told }} />);

interface ApplicationProps {
  readonly of: Application;
  readonly described: Package | undefined;
  readonly messages: readonly Message[] | undefined;
  readonly wanted: WantedBy;
  readonly papers: readonly OwnPaper[];
  readonly told: OwnWrits | undefined;
}

function ApplicationView({ of, described, messages, wanted, papers, told }: ApplicationProps): ReactElement {
  const say = useSay();
  const base = useBase();
  const { name, tone } = statusOf(of.status);
  const waiting = of.steps.filter(({ status }) => status === 'supplement');
  const ended = of.endedAt !== undefined && of.status !== 'needs-operator';
  return (
    <>
      <BackLink to={`${base}/applications`} />
      <h1>{say(of.name)}</h1>
      <p className="lead">
        <Tag tone={tone}>{say(name)}</Tag>
      </p>
      <p className="quiet">
        {say(applications.number)} {of.applicationNumber}
        {of.agent ? ` · ${say(applications.byAgent)}` : ''}
      </p>
      {ended ? null : <Live of={of} />}
      <Late of={of} />
      {waiting.map((step) => (
        <WaitingForYou key={step.id} step={step} of={of} asked={missingOf(step, described, wanted)} />
      ))}
      <Results of={of} described={described} />
      <Messages of={of} messages={messages} />
      <WritsSection of={of} told={told} />
      <h2>{say(applications.steps)}</h2>
      <StepGraph steps={of.steps} />
      {of.steps.map((step) => (
        <StepPanel key={step.id} step={step} of={of} described={described?.steps.find(({ id }) => id === step.id)} />
      ))}
      <HandedIn of={of} described={described} uploads={papers} />
      <PapersHandedIn number={of.applicationNumber} described={described} papers={papers} />
      <h2>{say(applications.timeline)}</h2>
      <Timeline of={of} described={described} />
      {ended ? null : (
        <>
          <h2>{say(applications.acts)}</h2>
          <p>
            <a href={`${base}/applications/${of.applicationNumber}/withdraw`}>{say(applications.withdraw)}</a>
          </p>
        </>
      )}
    </>
  );
}

/** Tells the script which event stream to open: the reader's own, or the principal's. */
function Live({ of }: { of: Application }): ReactElement {
  const say = useSay();
  const { actingFor } = useReader();
  const inTheirName = actingFor ? `?for=${encodeURIComponent(actingFor.residentId)}` : '';
  return (
    <p
      className="live quiet"
      role="status"
      data-live={`/api/applications/${of.applicationNumber}/events${inTheirName}`}
      data-version={of.version}
      data-news={say(applications.updated)}
      data-waiting={say(applications.live)}
    />
  );
}

interface WaitingProps {
  readonly step: Step;
  readonly of: Application;
  readonly asked: AskedFor;
}

function WaitingForYou({ step, of, asked: { things, isExplained } }: WaitingProps): ReactElement {
  const say = useSay();
  const base = useBase();
  const { language } = useReader();
  const until = answerBy(of, step);
  return (
    <section className="panel for-you" aria-labelledby={`you-${step.id}`}>
      <h2 id={`you-${step.id}`}>
        {say(applications.forYou)} · {say(step.name)}
      </h2>
      <ul>
        {things.map((each) => (
          <li key={each.code}>
            {say(nameOf(each))}
            {each.received.length > 0 ? (
              <>
                {' '}
                <Tag tone="wait">{say(applications.again)}</Tag>
              </>
            ) : null}
            <WantedNote of={each} />
          </li>
        ))}
      </ul>
      {isExplained ? null : <p className="quiet">{say(applications.notesAway)}</p>}
      {until ? <p>{say(applications.supplementUntil(day(until, language)))}</p> : null}
      <p>
        <a className="button" href={`${base}/applications/${of.applicationNumber}/steps/${step.id}/supplement`}>
          {say(applications.supplement)}
          <span className="unseen">{say(step.name)}</span>
        </a>
      </p>
    </section>
  );
}
