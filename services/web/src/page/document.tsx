import type { ReactElement } from 'react';
import { Told } from '../parts/told';
import type { Assets } from '../http/assets';
import { problems } from '../i18n/problems';
import { site } from '../i18n/site';
import { ActingBanner } from './acting-banner';
import { Footer } from './footer';
import { Header } from './header';
import type { Page } from './page';
import { useReader, useSay } from './reader';

/** The HTML document with the frame of every page. */
export function Document({ page, assets }: { readonly page: Page; readonly assets: Assets }): ReactElement {
  const say = useSay();
  const { language, mode } = useReader();
  const title = `${page.wrong ? say(site.errorPrefix) : ''}${say(page.title)} · ${say(site.name)}`;
  return (
    <html lang={language} data-mode={mode}>
      <head>
        <meta charSet="utf-8" />
        <title>{title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="format-detection" content="telephone=no" />
        <meta name="theme-color" content="#0b3d66" />
        <link rel="icon" href={assets.icon.path} type="image/svg+xml" />
        <link rel="stylesheet" href={assets.style.path} />
        <script type="module" src={assets.script.path} />
      </head>
      <body>
        <a className="skip" href="#content">
          {say(site.skip)}
        </a>
        <Header />
        <ActingBanner />
        <main id="content" tabIndex={-1} className={page.wide ? 'wide' : 'page'}>
          <div className="away" role="alert" tabIndex={-1} hidden data-away>
            <p>
              <strong>{say(problems.away)}</strong>
            </p>
            <p>
              <Told text={problems.awayWhy} />
            </p>
          </div>
          {page.body}
        </main>
        <Footer />
      </body>
    </html>
  );
}
