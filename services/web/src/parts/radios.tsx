import type { ReactElement, ReactNode } from 'react';
import { FieldNotes, describedBy } from './field-notes';

interface GroupProps {
  readonly legend: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly id: string;
  /** The legend is the heading of the page. */
  readonly heading?: boolean;
  readonly children: ReactNode;
}

/** Radio buttons with their legend. */
export function RadioGroup({ legend, hint, error, id, heading, children }: GroupProps): ReactElement {
  return (
    <fieldset className={error ? 'group wrong' : 'group'} aria-describedby={describedBy({ id, hint, error })}>
      <legend>{heading ? <h1>{legend}</h1> : legend}</legend>
      <FieldNotes id={id} hint={hint} error={error} />
      {children}
    </fieldset>
  );
}

interface RadioProps {
  readonly name: string;
  readonly value: string;
  readonly checked: boolean;
  readonly hint?: string | undefined;
  readonly id?: string | undefined;
  readonly language?: string;
  readonly children: ReactNode;
}

export function Radio({ name, value, checked, hint, language, children, ...given }: RadioProps): ReactElement {
  const id = given.id ?? `${name}-${value}`;
  return (
    <div className="choice">
      <input
        type="radio"
        id={id}
        name={name}
        value={value}
        defaultChecked={checked}
        aria-describedby={describedBy({ id, hint })}
      />
      <label htmlFor={id} lang={language}>
        {children}
      </label>
      <FieldNotes id={id} hint={hint} />
    </div>
  );
}
