import { AutoComplete, Form } from 'antd';
import type { ReasonUse } from '../api/types';
import { useNames } from '../view/names';
import { useWords } from '../words/language';

interface Props {
  readonly item: string;
  readonly use: ReasonUse;
  readonly isRequired?: boolean;
}

/** The department's coded reasons; another code may be written, a sentence may not: reasons travel in events. */
export function ReasonField({ item, use, isRequired = true }: Props) {
  const { t, text } = useWords();
  const names = useNames();
  const reasons = (names.item(item)?.reasons ?? []).filter(({ uses }) => uses.includes(use));
  return (
    <Form.Item
      name="reason"
      label={t('reason')}
      rules={[
        { required: isRequired, message: t('required') },
        { pattern: /^[a-z0-9]+(-[a-z0-9]+)*$/, message: t('otherReason') },
      ]}
    >
      <AutoComplete
        allowClear
        placeholder={t('otherReason')}
        options={reasons.map(({ code, label }) => ({ value: code, label: `${text(label)} (${code})` }))}
      />
    </Form.Item>
  );
}
