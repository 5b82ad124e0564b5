import { Input, Select } from 'antd';
import { useColleagues } from '../api/hooks';
import { useWords } from '../i18n/language';

interface Props {
  readonly value: string;
  readonly disabled?: boolean;
  onChange(officer: string): void;
}

/** Chooses a colleague by name. Without a staff list the id is typed. */
export function OfficerChoice({ value, disabled = false, onChange }: Props) {
  const { t } = useWords();
  const { data: colleagues = [] } = useColleagues();
  if (colleagues.length === 0)
    return (
      <Input
        aria-label={t('reassignTo')}
        placeholder={t('officerId')}
        value={value}
        disabled={disabled}
        onChange={({ target }) => onChange(target.value.trim())}
        maxLength={64}
      />
    );
  // Officers of the same name are told apart by their ids.
  const isAlone = (name: string) => colleagues.filter((each) => each.name === name).length === 1;
  return (
    <Select
      className="whole"
      aria-label={t('reassignTo')}
      showSearch={{ optionFilterProp: 'label' }}
      value={value || null}
      disabled={disabled}
      onChange={(chosen: string | null) => onChange(chosen ?? '')}
      options={colleagues.map(({ id, name }) => ({ value: id, label: isAlone(name) ? name : `${name} (${id})` }))}
    />
  );
}
