import { Layout, Spin } from 'antd';
import { Suspense } from 'react';
import { NavLink, Outlet } from 'react-router';
import { useOfficer } from '../api/hooks';
import { useOfficerNames } from '../view/officers';
import { useWords } from '../i18n/language';
import { ApprovalsLink } from './approvals-link';
import { Failure } from './failure';
import { Settings } from './settings';

/** The frame of every page: the officer and the navigation. */
export function Frame() {
  const { t, word } = useWords();
  const nameOf = useOfficerNames();
  const { data: officer, error, refetch } = useOfficer();
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!officer) return <Spin size="large" fullscreen description={t('loading')} />;
  return (
    <Layout className="frame">
      <a className="skip" href="#main">
        {t('skip')}
      </a>
      <Layout.Header className="bar">
        <span className="brand">
          <span lang="zh-CN">联办</span>
          <small>{t('title')}</small>
        </span>
        <nav aria-label={t('title')}>
          <NavLink to="/" end>
            {t('queue')}
          </NavLink>
          {(officer.isSupervisor || officer.scopes.includes('counter')) && <ApprovalsLink officer={officer} />}
          {officer.scopes.includes('counter') && <NavLink to="/counter">{t('counter')}</NavLink>}
          {officer.isSupervisor && <NavLink to="/board">{t('board')}</NavLink>}
          {officer.isSupervisor && <NavLink to="/reads">{t('reads')}</NavLink>}
        </nav>
        <span className="who">
          {word(officer.department)} · <bdi>{nameOf(officer.id)}</bdi>
          <em>{t(officer.isSupervisor ? 'supervisor' : 'holder')}</em>
        </span>
        <Settings canSwitch={(officer.roles ?? []).length > 1} />
      </Layout.Header>
      <Layout.Content id="main" tabIndex={-1} className="page">
        <Suspense fallback={<Spin size="large" />}>
          <Outlet context={officer} />
        </Suspense>
      </Layout.Content>
    </Layout>
  );
}
