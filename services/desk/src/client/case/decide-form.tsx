import { Alert, Button, Flex, Form, Radio } from 'antd';
import { useDryRun } from '../api/hooks';
import { useProblemWords } from '../shell/problem-words';
import { CatalogueFields, valuesOf } from '../view/catalogue-fields';
import { useNames } from '../view/names';
import { useWords } from '../i18n/language';
import { DryRunRuling } from './eligibility-panel';
import type { FormProps } from './form-props';
import { ReasonField } from './reason-field';

interface DecisionValues {
  readonly outcome?: 'granted' | 'refused';
  readonly reason?: string;
  readonly findings?: Record<string, unknown>;
}

/** Findings, the rule's result on them, and the officer's decision with a reason code. */
export function DecideForm({ found, acts, close }: FormProps) {
  const { t } = useWords();
  const said = useProblemWords();
  const names = useNames();
  const [form] = Form.useForm<DecisionValues>();
  const outcome = Form.useWatch('outcome', form);
  const dryRun = useDryRun(found.id);
  const fields = names.item(found.item)?.findings ?? [];
  const findings = (typed: DecisionValues) => valuesOf(fields, typed.findings);
  // A case that is not accepted can only be refused.
  const isAccepted = found.status === 'accepted';
  return (
    <Form<DecisionValues>
      form={form}
      layout="vertical"
      scrollToFirstError
      initialValues={isAccepted ? {} : { outcome: 'refused' }}
      onFinish={(typed) => {
        const { outcome: chosen = 'refused', reason = '' } = typed;
        acts.perform({ word: 'decision', body: { outcome: chosen, reason, findings: findings(typed) } }, close);
      }}
    >
      <h3>{t('findings')}</h3>
      {fields.length === 0 ? (
        <p className="faint">{t('noFindings')}</p>
      ) : (
        <CatalogueFields
          under="findings"
          // A refusal needs no findings: the applicant may never have come.
          fields={outcome === 'refused' ? fields.map((field) => ({ ...field, required: false })) : fields}
        />
      )}
      <p>
        <Button
          loading={dryRun.isPending}
          onClick={() => dryRun.mutate(findings(form.getFieldsValue(true) as DecisionValues))}
        >
          {t('dryRun')}
        </Button>
      </p>
      {dryRun.error && <Alert type="info" title={said(dryRun.error)} />}
      {dryRun.data && <DryRunRuling {...dryRun.data} />}
      <Form.Item name="outcome" label={t('decide')} rules={[{ required: true, message: t('required') }]}>
        <Radio.Group
          aria-label={t('decide')}
          optionType="button"
          options={[
            { value: 'granted', label: t('grant'), disabled: !isAccepted },
            { value: 'refused', label: t('refuse') },
          ]}
        />
      </Form.Item>
      {outcome && <ReasonField key={outcome} item={found.item} use={outcome === 'refused' ? 'refuse' : 'grant'} />}
      <Flex gap="small">
        <Button type="primary" danger={outcome === 'refused'} htmlType="submit" loading={acts.isBusy}>
          {t(outcome === 'refused' ? 'confirmRefuse' : 'confirmGrant')}
        </Button>
        <Button onClick={close}>{t('cancel')}</Button>
      </Flex>
    </Form>
  );
}
