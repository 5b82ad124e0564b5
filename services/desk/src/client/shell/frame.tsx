import { Layout, Spin } from 'antd';
import { Suspense } from 'react';
import { NavLink, Navigate, Outlet, useLocation } from 'react-router';
import { isProblem } from '../api/client';
import { useOfficer } from '../api/hooks';
import { useOfficerNames } from '../view/officers';
import { useWords } from '../i18n/language';
import { ApprovalsLink } from './approvals-link';
import { Bar } from './bar';
import { Failure } from './failure';
import { Part } from './part';

/** The frame of every page of officers: who they are, and the navigation. */
export function Frame() {
  const { t, word } = useWords();
  const nameOf = useOfficerNames();
  const { pathname } = useLocation();
  const { data: officer, error, refetch } = useOfficer();
  if (isProblem(error) && error.slug === 'wrong-role' && /as "operator"/.test(error.detail))
    return <Navigate to="/operations" replace />;
  if (!officer && !error) return <Spin size="large" fullscreen description={t('loading')} />;
  if (!officer)
    return (
      <Layout className="frame">
        <Bar title={t('title')} canSwitch />
        <Layout.Content id="main" tabIndex={-1} className="page">
          <Failure error={error} retry={() => void refetch()} />
        </Layout.Content>
      </Layout>
    );
  const who = (
    <>
      {word(officer.department)} · <bdi>{nameOf(officer.id)}</bdi>
      <em>{t(officer.isSupervisor ? 'supervisor' : 'holder')}</em>
    </>
  );
  return (
    <Layout className="frame">
      <Bar title={t('title')} who={who} canSwitch={(officer.roles ?? []).length > 1}>
        <NavLink to="/" end>
          {t('queue')}
        </NavLink>
        {(officer.isSupervisor || officer.scopes.includes('counter')) && <ApprovalsLink officer={officer} />}
        {officer.scopes.includes('counter') && <NavLink to="/counter">{t('counter')}</NavLink>}
        <NavLink to="/entitlements">{t('entitlements')}</NavLink>
        {officer.isSupervisor && <NavLink to="/board">{t('board')}</NavLink>}
        {officer.isSupervisor && <NavLink to="/reads">{t('reads')}</NavLink>}
      </Bar>
      <Layout.Content id="main" tabIndex={-1} className="page">
        <Part key={pathname}>
          <Suspense fallback={<Spin size="large" />}>
            <Outlet context={officer} />
          </Suspense>
        </Part>
      </Layout.Content>
    </Layout>
  );
}
