import type { ReactElement } from 'react';
import { type Page, page } from '../page/page';
import { type BilingualText, useSay } from '../page/reader';
import { Phoned } from '../parts/phoned';

interface Information {
  readonly title: BilingualText;
  readonly lead: BilingualText;
  readonly sections: readonly { readonly title: BilingualText; readonly text: BilingualText }[];
}

/** A page of text. */
export const informationPage = (of: Information): Page => page(of.title, <Told {...of} />);

function Told({ title, lead, sections }: Information): ReactElement {
  const say = useSay();
  return (
    <>
      <h1>{say(title)}</h1>
      <p className="lead">
        <Phoned>{say(lead)}</Phoned>
      </p>
      {sections.map((section) => (
        <section key={section.title.en}>
          <h2>{say(section.title)}</h2>
          <p>
            <Phoned>{say(section.text)}</Phoned>
          </p>
        </section>
      ))}
    </>
  );
}
