import type { ReactElement, ReactNode } from 'react';

interface SummaryRow {
  /** Where an error summary leads. */
  readonly id?: string;
  readonly name: string;
  readonly value: ReactNode;
  /** Where the value is changed, and how the link is told apart from its neighbours'. */
  readonly change?: { readonly href: string; readonly say: string; readonly what: string };
}

/** Names and values, one row each. */
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
