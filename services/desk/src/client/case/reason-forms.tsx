import { Button, Flex, Form, InputNumber } from 'antd';
import { useWords } from '../i18n/language';
import type { FormProps } from './form-props';
import { ReasonField } from './reason-field';

/** A pause of the clock 特别程序 with its reason. */
export function PauseForm({ found, acts, close }: FormProps) {
  const { t } = useWords();
  return (
    <Form<{ reason: string }>
      layout="vertical"
      onFinish={({ reason }) => acts.perform({ word: 'pause', body: { reason } }, close)}
    >
      <p className="faint">{t('pauseHint')}</p>
      <ReasonField item={found.item} use="pause" />
      <FormButtons acts={acts} close={close} />
    </Form>
  );
}

export function ExtendForm({ found, acts, close }: FormProps) {
  const { t } = useWords();
  return (
    <Form<{ days: number; reason: string }>
      layout="vertical"
      initialValues={{ days: 10 }}
      onFinish={(body) => acts.perform({ word: 'extension', body }, close)}
    >
      <p className="faint">{t('extendHint')}</p>
      <Form.Item name="days" label={t('days')} rules={[{ required: true, message: t('required') }]}>
        <InputNumber min={1} max={30} precision={0} />
      </Form.Item>
      <ReasonField item={found.item} use="extend" />
      <FormButtons acts={acts} close={close} />
    </Form>
  );
}

function FormButtons({ acts, close }: Pick<FormProps, 'acts' | 'close'>) {
  const { t } = useWords();
  return (
    <Flex gap="small">
      <Button type="primary" htmlType="submit" loading={acts.isBusy}>
        {t('confirm')}
      </Button>
      <Button onClick={close}>{t('cancel')}</Button>
    </Flex>
  );
}
