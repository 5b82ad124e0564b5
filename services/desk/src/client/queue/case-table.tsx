import { Checkbox } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import type { Key, ReactNode } from 'react';
import type { CaseSummary } from '@lianban/rest-client';
import { useOwnWords } from '../i18n/own-words';

interface Props {
  readonly rows: readonly CaseSummary[];
  readonly columns: ColumnsType<CaseSummary>;
  /** The row that keys act on. */
  readonly current: string | undefined;
  /** Stands in the place of rows when there are none. */
  readonly empty: ReactNode;
  open(row: CaseSummary): void;
  /** Of those who may act on many at once. */
  readonly selection?: {
    readonly selected: readonly Key[];
    choose(ids: readonly Key[]): void;
  };
}

const words = { all: ['全选', 'Select all'] } as const;

/** The rows of the queue. Of a table's many abilities none is needed here, and everybody would wait for them. */
export function CaseTable({ rows, columns, current, empty, open, selection }: Props) {
  const say = useOwnWords(words);
  const isAll = rows.length > 0 && rows.every(({ id }) => selection?.selected.includes(id));
  return (
    <div className="queue">
      <table>
        <thead>
          <tr>
            {selection && (
              <th scope="col">
                <Checkbox
                  aria-label={say('all')}
                  checked={isAll}
                  onChange={() => selection.choose(isAll ? [] : rows.map(({ id }) => id))}
                />
              </th>
            )}
            {columns.map(({ key, title, width }) => (
              <th key={String(key)} scope="col" style={{ width }}>
                {title as ReactNode}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={row.id} className={row.id === current ? 'current' : ''} onClick={() => open(row)}>
              {selection && (
                <td onClick={(event) => event.stopPropagation()}>
                  <Checkbox
                    aria-label={row.applicationNumber}
                    checked={selection.selected.includes(row.id)}
                    onChange={({ target }) =>
                      selection.choose(
                        target.checked
                          ? [...selection.selected, row.id]
                          : selection.selected.filter((id) => id !== row.id),
                      )
                    }
                  />
                </td>
              )}
              {columns.map(({ key, render }) => (
                <td key={String(key)}>{render?.(undefined, row, at) as ReactNode}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 && empty}
    </div>
  );
}
