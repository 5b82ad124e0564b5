import type { ReactElement } from 'react';
import type { FormField } from '@lianban/rest-client';
import { type BilingualText, useSay } from '../page/reader';
import { fields } from '../i18n/fields';
import { Radio, RadioGroup } from './radios';
import { TextField } from './text-field';

interface Props {
  readonly field: FormField;
  /** The value of the field: just typed, or saved before. */
  readonly typed: string;
  readonly problem?: BilingualText | undefined;
  /** The label is the heading of the page. */
  readonly heading?: boolean;
}

/** One field of a package's form, by its type. */
export function Question({ field, typed, problem, heading = false }: Props): ReactElement {
  const say = useSay();
  const { name, required } = field;
  const legend = `${say(field.label)}${required ? '' : say(fields.optional)}`;
  const error = problem && say(problem);
  if (field.type !== 'boolean' && field.type !== 'choice')
    return (
      <TextField
        id={name}
        label={legend}
        hint={hintOf(field).map(say).join(' ')}
        error={error}
        typed={typed}
        heading={heading}
        kind={kindOf(field)}
        unit={field.format === 'cents' ? say(fields.yuan) : undefined}
      />
    );
  return (
    <RadioGroup id={name} legend={legend} hint={field.hint && say(field.hint)} error={error} heading={heading}>
      {optionsOf(field).map(({ code, label }, index) => (
        <Radio key={code} id={index === 0 ? name : undefined} name={name} value={code} checked={typed === code}>
          {say(label)}
        </Radio>
      ))}
    </RadioGroup>
  );
}

const yesOrNo = [
  { code: 'yes', label: fields.yes },
  { code: 'no', label: fields.no },
] as const;

const optionsOf = ({
  type,
  choices = [],
}: FormField): readonly { readonly code: string; readonly label: BilingualText }[] =>
  type === 'boolean' ? yesOrNo : choices;

function hintOf({ hint, format }: FormField): BilingualText[] {
  const own = format === 'date' ? [fields.dayHint] : format === 'cents' ? [fields.amountHint] : [];
  return [...(hint ? [hint] : []), ...own];
}

function kindOf({ type, format, maxLength = 0 }: FormField): 'text' | 'long' | 'date' | 'number' {
  if (format === 'date') return 'date';
  if (type === 'integer' || type === 'number') return 'number';
  return maxLength > 200 ? 'long' : 'text';
}
