import { Button, Checkbox, Input, type InputRef, Segmented, Select } from 'antd';
import { type RefObject, useImperativeHandle, useRef } from 'react';
import type { CaseCounts } from '@lianban/rest-client';
import type { CatalogueNames } from '../view/names';
import { districts } from '../i18n/districts';
import { useWords } from '../i18n/language';
import type { TextKey } from '../i18n/zh';
import { useHere } from '../shell/here';
import { type Filters, isNarrowed, narrowed } from './filters';

const statuses = ['received', 'accepted', 'paused', 'supplement', 'notice', 'decided', 'cancelled', 'compensated'];
const levels = ['overdue', 'red', 'amber'] as const;

interface Props {
  readonly filters: Filters;
  readonly counts: CaseCounts | undefined;
  readonly names: CatalogueNames;
  choose(next: Filters): void;
  readonly find: RefObject<HTMLInputElement | null>;
}

/** Each choice changes the URL, and so the list. */
export function FilterBar({ filters, counts, names, choose, find }: Props) {
  const { t, text, district: districtName } = useWords();
  const { department, district, isSupervisor } = useHere();
  const input = useRef<InputRef>(null);
  useImperativeHandle(find, () => input.current?.input as HTMLInputElement);
  const set = (name: keyof Filters) => (value: string | undefined) => choose(narrowed(filters, name, value));
  const own = names.items.filter((item) => item.department === department);
  const level = (name: (typeof levels)[number]) => ({
    value: name,
    label: (
      <span className={`choice ${name}`}>
        {t(name)} <b>{counts?.[name]}</b>
      </span>
    ),
  });
  return (
    <search className="filters">
      <Segmented
        aria-label={t('level')}
        value={filters.level ?? 'any'}
        onChange={(value) => set('level')(value === 'any' ? undefined : value)}
        options={[{ value: 'any', label: t('any') }, ...levels.map(level)]}
      />
      <Select
        aria-label={t('status')}
        placeholder={t('status')}
        allowClear
        value={filters.status ?? null}
        onChange={(value: string | null) => set('status')(value ?? undefined)}
        options={statuses.map((value) => ({ value, label: t(`${value}_` as TextKey) }))}
      />
      <Select
        aria-label={t('item')}
        placeholder={t('item')}
        allowClear
        popupMatchSelectWidth={false}
        value={filters.item ?? null}
        onChange={(value: string | null) => set('item')(value ?? undefined)}
        options={own.map(({ code, name }) => ({ value: code, label: text(name) }))}
      />
      {!district && (
        <Select
          aria-label={t('district')}
          placeholder={t('district')}
          allowClear
          popupMatchSelectWidth={false}
          value={filters.district ?? null}
          onChange={(value: string | null) => set('district')(value ?? undefined)}
          options={Object.keys(districts).map((value) => ({ value, label: districtName(value) }))}
        />
      )}
      <Input.Search
        ref={input}
        aria-label={t('findNumber')}
        placeholder={t('findNumber')}
        allowClear
        key={`number ${filters.number ?? ''}`}
        defaultValue={filters.number}
        onSearch={set('number')}
      />
      {isSupervisor && (
        <Checkbox
          checked={filters.ask !== undefined}
          onChange={({ target }) => set('ask')(target.checked ? 'waiting' : undefined)}
        >
          {t('toApprove', { count: counts?.asksWaiting ?? 0 })}
        </Checkbox>
      )}
      {isNarrowed(filters) && (
        <Button type="link" onClick={() => choose({ whose: filters.whose })}>
          {t('clearFilters')}
        </Button>
      )}
    </search>
  );
}
