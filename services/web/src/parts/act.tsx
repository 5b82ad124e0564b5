import type { ReactElement, ReactNode } from 'react';

interface Props {
  readonly action: string;
  readonly act: string;
  /** Read out with the button: which of several it acts on. */
  readonly name: string;
  readonly id?: string;
  readonly reference?: string;
  readonly children: ReactNode;
}

/** A form of one button. */
export const Act = ({ action, act, name, id, reference, children }: Props): ReactElement => (
  <form method="post" action={action}>
    {reference === undefined ? null : <input type="hidden" name="reference" value={reference} />}
    <button id={id} className="button secondary" name="act" value={act}>
      {children}
      <span className="unseen">{name}</span>
    </button>
  </form>
);
