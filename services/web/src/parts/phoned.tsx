import { Fragment, type ReactElement } from 'react';

const hotline = '12345';

/** A sentence in which the service line can be called by a tap. */
export function Phoned({ children }: { readonly children: string }): ReactElement {
  const [first, ...rest] = children.split(hotline);
  return (
    <>
      {first}
      {rest.map((part, index) => (
        <Fragment key={index}>
          <a className="phone" href={`tel:${hotline}`}>
            {hotline}
          </a>
          {part}
        </Fragment>
      ))}
    </>
  );
}
