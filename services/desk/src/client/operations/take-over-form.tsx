import { App, Form, Radio } from 'antd';
import type { FormField } from '@lianban/rest-client';
import { useProblemWords } from '../shell/problem-words';
import { CatalogueFields, valuesOf } from '../view/catalogue-fields';
import { AskFields } from './ask-fields';
import { type StepPlace, useTakeOver } from './api';
import { useOperatorWords } from './words';

interface Typed {
  readonly outcome: 'granted' | 'refused';
  readonly reason: string;
  readonly facts?: Readonly<Record<string, unknown>>;
}

interface Props {
  readonly place: StepPlace;
  /** What the department would say with a grant. */
  readonly fields: readonly FormField[];
  close(): void;
}

/** An answer in the place of the department, asked for: its outcome, what the department would have said with it, and why. */
export function TakeOverForm({ place, fields, close }: Props) {
  const { t } = useOperatorWords();
  const said = useProblemWords();
  const { message } = App.useApp();
  const [form] = Form.useForm<Typed>();
  const outcome = Form.useWatch('outcome', form);
  const takeOver = useTakeOver(place);
  const send = ({ outcome: chosen, reason, facts }: Typed) => {
    const given = chosen === 'granted' ? valuesOf(fields, facts) : {};
    takeOver.mutate(
      { outcome: chosen, reason, ...(Object.keys(given).length > 0 && { facts: given }) },
      {
        onSuccess: () => {
          void message.success(t('askedDone'));
          close();
        },
        onError: (error) => void message.error(said(error)),
      },
    );
  };
  return (
    <Form<Typed> form={form} layout="vertical" scrollToFirstError onFinish={send}>
      <p className="faint">{t('takeOverHint')}</p>
      <Form.Item name="outcome" label={t('outcome')} rules={[{ required: true, message: t('required') }]}>
        <Radio.Group
          aria-label={t('outcome')}
          options={(['granted', 'refused'] as const).map((value) => ({ value, label: t(value) }))}
        />
      </Form.Item>
      {outcome === 'granted' && fields.length > 0 && (
        <>
          <p className="faint">{t('factsHint')}</p>
          <CatalogueFields under="facts" fields={fields} />
        </>
      )}
      <AskFields isSending={takeOver.isPending} close={close} />
    </Form>
  );
}
