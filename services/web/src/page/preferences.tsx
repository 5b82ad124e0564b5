import type { ReactElement } from 'react';
import { site } from '../i18n/site';
import { useReader, useSay } from './reader';

/** The two switches at the top of every page. Each is labelled in the language, and links to the mode, that it selects. */
export function Preferences(): ReactElement {
  const say = useSay();
  const { language, mode, here } = useReader();
  const other = language === 'en' ? 'zh-CN' : 'en';
  return (
    <form className="preferences" method="post" action="/settings" aria-label={say(site.preferences)}>
      <input type="hidden" name="return" value={here} />
      <button className="plain" name="mode" value={mode === 'elder' ? 'standard' : 'elder'}>
        {say(mode === 'elder' ? site.standard : site.elder)}
      </button>
      <button className="plain" name="language" value={other} lang={other}>
        {other === 'en' ? 'English' : '中文'}
      </button>
    </form>
  );
}
