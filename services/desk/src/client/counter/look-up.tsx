import { Alert, Button, Card, Form, Input, Select } from 'antd';
import { type IdentityKind, identityKinds, identityNames, identityNumberIn } from '@lianban/input';
import type { Person } from '@lianban/rest-client';
import { useLookUp } from '../api/hooks';
import { useProblemWords } from '../shell/problem-words';
import { useWords } from '../i18n/language';

interface Typed {
  readonly idKind: IdentityKind;
  readonly idNumber: string;
}

export function LookUp({ found }: { found(person: Person): void }) {
  const { t, text } = useWords();
  const said = useProblemWords();
  const lookUp = useLookUp();
  const [form] = Form.useForm<Typed>();
  const isNumber = (typed: string | undefined) =>
    identityNumberIn(form.getFieldValue('idKind') as IdentityKind, typed ?? '') !== undefined;
  return (
    <Card size="small" title={t('lookUp')} className="narrow">
      <p className="faint">{t('lookUpHint')}</p>
      <Form<Typed>
        form={form}
        layout="vertical"
        initialValues={{ idKind: 'identity-card' }}
        onFinish={(typed) => lookUp.mutate(typed, { onSuccess: found })}
      >
        <Form.Item name="idKind" label={t('idKind')}>
          <Select options={identityKinds.map((value) => ({ value, label: text(identityNames[value]) }))} />
        </Form.Item>
        <Form.Item
          name="idNumber"
          label={t('idNumber')}
          dependencies={['idKind']}
          validateTrigger="onBlur"
          rules={[
            {
              validator: (_, typed: string | undefined) =>
                isNumber(typed) ? Promise.resolve() : Promise.reject(new Error(t('invalidIdNumber'))),
            },
          ]}
        >
          <Input autoComplete="off" maxLength={40} autoFocus />
        </Form.Item>
        {lookUp.error && <Alert type="warning" title={said(lookUp.error)} />}
        <Button type="primary" htmlType="submit" loading={lookUp.isPending}>
          {t('find')}
        </Button>
      </Form>
    </Card>
  );
}
