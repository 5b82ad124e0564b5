import { Card, Segmented, Spin, Statistic, Table } from 'antd';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { Board } from '@lianban/rest-client';
import { useBoard } from '../api/hooks';
import { Failure } from '../shell/failure';
import { dayText } from '../view/dates';
import { useOfficerNames } from '../view/officers';
import { useWords } from '../i18n/language';
import { Chart } from './chart';
import { onTimeShare, openCases, share, waitingRows } from './figures';

const spans = [7, 30, 90] as const;
const bar = '#0b5cad';
const line = '#b45309';

/** The department's statistics; every chart has its table, and every figure counts the cases themselves. */
export default function BoardPage() {
  const { t } = useWords();
  const [address, setAddress] = useSearchParams();
  const days = spans.find((span) => String(span) === address.get('days')) ?? 30;
  const { data: board, error, refetch } = useBoard(days);
  if (error && !board) return <Failure error={error} retry={() => void refetch()} />;
  return (
    <>
      <h1>{t('board')}</h1>
      <div className="with-action">
        <Segmented
          value={days}
          onChange={(value) => setAddress({ days: String(value) }, { replace: true })}
          options={spans.map((span) => ({ value: span, label: t('boardDays', { days: span }) }))}
        />
        <span className="faint">{t('officersOnly')}</span>
      </div>
      {board ? <Figures board={board} /> : <Spin size="large" />}
    </>
  );
}

function Figures({ board }: { readonly board: Board }) {
  const { t, word, language } = useWords();
  const nameOf = useOfficerNames();
  const rows = waitingRows(board.waiting);
  const tiles = [
    [t('intake'), board.received],
    [t('openCases'), openCases(board)],
    [t('onTime'), onTimeShare(board)],
    [t('supplementRate'), share(board.supplemented, board.received)],
  ] as const;
  return (
    <>
      <div className="tiles">
        {tiles.map(([title, value]) => (
          <Card size="small" key={title}>
            <Statistic title={title} value={value} />
          </Card>
        ))}
      </div>
      <div className="halves">
        <InAndOut days={board.days} />
        <Ages ages={board.ages} />
        <Card size="small" title={t('waiting')}>
          <Table
            size="small"
            rowKey="department"
            pagination={false}
            dataSource={[...rows]}
            columns={[
              { title: t('department'), render: (_, { department }) => word(department) },
              { title: t('waitsOfficer'), render: (_, { counts }) => counts.officer },
              { title: t('waitsResident'), render: (_, { counts }) => counts.resident },
              { title: t('waitsFacts'), render: (_, { counts }) => counts.facts },
              { title: t('waitsNotice'), render: (_, { counts }) => counts.notice },
              { title: t('oldest'), render: (_, { oldest }) => dayText(oldest, language) },
            ]}
          />
        </Card>
        <Card size="small" title={t('load')}>
          <Table
            size="small"
            rowKey={({ holder }) => holder ?? ''}
            pagination={false}
            dataSource={[...board.holders]}
            columns={[
              { title: t('holder'), render: (_, { holder }) => (holder ? nameOf(holder) : t('nobody')) },
              { title: t('cases'), dataIndex: 'cases' },
              { title: t('overdue'), dataIndex: 'overdue' },
            ]}
          />
        </Card>
      </div>
    </>
  );
}

function InAndOut({ days }: Pick<Board, 'days'>) {
  const { t } = useWords();
  const option = useMemo(
    () => ({
      grid: { left: 40, right: 16, top: 36, bottom: 28 },
      legend: { top: 0 },
      xAxis: { type: 'category', data: days.map(({ day }) => day.slice(5)) },
      yAxis: { type: 'value', minInterval: 1 },
      series: [
        { type: 'bar', name: t('intake'), data: days.map(({ received }) => received), color: bar },
        { type: 'line', name: t('closed'), data: days.map(({ closed }) => closed), color: line },
      ],
    }),
    [days, t],
  );
  const title = `${t('intake')} / ${t('closed')}`;
  const busy = days.filter(({ received, closed }) => received + closed > 0);
  return (
    <Card size="small" title={title}>
      <Chart label={t('chartOf', { title })} option={option} />
      <details>
        <summary>{t('tableOf')}</summary>
        <Table
          size="small"
          rowKey="day"
          pagination={false}
          dataSource={busy}
          columns={[
            { title: '', dataIndex: 'day' },
            { title: t('intake'), dataIndex: 'received' },
            { title: t('closed'), dataIndex: 'closed' },
          ]}
        />
      </details>
    </Card>
  );
}

function Ages({ ages }: Pick<Board, 'ages'>) {
  const { t } = useWords();
  const { option, groups } = useMemo(() => {
    const named = ages.map(({ fromDays, cases }, place) => {
      const next = ages[place + 1];
      const name = next ? t('ageBetween', { from: fromDays, to: next.fromDays - 1 }) : t('ageFrom', { from: fromDays });
      return { name, cases };
    });
    return {
      groups: named,
      option: {
        grid: { left: 90, right: 24, top: 8, bottom: 28 },
        xAxis: { type: 'value', minInterval: 1 },
        yAxis: { type: 'category', inverse: true, data: named.map(({ name }) => name) },
        series: [
          { type: 'bar', data: named.map(({ cases }) => cases), color: bar, label: { show: true, position: 'right' } },
        ],
      },
    };
  }, [ages, t]);
  return (
    <Card size="small" title={t('ages')}>
      <Chart
        label={`${t('chartOf', { title: t('ages') })}: ${groups.map(({ name, cases }) => `${name} ${cases}`).join(', ')}`}
        option={option}
      />
    </Card>
  );
}
