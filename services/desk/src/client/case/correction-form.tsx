import { Button, Flex, Form, Radio, Select } from 'antd';
import type { DecisionCorrection } from '@lianban/rest-client';
import { CatalogueFields, valuesOf } from '../view/catalogue-fields';
import { useNames } from '../view/names';
import { useWords } from '../i18n/language';
import type { FormProps } from './form-props';

type Outcome = DecisionCorrection['outcome'];
type DecisionError = DecisionCorrection['error'];

/** Every reason there is: the compiler demands a new one. */
const errors = Object.keys({
  'facts-wrong': true,
  'rule-misapplied': true,
  'untrue-material': true,
  'procedure-broken': true,
  'no-power': true,
  'clerical-error': true,
} satisfies Record<DecisionError, true>) as DecisionError[];

interface CorrectionValues {
  readonly outcome?: Outcome;
  readonly error?: DecisionError;
  readonly findings?: Record<string, unknown>;
}

/** What the decision is to say instead, why it was in error, and, for a grant, the findings put right: those left out stay. */
export function CorrectionForm({ found, acts, close }: FormProps) {
  const { t, word } = useWords();
  const names = useNames();
  const [form] = Form.useForm<CorrectionValues>();
  const outcome = Form.useWatch('outcome', form);
  const fields = (names.item(found.item)?.findings ?? []).map((field) => ({ ...field, required: false }));
  const isGranted = found.outcome === 'granted';
  return (
    <Form<CorrectionValues>
      form={form}
      layout="vertical"
      onFinish={({ outcome: chosen, error, findings }) => {
        if (!chosen || !error) return;
        const body = { outcome: chosen, error, ...(chosen === 'granted' && { findings: valuesOf(fields, findings) }) };
        acts.perform({ word: 'correction', body }, close);
      }}
    >
      <p className="faint">{t('correctionHint')}</p>
      <Form.Item name="outcome" label={t('correction')} rules={[{ required: true, message: t('required') }]}>
        <Radio.Group
          aria-label={t('correction')}
          options={[
            ...(isGranted ? [{ value: 'refused', label: t('revoke') }] : []),
            { value: 'granted', label: t('correctGrant') },
          ]}
        />
      </Form.Item>
      {outcome === 'refused' && <p>{t('revokeMeans')}</p>}
      {outcome === 'granted' && fields.length > 0 && <CatalogueFields under="findings" fields={fields} />}
      <Form.Item name="error" label={t('decisionError')} rules={[{ required: true, message: t('required') }]}>
        <Select aria-label={t('decisionError')} options={errors.map((value) => ({ value, label: word(value) }))} />
      </Form.Item>
      <Flex gap="small">
        <Button type="primary" danger={outcome === 'refused'} htmlType="submit" loading={acts.isBusy}>
          {t('askCorrection')}
        </Button>
        <Button onClick={close}>{t('cancel')}</Button>
      </Flex>
    </Form>
  );
}
