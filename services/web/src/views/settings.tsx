import type { ReactElement } from 'react';
import { type Page, page } from '../page/page';
import { useReader, useSay } from '../page/reader';
import { Radio, RadioGroup } from '../parts/radios';
import { settings } from '../i18n/settings';

export const settingsPage = (back: string): Page => page(settings.title, <Settings back={back} />);

function Settings({ back }: { back: string }): ReactElement {
  const say = useSay();
  const { language, mode } = useReader();
  return (
    <>
      <h1>{say(settings.title)}</h1>
      <form method="post" action="/settings">
        <input type="hidden" name="return" value={back} />
        <RadioGroup id="mode" legend={say(settings.mode)}>
          <Radio name="mode" value="standard" checked={mode === 'standard'} hint={say(settings.standardHint)}>
            {say(settings.standard)}
          </Radio>
          <Radio name="mode" value="elder" checked={mode === 'elder'} hint={say(settings.elderHint)}>
            {say(settings.elder)}
          </Radio>
        </RadioGroup>
        <RadioGroup id="language" legend={say(settings.language)}>
          <Radio name="language" value="zh-CN" checked={language === 'zh-CN'} language="zh-CN">
            中文
          </Radio>
          <Radio name="language" value="en" checked={language === 'en'} language="en">
            English
          </Radio>
        </RadioGroup>
        <p className="quiet">{say(settings.remembered)}</p>
        <button className="button">{say(settings.save)}</button>
      </form>
    </>
  );
}
