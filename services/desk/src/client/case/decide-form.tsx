import { Alert, Button, Flex, Form, Radio } from 'antd';
import { useState } from 'react';
import { useDryRun } from '../api/hooks';
import { useOwnWords } from '../i18n/own-words';
import { useHere } from '../shell/here';
import { useProblemWords } from '../shell/problem-words';
import { CatalogueFields, valuesOf } from '../view/catalogue-fields';
import { useNames } from '../view/names';
import { useWords } from '../i18n/language';
import { DryRunRuling } from './eligibility-panel';
import type { FormProps } from './form-props';
import { findingsWords } from './findings-words';
import { KeptNote } from './kept-note';
import { keptFindings } from './kept-findings';
import { ReasonField } from './reason-field';
import { ScoreFields } from './score-fields';
import { isScored } from './scores';
import { TallyBar } from './tally-bar';

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
  const typed = Form.useWatch('findings', form) ?? {};
  const own = useOwnWords(findingsWords);
  const onDevice = keptFindings(useHere().id, found.id);
  const [kept, setKept] = useState(() => onDevice.find());
  const dryRun = useDryRun(found.id);
  const fields = names.item(found.item)?.findings ?? [];
  const findings = (typed: DecisionValues) => valuesOf(fields, typed.findings);
  // A case that is not accepted can only be refused.
  const isAccepted = found.status === 'accepted';
  // A refusal needs no findings: the applicant may never have come.
  const needed = outcome === 'refused' ? fields.map((field) => ({ ...field, required: false })) : fields;
  const hasScores = fields.some(isScored);
  const done = () => {
    onDevice.forget();
    close();
  };
  return (
    <Form<DecisionValues>
      form={form}
      layout="vertical"
      scrollToFirstError
      initialValues={{ ...(!isAccepted && { outcome: 'refused' }), ...kept?.values }}
      onValuesChange={(_changed, all) => setKept(onDevice.save(all))}
      onFinish={(typed) => {
        const { outcome: chosen = 'refused', reason = '' } = typed;
        acts.perform({ word: 'decision', body: { outcome: chosen, reason, findings: findings(typed) } }, done);
      }}
    >
      <h3>{t('findings')}</h3>
      {hasScores && <TallyBar id={found.id} fields={fields} typed={typed} />}
      {fields.length > 0 && (
        <KeptNote
          kept={kept}
          isSending={acts.isWaiting}
          discard={() => {
            onDevice.forget();
            setKept(undefined);
            form.setFieldsValue({ findings: Object.fromEntries(fields.map(({ name }) => [name, undefined])) });
          }}
        />
      )}
      {fields.length === 0 ? (
        <p className="faint">{t('noFindings')}</p>
      ) : hasScores ? (
        <ScoreFields fields={needed} typed={typed} />
      ) : (
        <CatalogueFields under="findings" fields={needed} />
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
      {!outcome && <p className="faint">{own('chooseFirst')}</p>}
      <Flex gap="small">
        {outcome && (
          <Button type="primary" danger={outcome === 'refused'} htmlType="submit" loading={acts.isBusy}>
            {t(outcome === 'refused' ? 'confirmRefuse' : 'confirmGrant')}
          </Button>
        )}
        <Button onClick={close}>{t('cancel')}</Button>
      </Flex>
    </Form>
  );
}
