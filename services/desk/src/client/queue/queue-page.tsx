import { Button, Segmented, Spin } from 'antd';
import { type Key, Suspense, useMemo, useRef, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { CaseSummary } from '@lianban/rest-client';
import { useAct, useQueue } from '../api/hooks';
import { Failure } from '../shell/failure';
import { lazyPage } from '../shell/lost-part';
import { useHere } from '../shell/here';
import { useShortcuts } from '../shell/use-shortcuts';
import { useNames } from '../view/names';
import { useWords } from '../i18n/language';
import { CaseTable } from './case-table';
import { useColumns } from './columns';
import { FilterBar } from './filter-bar';
import { type Filters, addressOf, filtersOf, narrowed } from './filters';
import { remember } from './trail';

const BulkBar = lazyPage(async () => ({ default: (await import('./bulk-bar')).BulkBar }));

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
      <Segmented
        aria-label={t('queue')}
        className="whose"
        value={filters.whose}
        onChange={(whose) => choose(narrowed(filters, 'whose', whose))}
        options={tabs.map((whose) => ({ value: whose, label: t(whose) + count(whose) }))}
      />
      <FilterBar filters={filters} counts={counts} names={names} choose={choose} find={find} />
      {officer.isSupervisor && selected.length > 0 && (
        <Suspense>
          <BulkBar rows={rows.filter(({ id }) => selected.includes(id))} done={() => setSelected([])} />
        </Suspense>
      )}
      <CaseTable
        rows={rows}
        columns={columns}
        current={current?.id}
        open={open}
        empty={
          isFetching ? (
            <Spin size="large" />
          ) : (
            <div className="nothing">
              <p>{t('none')}</p>
              <p className="faint">{t('noneHint')}</p>
            </div>
          )
        }
        {...(officer.isSupervisor && {
          selection: { selected, choose: setSelected },
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
