import { Button, Checkbox, Segmented } from 'antd';
import type { RefObject } from 'react';
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
      <Choice
        label={t('status')}
        value={filters.status}
        choose={set('status')}
        options={statuses.map((value) => ({ value, label: t(`${value}_` as TextKey) }))}
      />
      <Choice
        label={t('item')}
        value={filters.item}
        choose={set('item')}
        options={own.map(({ code, name }) => ({ value: code, label: text(name) }))}
      />
      {!district && (
        <Choice
          label={t('district')}
          value={filters.district}
          choose={set('district')}
          options={Object.keys(districts).map((value) => ({ value, label: districtName(value) }))}
        />
      )}
      <Search label={t('findNumber')} value={filters.number} find={set('number')} field={find} />
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

interface ChoiceProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  choose(value: string | undefined): void;
}

/** The browser’s own list: it works with every reader and finger, and everybody has it already. */
function Choice({ label, value = '', options, choose }: ChoiceProps) {
  return (
    <select aria-label={label} value={value} onChange={({ target }) => choose(target.value || undefined)}>
      <option value="">{label}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}

interface SearchProps {
  readonly label: string;
  readonly value: string | undefined;
  find(value: string): void;
  readonly field?: RefObject<HTMLInputElement | null>;
}

/** Looks for what is typed when Enter is pressed, or when it is cleared. */
function Search({ label, value = '', find, field }: SearchProps) {
  return (
    <input
      key={value}
      ref={field}
      type="search"
      aria-label={label}
      placeholder={label}
      defaultValue={value}
      onKeyDown={({ key, nativeEvent, currentTarget }) => {
        // Enter while Chinese is composed chooses a word.
        if (key === 'Enter' && !nativeEvent.isComposing) find(currentTarget.value.trim());
      }}
      onInput={({ currentTarget }) => currentTarget.value === '' && value !== '' && find('')}
    />
  );
}
