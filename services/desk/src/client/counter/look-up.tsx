import { Alert, Button, Card, Form, Input } from 'antd';
import type { Person } from '@lianban/rest-client';
import { useLookUp } from '../api/hooks';
import { useProblemWords } from '../shell/problem-words';
import { useWords } from '../i18n/language';
import { idNumberIn } from '@lianban/input';
import { isIdNumber } from './id-number';

export function LookUp({ found }: { found(person: Person): void }) {
  const { t } = useWords();
  const said = useProblemWords();
  const lookUp = useLookUp();
  return (
    <Card size="small" title={t('lookUp')} className="narrow">
      <p className="faint">{t('lookUpHint')}</p>
      <Form<{ idNumber: string }>
        layout="vertical"
        onFinish={({ idNumber }) => lookUp.mutate(idNumberIn(idNumber) ?? idNumber, { onSuccess: found })}
      >
        <Form.Item
          name="idNumber"
          label={t('idNumber')}
          validateTrigger="onBlur"
          rules={[
            {
              validator: (_, typed: string | undefined) =>
                isIdNumber(typed ?? '') ? Promise.resolve() : Promise.reject(new Error(t('invalidIdNumber'))),
            },
          ]}
        >
          <Input autoComplete="off" maxLength={20} autoFocus />
        </Form.Item>
        {lookUp.error && <Alert type="warning" title={said(lookUp.error)} />}
        <Button type="primary" htmlType="submit" loading={lookUp.isPending}>
          {t('find')}
        </Button>
      </Form>
    </Card>
  );
}
