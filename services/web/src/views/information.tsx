import type { ReactElement } from 'react';
import { type Page, page } from '../page/page';
import { type BilingualText, useSay } from '../page/reader';
import { Told } from '../parts/told';

interface Information {
  readonly title: BilingualText;
  readonly lead: BilingualText;
  readonly sections: readonly { readonly title: BilingualText; readonly text: BilingualText }[];
}

/** A page of text. */
export const informationPage = (of: Information): Page => page(of.title, <Sections {...of} />);

function Sections({ title, lead, sections }: Information): ReactElement {
  const say = useSay();
  return (
    <>
      <h1>{say(title)}</h1>
      <p className="lead">
        <Told text={lead} />
      </p>
      {sections.map((section) => (
        <section key={section.title.en}>
          <h2>{say(section.title)}</h2>
          <p>
            <Told text={section.text} />
          </p>
        </section>
      ))}
    </>
  );
}
