import type { ReactElement } from 'react';
import { type Page, page } from '../page/page';
import { type Text, useSay } from '../page/reader';

interface Information {
  readonly title: Text;
  readonly lead: Text;
  readonly sections: readonly { readonly title: Text; readonly text: Text }[];
}

/** A page that only tells something. */
export const informationPage = (of: Information): Page => page(of.title, <Told {...of} />);

function Told({ title, lead, sections }: Information): ReactElement {
  const say = useSay();
  return (
    <>
      <h1>{say(title)}</h1>
      <p className="lead">{say(lead)}</p>
      {sections.map((section) => (
        <section key={section.title.en}>
          <h2>{say(section.title)}</h2>
          <p>{say(section.text)}</p>
        </section>
      ))}
    </>
  );
}
