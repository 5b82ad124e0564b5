import type { ReactElement } from 'react';
import type { OwnPaper } from '../api/own-papers';
import { useReader, useSay } from '../page/reader';
import { files } from '../i18n/files';

interface Props {
  readonly reference: string;
  /** What it is called; undefined when that cannot be told. */
  readonly paper: OwnPaper | undefined;
  /** From 1, when it is one of several. */
  readonly nth?: number | undefined;
}

const kilobyte = 1024;
/** 340 KB, 2.3 MB. */
export const sizeText = (bytes: number): string =>
  bytes < kilobyte * kilobyte
    ? `${Math.max(1, Math.round(bytes / kilobyte))} KB`
    : `${(bytes / kilobyte / kilobyte).toFixed(1)} MB`;

/** One uploaded page: a small picture of it, what it is called, how large it is, and a link to look at it. */
export function PaperLine({ reference, paper, nth }: Props): ReactElement {
  const say = useSay();
  const { actingFor } = useReader();
  const page = nth === undefined ? '' : say(files.page(nth));
  const address = `/api/me/materials/${reference}`;
  const isPicture = paper?.type.startsWith('image/') ?? false;
  return (
    <>
      {/* Browsers send no header that names a principal: an agent sees what it is called only. */}
      {isPicture && !actingFor ? (
        <img className="small-picture" src={`${address}/preview`} alt="" width="60" height="60" loading="lazy" />
      ) : null}
      <span className="paper-name">
        {[page, paper?.name].filter(Boolean).join(' · ')}{' '}
        {paper ? <span className="quiet">{sizeText(paper.size)}</span> : null}
        {actingFor ? null : (
          <>
            {' '}
            <a href={address} target="_blank" rel="noreferrer">
              {say(files.look)}
              <span className="unseen">{[page, paper?.name].filter(Boolean).join(' ')}</span>
            </a>
          </>
        )}
      </span>
    </>
  );
}
