import { Alert, Button, Card, Form, Input, Select } from 'antd';
import { type MandateEvidence, useConfirmMandate } from '../api/approvals';
import { useProblemWords } from '../shell/problem-words';
import { useWords } from '../i18n/language';
import { evidenceKinds, evidenceWords } from './evidence';

interface Typed extends MandateEvidence {
  readonly mandate: string;
}

/** The first of the two officers: saw the evidence, and asks a colleague. */
export function ConfirmMandate() {
  const { t } = useWords();
  const said = useProblemWords();
  const confirm = useConfirmMandate();
  const [form] = Form.useForm<Typed>();
  const required = [{ required: true, message: t('required') }];
  return (
    <Card size="small" title={t('confirmMandate')} className="narrow">
      <p className="faint">{t('confirmMandateHint')}</p>
      <Form<Typed>
        form={form}
        layout="vertical"
        onFinish={({ mandate, ...evidence }) =>
          confirm.mutate({ mandate: mandate.trim(), evidence }, { onSuccess: () => form.resetFields() })
        }
      >
        <Form.Item
          name="mandate"
          label={t('mandateNo')}
          rules={[...required, { pattern: /^\s*MD\d{8,}\s*$/, message: t('mandateNoWrong') }]}
        >
          <Input autoComplete="off" placeholder="MD00000001" maxLength={24} />
        </Form.Item>
        <Form.Item name="kind" label={t('evidenceKind')} rules={required}>
          <Select
            aria-label={t('evidenceKind')}
            options={Object.keys(evidenceKinds).map((value) => ({ value, label: evidenceWords(value, t) }))}
          />
        </Form.Item>
        <Form.Item name="reference" label={t('evidenceReference')} rules={required}>
          <Input autoComplete="off" maxLength={64} />
        </Form.Item>
        {confirm.error && <Alert type="error" title={said(confirm.error)} />}
        {confirm.isSuccess && <Alert type="success" title={t('mandateAsked')} />}
        <Button htmlType="submit" loading={confirm.isPending}>
          {t('askColleague')}
        </Button>
      </Form>
    </Card>
  );
}
