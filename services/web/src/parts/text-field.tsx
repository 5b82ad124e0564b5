import type { ReactElement } from 'react';
import { FieldNotes, describedBy } from './field-notes';

interface Props {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly typed: string;
  /** The label is the heading of the page. */
  readonly heading?: boolean;
  readonly kind: 'text' | 'long' | 'date' | 'number';
  readonly unit?: string | undefined;
}

/**
 * A text input. Numbers use a text input with a numeric keypad: browsers alter or drop invalid input of type number. So do
 * dates: a browser's own date field speaks the browser's language, not the page's.
 */
export function TextField({ id, label, hint, error, typed, heading, kind, unit }: Props): ReactElement {
  const told = {
    id,
    name: id,
    defaultValue: typed,
    autoComplete: 'off',
    'aria-describedby': describedBy({ id, hint, error }),
    'aria-invalid': error ? true : undefined,
  };
  return (
    <div className={error ? 'field wrong' : 'field'}>
      {heading ? (
        <h1 className="question">
          <label htmlFor={id}>{label}</label>
        </h1>
      ) : (
        <label htmlFor={id}>{label}</label>
      )}
      <FieldNotes id={id} hint={hint} error={error} />
      {kind === 'long' ? (
        <textarea rows={5} {...told} />
      ) : (
        <div className="with-unit">
          <input
            type="text"
            inputMode={kind === 'number' ? 'decimal' : undefined}
            className={kind === 'text' ? undefined : 'narrow'}
            {...told}
          />
          {unit ? <span>{unit}</span> : null}
        </div>
      )}
    </div>
  );
}
