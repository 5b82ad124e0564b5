import { Form, Input, Select } from 'antd';
import { useNames } from '../view/names';
import { useWords } from '../i18n/language';

interface Props {
  readonly item: string;
  /** The use of the reason, as in the catalogue. */
  readonly use: 'refuse' | 'pause' | 'extend' | 'grant';
}

/**
 * The department's reason codes for this use; the platform accepts no other. In a department without codes the officer writes
 * one: free text could name a person, and reasons travel in events.
 */
export function ReasonField({ item, use }: Props) {
  const { t, text } = useWords();
  const names = useNames();
  const reasons = (names.item(item)?.reasons ?? []).filter(({ uses }) => uses.includes(use));
  const options = reasons.map(({ code, label }) => ({ value: code, label: text(label) }));
  // The usual reason of a grant is preselected.
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
