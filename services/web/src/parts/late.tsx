import type { ReactElement } from 'react';
import type { Application } from '@lianban/rest-client';
import { isLate } from '../forms/step-state';
import { useReader, useSay } from '../page/reader';
import { applications } from '../i18n/applications';
import { day } from './format';
import { Told } from './told';

/** Says that an answer is late, apologises, and says what can be done. */
export function Late({ of }: { readonly of: Application }): ReactElement | null {
  const say = useSay();
  const { language, now } = useReader();
  const late = of.steps.filter((step) => isLate(step, now));
  if (late.length === 0) return null;
  return (
    <section className="panel late" aria-labelledby="late">
      <h2 id="late">{say(applications.lateTitle)}</h2>
      <ul>
        {late.map(({ id, name, promisedAt = '' }) => (
          <li key={id}>{say(applications.late(name, day(promisedAt, language)))}</li>
        ))}
      </ul>
      <p>
        <Told text={applications.lateHow(of.applicationNumber)} />
      </p>
    </section>
  );
}
