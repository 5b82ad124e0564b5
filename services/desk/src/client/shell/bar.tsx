import { Layout } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/language';
import { Settings } from './settings';

interface Props {
  readonly title: string;
  /** Who is signed in; unknown until it is loaded, and to whom the page is not for. */
  readonly who?: ReactNode;
  readonly canSwitch: boolean;
  /** The links of the navigation. */
  readonly children?: ReactNode;
}

/** The bar on top of every page, also of one that cannot be shown: it has the language and the way out. */
export function Bar({ title, who, canSwitch, children }: Props) {
  const { t } = useWords();
  return (
    <>
      <a className="skip" href="#main">
        {t('skip')}
      </a>
      <Layout.Header className="bar">
        <span className="brand">
          <span lang="zh-CN">联办</span>
          <small>{title}</small>
        </span>
        <nav aria-label={title}>{children}</nav>
        <span className="who">{who}</span>
        <Settings canSwitch={canSwitch} />
      </Layout.Header>
    </>
  );
}
