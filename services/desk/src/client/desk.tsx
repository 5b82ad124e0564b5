import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { App, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { Suspense } from 'react';
import { BrowserRouter, Navigate, Route, Routes } from 'react-router';
import { isProblem } from './api/client';
import { Frame } from './shell/frame';
import { lazyPage } from './shell/lost-part';
import { Part } from './shell/part';
import { LanguageProvider, useWords } from './i18n/language';

// Each with what it alone needs: whoever opens the queue waits for no chart and no form.
const QueuePage = lazyPage(() => import('./queue/queue-page'));
const CasePage = lazyPage(() => import('./case/case-page'));
const AssessmentPage = lazyPage(() => import('./case/assessment-page'));
const CounterPage = lazyPage(() => import('./counter/counter-page'));
const ApprovalsPage = lazyPage(() => import('./approvals/approvals-page'));
const ReadsPage = lazyPage(() => import('./reads/reads-page'));
const EntitlementsPage = lazyPage(() => import('./entitlements/entitlements-page'));
const BoardPage = lazyPage(() => import('./board/board-page'));
const OperationsPage = lazyPage(() => import('./operations/operations-page'));

/** Errors that a retry cannot fix are not retried. */
const isPassing = (error: unknown) => !isProblem(error) || error.status === 0 || error.status >= 500;

const client = new QueryClient({
  defaultOptions: { queries: { retry: (count, error) => count < 3 && isPassing(error), staleTime: 5_000 } },
});

// Contrast of at least 4.5 to 1 on white, also of secondary text.
const soft = '#4a5568';
const token = {
  colorPrimary: '#0b5cad',
  colorLink: '#0b5cad',
  colorError: '#b42318',
  colorTextSecondary: soft,
  colorTextTertiary: soft,
  colorTextDescription: soft,
  colorTextPlaceholder: '#667085',
  borderRadius: 4,
};

export function Desk() {
  return (
    <QueryClientProvider client={client}>
      <LanguageProvider>
        <Themed />
      </LanguageProvider>
    </QueryClientProvider>
  );
}

function Themed() {
  const { language } = useWords();
  return (
    <ConfigProvider button={{ autoInsertSpace: false }} locale={language === 'en' ? enUS : zhCN} theme={{ token }}>
      <App>
        <BrowserRouter basename="/desk">
          <Routes>
            <Route
              path="operations"
              element={
                <Part>
                  <Suspense>
                    <OperationsPage />
                  </Suspense>
                </Part>
              }
            />
            <Route element={<Frame />}>
              <Route index element={<QueuePage />} />
              <Route path="cases/:number/:step" element={<CasePage />} />
              <Route path="cases/:number/:step/assessment" element={<AssessmentPage />} />
              <Route path="counter" element={<CounterPage />} />
              <Route path="approvals" element={<ApprovalsPage />} />
              <Route path="entitlements" element={<EntitlementsPage />} />
              <Route path="board" element={<BoardPage />} />
              <Route path="reads" element={<ReadsPage />} />
              <Route path="*" element={<Navigate to="/" replace />} />
            </Route>
          </Routes>
        </BrowserRouter>
      </App>
    </ConfigProvider>
  );
}
