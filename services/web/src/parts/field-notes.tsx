import type { ReactElement } from 'react';

interface FieldNoteProps {
  readonly id: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
}

/** The ids for aria-describedby of a field with these notes; undefined without any. */
export const describedBy = ({ id, hint, error }: FieldNoteProps): string | undefined =>
  [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;

/** Hint and error of a field, between its label and its input. */
export const FieldNotes = ({ id, hint, error }: FieldNoteProps): ReactElement => (
  <>
    {hint ? (
      <p id={`${id}-hint`} className="hint">
        {hint}
      </p>
    ) : null}
    {error ? (
      <p id={`${id}-error`} className="field-error">
        {error}
      </p>
    ) : null}
  </>
);
