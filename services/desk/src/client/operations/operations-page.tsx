import { Layout, Spin } from 'antd';
import { Bar } from '../shell/bar';
import { Failure } from '../shell/failure';
import { Part } from '../shell/part';
import { useOperator } from './api';
import { HangingPanel } from './hanging-panel';
import { LettersPanel } from './letters-panel';
import { SearchPanel } from './search-panel';
import { StandingPanel } from './standing-panel';
import { useOperatorWords } from './words';

/** The operators’ console: what hangs and why, and how it goes on, each act approved by a second operator. */
export default function OperationsPage() {
  const { t } = useOperatorWords();
  const { data: operator, error, refetch } = useOperator();
  return (
    <Layout className="frame">
      <Bar title={t('title')} canSwitch={(operator?.roles ?? []).length > 1} who={operator?.id} />
      <Layout.Content id="main" tabIndex={-1} className="page">
        <h1>{t('title')}</h1>
        {error && <Failure error={error} retry={() => void refetch()} />}
        {!operator && !error && <Spin size="large" />}
        {operator && (
          <>
            <Part>
              <HangingPanel me={operator.id} />
            </Part>
            <Part>
              <SearchPanel />
            </Part>
            <Part>
              <StandingPanel me={operator.id} />
            </Part>
            <Part>
              <LettersPanel />
            </Part>
          </>
        )}
      </Layout.Content>
    </Layout>
  );
}
