import { Alert, Button, Card, Form, Input } from 'antd';
import type { OperatorsCase } from '@lianban/rest-client';
import { useProblemWords } from '../shell/problem-words';
import { momentText } from '../view/dates';
import { useWords } from '../i18n/language';
import { useFoundCase } from './api';
import { PlainTable } from './plain-table';
import { useOperatorWords } from './words';

/** Where an application is, by its number; nothing of what its applicant said. */
export function SearchPanel() {
  const { t } = useOperatorWords();
  const said = useProblemWords();
  const found = useFoundCase();
  return (
    <section aria-labelledby="search">
      <h2 id="search">{t('search')}</h2>
      <Form<{ number: string }>
        layout="inline"
        className="search"
        onFinish={({ number }) => found.mutate(number.normalize('NFKC').replace(/\s/g, '').toUpperCase())}
      >
        <Form.Item
          name="number"
          label={t('number')}
          rules={[{ required: true, whitespace: true, message: t('findFirst') }]}
        >
          <Input maxLength={64} autoComplete="off" />
        </Form.Item>
        <Button htmlType="submit" disabled={found.isPending}>
          {t('find')}
        </Button>
      </Form>
      <p className="faint">{t('searchHint')}</p>
      {found.error && <Alert type="info" title={said(found.error)} />}
      {found.data && <Found found={found.data} />}
    </section>
  );
}

function Found({ found }: { readonly found: OperatorsCase }) {
  const { t, why, language } = useOperatorWords();
  const { text, word } = useWords();
  const nameOf = (id: string | undefined) => text(found.steps.find((step) => step.id === id)?.name);
  return (
    <Card size="small">
      <h3>
        {found.applicationNumber} · {text(found.name)} · {word(found.status)}
      </h3>
      <PlainTable
        caption={t('step')}
        columns={[t('step'), t('service'), t('status'), t('due')]}
        rows={found.steps.map(({ id, name, department, status, dueAt }) => ({
          key: id,
          cells: [text(name), word(department), word(status), momentText(dueAt, language)],
        }))}
      />
      <PlainTable
        caption={t('history')}
        columns={[t('since'), t('step'), t('status'), t('why')]}
        rows={found.timeline.map(({ at, step, what, detail }, place) => ({
          key: `${at} ${place}`,
          cells: [momentText(at, language), nameOf(step), word(what), word(why(detail))],
        }))}
      />
    </Card>
  );
}
