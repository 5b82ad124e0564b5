import type { ReactElement } from 'react';
import type { HeldMaterial } from '@lianban/rest-client';
import type { OwnPaper } from '../api/own-papers';
import { useReader, useSay } from '../page/reader';
import { files } from '../i18n/files';
import { Act } from './act';
import { date } from './format';
import { PaperLine } from './paper-line';

interface Props {
  readonly code: string;
  readonly held: readonly HeldMaterial[];
  readonly papers: readonly OwnPaper[];
  readonly action: string;
}

const mostOffered = 6;

/** Papers of this kind that an earlier application named: one press hands one in again. */
export function EarlierPapers({ code, held, papers, action }: Props): ReactElement | null {
  const say = useSay();
  const { language } = useReader();
  const isHeld = (reference: string) => held.some((each) => each.reference === reference);
  const earlier = papers.filter(({ uses, reference }) => uses.some((use) => use.code === code) && !isHeld(reference));
  if (earlier.length === 0) return null;
  return (
    <details>
      <summary>{say(files.reuseTitle)}</summary>
      <ul className="papers">
        {earlier.slice(0, mostOffered).map((paper) => (
          <li key={paper.reference}>
            <PaperLine reference={paper.reference} paper={paper} />
            <Act action={action} act="reuse" reference={paper.reference} name={paper.name ?? ''}>
              {say(files.reuse(paper.uploadedAt ? date(paper.uploadedAt, language) : ''))}
            </Act>
          </li>
        ))}
      </ul>
    </details>
  );
}
