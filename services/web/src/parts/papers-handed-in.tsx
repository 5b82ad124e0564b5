import type { ReactElement } from 'react';
import type { Package } from '@lianban/rest-client';
import type { OwnPaper } from '../api/own-papers';
import { useSay } from '../page/reader';
import { applications } from '../i18n/applications';
import { files } from '../i18n/files';
import { PaperLine } from './paper-line';

interface Props {
  readonly number: string;
  readonly described: Package | undefined;
  readonly papers: readonly OwnPaper[];
}

/** What the reader uploaded for one application, paper by paper, the first page first. */
export function PapersHandedIn({ number, described, papers }: Props): ReactElement | null {
  const say = useSay();
  const named = papers
    .toReversed()
    .flatMap((paper) =>
      paper.uses.filter((use) => use.applicationNumber === number).map(({ code }) => ({ code, paper })),
    );
  if (named.length === 0) return null;
  const materials = described?.steps.flatMap(({ item }) => item.materials) ?? [];
  return (
    <>
      <h2>{say(files.handedIn)}</h2>
      {[...Map.groupBy(named, ({ code }) => code)].map(([code, pages]) => (
        <div key={code}>
          <h3>{say(materials.find((each) => each.code === code)?.name ?? applications.otherPaper)}</h3>
          <ol className="papers">
            {pages.map(({ paper }, at) => (
              <li key={paper.reference}>
                <PaperLine reference={paper.reference} paper={paper} nth={pages.length > 1 ? at + 1 : undefined} />
              </li>
            ))}
          </ol>
        </div>
      ))}
    </>
  );
}
