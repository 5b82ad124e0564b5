import { Form, Radio } from 'antd';
import type { FormField } from '@lianban/rest-client';
import { useOwnWords } from '../i18n/own-words';
import { useWords } from '../i18n/language';
import { CatalogueFields } from '../view/catalogue-fields';
import { findingsWords } from './findings-words';
import { type Typed, groupsOf, isScored, tallyOf } from './scores';

interface Props {
  readonly fields: readonly FormField[];
  /** What is filled in, by the name of the field. */
  readonly typed: Typed;
}

/** The scores of an assessment under their headings, each with what it stands for, the highest first as on the paper form. */
export function ScoreFields({ fields, typed }: Props) {
  const { t, text } = useWords();
  const own = useOwnWords(findingsWords);
  const others = fields.filter((field) => !isScored(field));
  const [source] = fields.flatMap(({ scale }) => scale ?? []);
  return (
    <>
      {source && <p className="faint">{text(source.source)}</p>}
      {groupsOf(fields).map((group) => {
        const { sum, most } = tallyOf(group.fields, typed);
        return (
          <fieldset key={group.name.zh} className="scores">
            <legend>
              {text(group.name)} <small>{own('ofGroup', { sum, most })}</small>
            </legend>
            {group.fields.map(({ name, label, required, minimum = 0, scale }) => (
              <Form.Item
                key={name}
                name={['findings', name]}
                label={text(label)}
                rules={[{ required, message: t('required') }]}
              >
                <Radio.Group
                  aria-label={text(label)}
                  className="scale"
                  options={(scale?.scores ?? [])
                    .map((words, at) => ({
                      value: minimum + at,
                      label: `${own('points', { score: minimum + at })} · ${text(words)}`,
                    }))
                    .toReversed()}
                />
              </Form.Item>
            ))}
          </fieldset>
        );
      })}
      {others.length > 0 && <CatalogueFields under="findings" fields={others} />}
    </>
  );
}
