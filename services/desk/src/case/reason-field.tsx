import { Form, Input, Select } from 'antd';
import { useNames } from '../view/names';
import { useWords } from '../i18n/language';

interface Props {
  readonly item: string;
  /** What the reason is for, as the catalogue says it. */
  readonly use: 'refuse' | 'pause' | 'extend' | 'grant';
}

/**
 * The department's coded reasons for this use; the platform takes no other. A department whose catalogue file has none writes
 * a code: a sentence could name a person, and reasons travel in events.
 */
export function ReasonField({ item, use }: Props) {
  const { t, text } = useWords();
  const names = useNames();
  const reasons = (names.item(item)?.reasons ?? []).filter(({ uses }) => uses.includes(use));
  const options = reasons.map(({ code, label }) => ({ value: code, label: text(label) }));
  // Whoever grants says the usual unless there is more to say.
  const usual = use === 'grant' ? (options[0]?.value ?? 'conditions-met') : undefined;
  return (
    <Form.Item
      name="reason"
      label={t('reason')}
      preserve={false}
      initialValue={usual}
      rules={[
        { required: true, message: t('required') },
        { pattern: /^[a-z0-9]+(-[a-z0-9]+)*$/, message: t('otherReason') },
      ]}
    >
      {options.length > 0 ? <Select options={options} /> : <Input placeholder={t('otherReason')} maxLength={64} />}
    </Form.Item>
  );
}
