import { AutoComplete, Button, Flex, Form, Input } from 'antd';
import type { Missing } from '@lianban/rest-client';
import { useNames } from '../view/names';
import { useWords } from '../i18n/language';
import type { FormProps } from './form-props';

/** Everything that is missing, asked for in one list (行政许可法 art. 32). */
export function SupplementForm({ found, acts, close }: FormProps) {
  const { t, text } = useWords();
  const { item } = useNames();
  const known = (item(found.item)?.materials ?? []).map(({ code, name }) => ({
    value: code,
    label: `${text(name)} (${code})`,
  }));
  return (
    <Form<{ missing: Missing[] }>
      layout="vertical"
      initialValues={{ missing: [{ code: '', note: '' }] }}
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
                  rules={[{ required: true, pattern: /^[A-Za-z0-9][\w.-]{0,63}$/, message: t('required') }]}
                >
                  <AutoComplete
                    options={known}
                    showSearch={{ filterOption: (typed, option) => option?.label.includes(typed) ?? false }}
                  />
                </Form.Item>
                <Form.Item name={[name, 'note']} label={t('noteToResident')} rules={[{ max: 500 }]}>
                  <Input.TextArea rows={2} className="grows" />
                </Form.Item>
                {fields.length > 1 && (
                  <Button type="link" danger onClick={() => remove(name)}>
                    {t('cancel')}
                  </Button>
                )}
              </fieldset>
            ))}
            <Button type="dashed" block onClick={() => add({ code: '', note: '' })}>
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
