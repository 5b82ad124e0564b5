import { Form, Input, InputNumber, Radio, Select } from 'antd';
import type { FormField } from '@lianban/rest-client';
import { useWords } from '../i18n/language';
import { fromInput } from './from-input';

interface Props {
  readonly fields: readonly FormField[];
  /** The form path of the values. */
  readonly under: string;
}

/** Fields by their catalogue definition: for an applicant's form at a counter and for an officer's findings. */
export function CatalogueFields({ fields, under }: Props) {
  const { t, text } = useWords();
  return (
    <div className={fields.length > 12 ? 'many-fields' : ''}>
      {fields.map((field) => (
        <Form.Item
          key={field.name}
          name={[under, field.name]}
          label={text(field.label) + range(field)}
          {...(field.hint && { extra: text(field.hint) })}
          rules={[{ required: field.required, message: t('required') }]}
        >
          {inputOf(field)}
        </Form.Item>
      ))}
    </div>
  );

  function inputOf({ label, type, choices = [], minimum, maximum, maxLength, format }: FormField) {
    if (type === 'boolean')
      return (
        <Radio.Group
          // Screen readers do not connect the label to a group of inputs.
          aria-label={text(label)}
          options={[
            { value: true, label: t('yes') },
            { value: false, label: t('no') },
          ]}
        />
      );
    if (type === 'choice')
      return <Select allowClear options={choices.map(({ code, label }) => ({ value: code, label: text(label) }))} />;
    if (type === 'integer' || type === 'number') {
      const scale = format === 'cents' ? 100 : 1;
      return (
        <InputNumber
          {...(minimum !== undefined && { min: minimum / scale })}
          {...(maximum !== undefined && { max: maximum / scale })}
          precision={format === 'cents' ? 2 : type === 'integer' ? 0 : 2}
          {...(format === 'cents' && { prefix: '¥' })}
        />
      );
    }
    return (
      <Input {...(maxLength !== undefined && { maxLength })} placeholder={format === 'date' ? '2026-03-02' : ''} />
    );
  }
}

const range = ({ type, minimum, maximum }: FormField): string =>
  type === 'integer' && maximum !== undefined && maximum <= 10 ? ` (${minimum ?? 0}–${maximum})` : '';

/** Converts form values to the API's. */
export const valuesOf = (fields: readonly FormField[], typed: Readonly<Record<string, unknown>> | undefined) =>
  Object.fromEntries(
    fields.flatMap((field) => {
      const value = fromInput(field, typed?.[field.name]);
      return value === undefined ? [] : [[field.name, value]];
    }),
  );
