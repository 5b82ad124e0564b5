import { Button, Popover, Segmented, Switch } from 'antd';
import { useState } from 'react';
import type { DeskLanguage } from '../i18n/both';
import { useWords } from '../i18n/language';
import { shortcutsOn, useShortcuts, useShortcutsOn } from './use-shortcuts';

/** Language, shortcuts, role, sessions and sign-out. Signing out is a form: a link must not be able to do it. */
export function Settings({ canSwitch }: { readonly canSwitch: boolean }) {
  const { t, language, choose } = useWords();
  const [isOpen, setOpen] = useState(false);
  const isOn = useShortcutsOn();
  useShortcuts({ help: () => setOpen(true) });
  const content = (
    <div className="settings">
      <label>
        <span>{t('language')}</span>
        <Segmented<DeskLanguage>
          value={language}
          onChange={choose}
          options={[
            { value: 'zh-CN', label: '中文' },
            { value: 'en', label: 'English' },
          ]}
        />
      </label>
      <label>
        <span>{t('shortcutsOn')}</span>
        <Switch checked={isOn} onChange={(on) => shortcutsOn.set(on)} />
      </label>
      <p>{t('shortcutList')}</p>
      <p>{t('shortcutsHint')}</p>
      {canSwitch && (
        <p>
          <a href="/auth/role">{t('switchRole')}</a>
        </p>
      )}
      <p>
        <a href="/me/sessions">{t('mySessions')}</a>
      </p>
      <form method="post" action="/auth/sign-out">
        <Button htmlType="submit" block>
          {t('signOut')}
        </Button>
      </form>
    </div>
  );
  return (
    <Popover trigger="click" placement="bottomRight" open={isOpen} onOpenChange={setOpen} content={content}>
      <Button className="on-bar" type="text">
        {t('settings')}
      </Button>
    </Popover>
  );
}
