import type { ReactElement } from 'react';
import { isolated } from '@lianban/rest-client';
import { me } from '../i18n/me';
import { useReader, useSay } from './reader';

/** Shown on every page while acting for a principal, with a link back to one's own pages. */
export function ActingBanner(): ReactElement | null {
  const say = useSay();
  const { actingFor } = useReader();
  if (!actingFor) return null;
  const name = isolated(actingFor.name || say(me.principal));
  const sentence = say(me.actingFor(name));
  const base = `/for/${actingFor.residentId}`;
  return (
    <section className="acting" aria-label={sentence}>
      <div className="bar">
        <strong>{sentence}</strong>
        <ul className="nav">
          <li>
            <a href={`${base}/applications`}>{say(me.theirApplications(name))}</a>
          </li>
          <li>
            <a href={`${base}/apply`}>{say(me.theirThings)}</a>
          </li>
          <li>
            <a href="/me">{say(me.stop)}</a>
          </li>
        </ul>
      </div>
    </section>
  );
}
