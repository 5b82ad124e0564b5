import type { ReactElement } from 'react';
import type { Step } from '@lianban/rest-client';
import { useBase, useReader, useSay } from '../page/reader';
import { applications } from '../i18n/applications';
import { day } from './format';

/** Says that a rule decided, and how a person comes to look at it (个人信息保护法 art. 24); or that one does. */
export function RuleDecision({ step, of }: { readonly step: Step; readonly of: string }): ReactElement | null {
  const say = useSay();
  const base = useBase();
  const { language } = useReader();
  const { decidedBy, reviewBy, reviewed } = step;
  if (reviewed) return <p>{say(applications.reviewed)}</p>;
  if (decidedBy !== 'rule') return null;
  if (!reviewBy) return <p>{say(applications.byRule)}</p>;
  const until = day(reviewBy, language);
  return (
    <>
      <p>{say(applications.byRule)}</p>
      <p>
        <a className="button secondary" href={`${base}/applications/${of}/steps/${step.id}/objection`}>
          {say(applications.askReview)}
          <span className="unseen">{say(step.name)}</span>
        </a>
      </p>
      <p className="quiet">
        {say(applications.reviewMeans)} {say(applications.reviewUntil({ zh: until, en: until }))}
      </p>
    </>
  );
}
