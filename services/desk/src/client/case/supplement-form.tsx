import { Button, Flex, Form, Input, Select } from 'antd';
import type { Missing } from '@lianban/rest-client';
import { useNames } from '../view/names';
import { useWords } from '../i18n/language';
import type { FormProps } from './form-props';

/** A paper the catalogue does not name is told apart by its line; the applicant reads the note. */
const otherPaper = (line: number): string => `other-paper-${line + 1}`;

/** Everything that is missing, asked for in one list (行政许可法 art. 32). */
export function SupplementForm({ found, acts, close }: FormProps) {
  const { t, text } = useWords();
  const { item } = useNames();
  const known = (item(found.item)?.materials ?? []).map(({ code, name }) => ({ value: code, label: text(name) }));
  return (
    <Form<{ missing: Missing[] }>
      layout="vertical"
      initialValues={{ missing: [{ note: '' }] }}
      onFinish={({ missing }) =>
        acts.perform(
          { word: 'supplement-request', body: { missing: missing.map(({ code, note = '' }) => ({ code, note })) } },
          close,
        )
      }
    >
      <p className="faint">{t('askSupplementHint')}</p>
      <Form.List name="missing">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <fieldset key={key} className="one-missing">
                <Form.Item
                  name={[name, 'code']}
                  label={t('whatIsMissing')}
                  rules={[{ required: true, message: t('required') }]}
                >
                  <Select
                    showSearch={{ optionFilterProp: 'label' }}
                    options={[...known, { value: otherPaper(key), label: t('otherPaper') }]}
                  />
                </Form.Item>
                <Form.Item
                  name={[name, 'note']}
                  label={t('noteToResident')}
                  dependencies={[['missing', name, 'code']]}
                  rules={[
                    { max: 500 },
                    ({ getFieldValue }) => ({
                      required: getFieldValue(['missing', name, 'code']) === otherPaper(key),
                      whitespace: true,
                      message: t('required'),
                    }),
                  ]}
                >
                  <Input.TextArea rows={2} className="grows" />
                </Form.Item>
                {fields.length > 1 && (
                  <Button type="link" danger onClick={() => remove(name)}>
                    {t('cancel')}
                  </Button>
                )}
              </fieldset>
            ))}
            <Button type="dashed" block onClick={() => add({ note: '' })}>
              {t('addOne')}
            </Button>
          </>
        )}
      </Form.List>
      <Flex gap="small">
        <Button type="primary" htmlType="submit" loading={acts.isBusy}>
          {t('confirm')}
        </Button>
        <Button onClick={close}>{t('cancel')}</Button>
      </Flex>
    </Form>
  );
}
