import { Button, Flex, Form, Input } from 'antd';
import { useOperatorWords } from './words';

interface Props {
  readonly isSending: boolean;
  close(): void;
}

/** The reason of an act, for the second operator, and the button that asks. */
export function AskFields({ isSending, close }: Props) {
  const { t } = useOperatorWords();
  return (
    <>
      <Form.Item
        name="reason"
        label={t('reason')}
        extra={t('reasonHint')}
        rules={[{ required: true, whitespace: true, message: t('required') }]}
      >
        <Input.TextArea className="grows" maxLength={2000} />
      </Form.Item>
      <Flex gap="small">
        <Button type="primary" htmlType="submit" disabled={isSending}>
          {t('ask')}
        </Button>
        <Button onClick={close}>{t('cancel')}</Button>
      </Flex>
    </>
  );
}
