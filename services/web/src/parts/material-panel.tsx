import type { ReactElement, ReactNode } from 'react';
import type { HeldMaterial, ItemMaterial } from '@lianban/rest-client';
import type { OwnPaper } from '../api/own-papers';
import { type BilingualText, useSay } from '../page/reader';
import { apply } from '../i18n/apply';
import { files } from '../i18n/files';
import { gradeName, guide } from '../i18n/guide';
import { Act } from './act';
import { EarlierPapers } from './earlier-papers';
import { PaperLine } from './paper-line';
import { Tag } from './tag';
import { UploadField } from './upload-field';

interface Props {
  readonly of: ItemMaterial;
  readonly usedFor: BilingualText;
  /** What is held so far, of this paper and others, in order. */
  readonly held: readonly HeldMaterial[];
  /** The reader's uploads, as far as they are known. */
  readonly papers: readonly OwnPaper[];
  /** The URL for a file, a promise, or the removal of either. */
  readonly action: string;
  readonly error?: BilingualText | undefined;
  /** The outcome of an earlier submission. */
  readonly before?: BilingualText | undefined;
  readonly children?: ReactNode;
}

/** One material: uploaded page by page, promised where a promise is enough, or removed. */
export function MaterialPanel({ of, usedFor, held, papers, action, error, before, children }: Props): ReactElement {
  const say = useSay();
  const { code, name, grade } = of;
  const pages = held.filter((each) => each.code === code);
  const promise = pages.find((each) => each.reference === 'promised-online');
  const state = stateOf(pages, promise) ?? before ?? apply.notYet;
  return (
    <section className="panel" id={`paper-${code}`} aria-labelledby={`name-${code}`}>
      <h2 id={`name-${code}`}>
        {say(name)} <Tag tone={pages.length > 0 ? 'good' : before ? 'wait' : 'quiet'}>{say(state)}</Tag>
      </h2>
      <p className="quiet">
        {say(guide.usedFor(usedFor))} · {say(gradeName(grade))}
      </p>
      {children}
      {promise ? (
        <Act action={action} act="remove" name={say(name)}>
          {say(files.remove)}
        </Act>
      ) : (
        <Pages pages={pages} papers={papers} action={action} name={say(name)} />
      )}
      {grade === 'D' && pages.length === 0 ? (
        <Act action={action} act="promise" name={say(name)} id={code}>
          {say(apply.promise)}
        </Act>
      ) : null}
      {grade === 'D' ? null : (
        <>
          <UploadField
            id={code}
            action={action}
            label={say(pages.length > 0 ? files.chooseMore(name) : files.choose(name))}
            error={error && say(error)}
          />
          <EarlierPapers code={code} held={held} papers={papers} action={action} />
        </>
      )}
    </section>
  );
}

function stateOf(pages: readonly HeldMaterial[], promise: HeldMaterial | undefined): BilingualText | undefined {
  if (promise) return apply.promised;
  if (pages.length === 0) return undefined;
  return pages.length === 1 ? apply.uploaded : apply.pages(pages.length);
}

interface PagesProps extends Pick<Props, 'papers' | 'action'> {
  readonly pages: readonly HeldMaterial[];
  readonly name: string;
}

function Pages({ pages, papers, action, name }: PagesProps): ReactElement | null {
  const say = useSay();
  if (pages.length === 0) return null;
  return (
    <ol className="papers">
      {pages.map(({ reference }, at) => {
        const nth = pages.length > 1 ? at + 1 : undefined;
        return (
          <li key={reference}>
            <PaperLine reference={reference} paper={papers.find((each) => each.reference === reference)} nth={nth} />
            <Act
              action={action}
              act="remove"
              reference={reference}
              name={nth ? `${name} ${say(files.page(nth))}` : name}
            >
              {say(files.remove)}
            </Act>
          </li>
        );
      })}
    </ol>
  );
}
