import { Fragment, type ReactElement } from 'react';
import { type BilingualText, useSay } from '../page/reader';

/** Service lines: 12345 of the city, 12333 of human resources. */
const line = /(?<!\d)(123(?:45|33))(?!\d)/;

/** A sentence of the site. Its service line is a link: on a phone one press calls it. */
export function Told({ text }: { readonly text: BilingualText }): ReactElement {
  const say = useSay();
  return (
    <>
      {say(text)
        .split(line)
        .map((part, place) =>
          place % 2 === 1 ? (
            <a key={place} href={`tel:${part}`}>
              {part}
            </a>
          ) : (
            <Fragment key={place}>{part}</Fragment>
          ),
        )}
    </>
  );
}
