import type { ReactElement } from 'react';
import { signInPath } from '../http/sign-in-path';
import { inRole } from '../i18n/sessions';
import { inbox } from '../i18n/inbox';
import { site } from '../i18n/site';
import { Preferences } from './preferences';
import { useReader, useSay } from './reader';

const places = [
  { path: '/', name: site.services },
  { path: '/todo', name: site.todo },
  { path: '/inbox', name: inbox.title },
  { path: '/applications', name: site.myApplications },
  { path: '/me', name: site.myData },
  { path: '/help', name: site.help },
] as const;

const isHere = (path: string, here: string): boolean => {
  const at = here.split('?', 1)[0] ?? '';
  return path === '/' ? at === '/' : at === path || at.startsWith(`${path}/`);
};

export function Header(): ReactElement {
  const say = useSay();
  const { here, signedIn, roles } = useReader();
  const isStaff = roles[0] === 'officer' || roles[0] === 'supervisor';
  return (
    <header className="site-header">
      <div className="bar">
        <a className="brand" href="/">
          <span className="seal" aria-hidden="true">
            联
          </span>
          <span className="brand-name">{say(site.name)}</span>
          <span className="brand-motto">{say(site.motto)}</span>
        </a>
        <div className="tools">
          <Preferences />
          <Session />
        </div>
      </div>
      <div className="bar bar-nav">
        <nav aria-label={say(site.mainNavigation)}>
          <ul className="nav">
            {places
              .filter(({ path }) => signedIn || !(path === '/todo' || path === '/inbox'))
              .map(({ path, name }) => (
                <li key={path}>
                  <a href={path} aria-current={isHere(path, here) ? 'page' : undefined}>
                    {say(name)}
                    {path === '/todo' ? <span className="badge" data-badge hidden /> : null}
                  </a>
                </li>
              ))}
            {isStaff ? (
              <li>
                <a href="/desk/">{say(site.desk)}</a>
              </li>
            ) : null}
          </ul>
        </nav>
      </div>
    </header>
  );
}

function Session(): ReactElement {
  const say = useSay();
  const { signedIn, here, name } = useReader();
  if (!signedIn)
    return (
      <a className="session" href={signInPath(here)}>
        {say(site.signIn)}
      </a>
    );
  return (
    <>
      {name ? (
        <span className="session">
          <span className="unseen">{say(site.signedInAs)}</span>
          <bdi>{name}</bdi>
        </span>
      ) : null}
      <Role />
      <form method="post" action="/auth/sign-out">
        <button className="session plain">{say(site.signOut)}</button>
      </form>
    </>
  );
}

/** The role somebody acts in, for those who have another one too, or are no residents here. */
function Role(): ReactElement | null {
  const say = useSay();
  const { roles, here } = useReader();
  const [role, ...others] = roles;
  if (role === undefined || (role === 'resident' && others.length === 0)) return null;
  if (others.length === 0) return <span className="session">{say(inRole(role))}</span>;
  return (
    <a className="session" href={`/auth/role?return=${encodeURIComponent(here)}`}>
      {say(inRole(role))}
      <span className="unseen">{say(site.switchRole)}</span>
    </a>
  );
}
