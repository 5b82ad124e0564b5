import { Button, Empty, Table, Tabs } from 'antd';
import { type Key, useMemo, useRef, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { CaseSummary } from '@lianban/rest-client';
import { useAct, useQueue } from '../api/hooks';
import { Failure } from '../shell/failure';
import { useHere } from '../shell/here';
import { useShortcuts } from '../shell/use-shortcuts';
import { useNames } from '../view/names';
import { useWords } from '../i18n/language';
import { BulkBar } from './bulk-bar';
import { useColumns } from './columns';
import { FilterBar } from './filter-bar';
import { type Filters, addressOf, filtersOf, narrowed } from './filters';
import { remember } from './trail';

const tabs = ['team', 'mine', 'unassigned'] as const;

/** The work queue of the department, nearest to its limit first. */
export default function QueuePage() {
  const { t } = useWords();
  const officer = useHere();
  const names = useNames();
  const navigate = useNavigate();
  const [address, setAddress] = useSearchParams();
  const filters = useMemo(() => filtersOf(address), [address]);
  const choose = (next: Filters) => setAddress(addressOf(next), { replace: true });
  const { data, error, refetch, isFetching, fetchNextPage, hasNextPage, isFetchingNextPage } = useQueue(filters);
  const rows = useMemo(() => data?.pages.flatMap(({ cases }) => cases) ?? [], [data]);
  const counts = data?.pages[0]?.counts;
  const [at, setAt] = useState(0);
  const [selected, setSelected] = useState<readonly Key[]>([]);
  const find = useRef<HTMLInputElement>(null);
  const current = rows[Math.min(at, rows.length - 1)];
  const claim = useAct(current?.id ?? '');
  const columns = useColumns(names);

  const open = (row: CaseSummary) => {
    remember(
      rows.map(({ id }) => id),
      address.toString(),
    );
    void navigate(`/cases/${row.id}`);
  };
  useShortcuts({
    next: () => setAt(Math.min(at + 1, rows.length - 1)),
    previous: () => setAt(Math.max(at - 1, 0)),
    open: () => current && open(current),
    claim: () => current && !current.holder && claim.mutate({ word: 'claim', version: current.version }),
    find: () => find.current?.focus(),
  });

  if (error && !data) return <Failure error={error} retry={() => void refetch()} />;
  const count = (whose: (typeof tabs)[number]) => (counts ? ` ${counts[whose]}` : '');
  return (
    <>
      <h1>{t('queue')}</h1>
      <Tabs
        activeKey={filters.whose}
        onChange={(whose) => choose(narrowed(filters, 'whose', whose))}
        items={tabs.map((whose) => ({ key: whose, label: t(whose) + count(whose) }))}
      />
      <FilterBar filters={filters} counts={counts} names={names} choose={choose} find={find} />
      {officer.isSupervisor && selected.length > 0 && (
        <BulkBar rows={rows.filter(({ id }) => selected.includes(id))} done={() => setSelected([])} />
      )}
      <Table<CaseSummary>
        rowKey="id"
        size="middle"
        dataSource={rows}
        columns={columns}
        pagination={false}
        className="queue"
        loading={isFetching && rows.length === 0}
        locale={{ emptyText: <Empty description={t('none')}>{t('noneHint')}</Empty> }}
        rowClassName={(row) => (row.id === current?.id ? 'current' : '')}
        onRow={(row) => ({ onClick: () => open(row) })}
        {...(officer.isSupervisor && {
          rowSelection: { selectedRowKeys: [...selected], onChange: (chosen: readonly Key[]) => setSelected(chosen) },
        })}
      />
      <footer className="below">
        <span role="status">{counts && t('rows', { count: counts.total })}</span>
        {hasNextPage && (
          <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('more')}
          </Button>
        )}
        <Button type="text" loading={isFetching && !isFetchingNextPage} onClick={() => void refetch()}>
          {t('refresh')}
        </Button>
      </footer>
    </>
  );
}
