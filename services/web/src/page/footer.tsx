import type { ReactElement } from 'react';
import { Told } from '../parts/told';
import { site } from '../i18n/site';
import { useSay } from './reader';

const places = [
  { path: '/settings', name: site.settings },
  { path: '/help', name: site.help },
  { path: '/privacy', name: site.privacy },
  { path: '/accessibility', name: site.accessibility },
] as const;

export function Footer(): ReactElement {
  const say = useSay();
  return (
    <footer className="site-footer">
      <div className="foot">
        <p>
          <Told text={site.hotline} />
        </p>
        <nav aria-label={say(site.footerNavigation)}>
          <ul className="foot-links">
            {places.map(({ path, name }) => (
              <li key={path}>
                <a href={path}>{say(name)}</a>
              </li>
            ))}
          </ul>
        </nav>
        <p className="quiet">{say(site.demo)}</p>
      </div>
    </footer>
  );
}
