import { Button, Checkbox, Flex, Form, Input, Select } from 'antd';
import type { EntitlementAct } from '../api/entitlements';
import { useWords } from '../i18n/language';
import { type OfficerAct, actWords, causesOf } from './entitlement-words';

interface Props {
  readonly act: Exclude<OfficerAct, 'confirm'>;
  readonly isBusy: boolean;
  readonly close: () => void;
  readonly perform: (body: EntitlementAct) => void;
}

interface Filled {
  readonly from: string;
  readonly cause: string;
  readonly arrears?: boolean;
}

/** From which month, and why. */
export function EntitlementForm({ act, isBusy, close, perform }: Props) {
  const { t, word } = useWords();
  return (
    <Form<Filled>
      layout="vertical"
      onFinish={({ from, cause, arrears = false }) => perform({ act, from, cause, arrears })}
      aria-label={t(actWords[act])}
    >
      <Form.Item
        name="from"
        label={t('fromMonth')}
        rules={[
          { required: true, message: t('required') },
          { pattern: /^\d{4}-(0[1-9]|1[0-2])$/, message: t('fromMonth') },
        ]}
      >
        <Input maxLength={7} />
      </Form.Item>
      <Form.Item name="cause" label={t('reason')} rules={[{ required: true, message: t('required') }]}>
        <Select options={causesOf[act].map((code) => ({ value: code, label: word(code) }))} />
      </Form.Item>
      {act === 'resume' && (
        <Form.Item name="arrears" valuePropName="checked">
          <Checkbox>{t('payArrears')}</Checkbox>
        </Form.Item>
      )}
      <Flex gap="small">
        <Button type="primary" htmlType="submit" loading={isBusy}>
          {t(actWords[act])}
        </Button>
        <Button onClick={close}>{t('cancel')}</Button>
      </Flex>
    </Form>
  );
}
