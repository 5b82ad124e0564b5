import { Alert, Card, Table } from 'antd';
import { type Case, isolated } from '@lianban/rest-client';
import { useNames } from '../view/names';
import { valueText } from '../view/value';
import { useWords } from '../i18n/language';
import { PapersPanel } from './papers-panel';

interface FactRow {
  readonly key: string;
  readonly name: string;
  readonly value: string;
  readonly source: string;
}

/** All facts of the case with their sources, and its papers. */
export function FactsPanel({ found }: { readonly found: Case }) {
  const { t, word, text, count, district } = useWords();
  const { field, item, stepName, codeName, reasonName, materialName } = useNames();
  // What the register tells has districts by their area codes.
  const inWords = (code: string) => (isArea.test(code) ? district(code) : codeName(code));
  const wording = { text, word: inWords, count, yes: t('yes'), no: t('no') };
  const say = (value: unknown, name: string) => valueText(value, name, field(found.item, name), wording);
  const rows = (facts: Case['answers'], source: (name: string) => string): FactRow[] =>
    Object.entries(facts).map(([name, value]) => ({
      key: `${source(name)} ${name}`,
      name: text(field(found.item, name)?.label) || stepName(found.item, name) || word(name),
      value: isUnavailable(value) ? t('unavailable', { why: word(value.why) }) : say(value, name),
      source: source(name),
    }));
  const shares = item(found.item)?.shares ?? [];
  const toldBy = (name: string) => shares.find(({ question }) => question === name)?.from;
  const all = [
    ...rows(found.answers, () => t('sourceForm')),
    // Told by whoever was asked; else by the department itself.
    ...rows(found.known, (name) => word(toldBy(name) ?? found.department)),
    ...rows(found.earlier, () => t('earlier')),
  ];
  return (
    <Card size="small" title={t('answers')}>
      {found.handedOver && <Alert type="info" title={t('handedOver', { reason: reasonName(found.handedOver) })} />}
      {found.awaited && (
        <Alert
          type="info"
          title={t('awaited', { names: found.awaited.map(word).join(text({ zh: '、', en: ', ' })) })}
        />
      )}
      <Table<FactRow>
        size="small"
        pagination={false}
        dataSource={all}
        columns={[
          { title: t('item'), dataIndex: 'name', width: '27%' },
          { title: t('answers'), dataIndex: 'value' },
          { title: t('source'), dataIndex: 'source', width: '27%' },
        ]}
        locale={{ emptyText: '—' }}
      />
      <PapersPanel found={found} />
      {found.missing && (
        <Alert
          type="warning"
          title={t('missing')}
          description={
            <ul>
              {found.missing.map(({ code, note }) => (
                <li key={code}>
                  {[
                    text(field(found.item, code)?.label) || materialName(code) || (note ? '' : t('otherPaper')),
                    isolated(note),
                  ]
                    .filter(Boolean)
                    .join(text({ zh: '：', en: ': ' }))}
                </li>
              ))}
            </ul>
          }
        />
      )}
    </Card>
  );
}

const isArea = /^\d{6}$/;

const isUnavailable = (value: unknown): value is { available: false; why: string } =>
  typeof value === 'object' && value !== null && 'available' in value && value.available === false && 'why' in value;
