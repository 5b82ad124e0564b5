import type { ReactElement, ReactNode } from 'react';

interface SummaryRow {
  /** The target of an error summary's link. */
  readonly id?: string;
  readonly name: string;
  readonly value: ReactNode;
  /** The link to change the value, with hidden text that tells it from its neighbours. */
  readonly change?: { readonly href: string; readonly say: string; readonly what: string };
}

/** A list of names and values, one row each. */
export function Summary({
  label,
  rows,
}: {
  readonly label?: string;
  readonly rows: readonly SummaryRow[];
}): ReactElement {
  return (
    <dl className="summary" aria-label={label}>
      {rows.map(({ id, name, value, change }) => (
        <div key={name} id={id} className="summary-row" tabIndex={id ? -1 : undefined}>
          <dt>{name}</dt>
          <dd>{value}</dd>
          {change ? (
            <dd className="summary-change">
              <a href={change.href}>
                {change.say}
                <span className="unseen">{change.what}</span>
              </a>
            </dd>
          ) : null}
        </div>
      ))}
    </dl>
  );
}
