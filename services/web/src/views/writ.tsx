import type { ReactElement, ReactNode } from 'react';
import type { Application, Writ } from '@lianban/rest-client';
import { writs as words } from '../i18n/writs';
import { type Page, page } from '../page/page';
import { type BilingualText, useBase, useReader, useSay } from '../page/reader';
import { BackLink } from '../parts/back-link';
import { day } from '../parts/format';
import { usePdf } from '../parts/writs-section';

/** One document 文书 as it is printed: the same words as in its PDF. */
export const writPage = (of: Application, step: string, writ: Writ, name: string): Page =>
  page(writ.title, <WritView of={of} step={step} writ={writ} name={name} />);

interface Props {
  readonly of: Application;
  readonly step: string;
  readonly writ: Writ;
  /** In the register. */
  readonly name: string;
}

function WritView({ of, step, writ, name }: Props): ReactElement {
  const say = useSay();
  const pdf = usePdf();
  const { language } = useReader();
  const { place, title, organ, number, issuedAt, parts, sealLine, address, digest, isDemo } = writ;
  return (
    <PrintedSheet
      of={of}
      organ={organ}
      title={title}
      number={number}
      name={name}
      pdf={pdf(`${of.applicationNumber}/writs/${step}/${place}/pdf`)}
    >
      {parts.map(({ heading, lines }) => (
        <SheetPart key={lines.map(({ zh }) => zh).join()} heading={heading} lines={lines} />
      ))}
      <p className="sheet-signature">
        {say(sealLine)}
        <br />
        <time dateTime={issuedAt}>{day(issuedAt, language)}</time>
      </p>
      <div className="quiet sheet-notes">
        <p>{say(address)}</p>
        {digest ? (
          <p>
            {say(words.digest)} <span className="sheet-digest">{digest}</span>
          </p>
        ) : null}
        <p>{say(words.noSeal)}</p>
        {isDemo ? <p>{say(words.demo)}</p> : null}
      </div>
    </PrintedSheet>
  );
}

interface SheetProps {
  readonly of: Application;
  readonly organ: BilingualText;
  readonly title: BilingualText;
  readonly number: string;
  readonly name: string;
  readonly pdf: string;
  readonly children: ReactNode;
}

/** The head of whatever is printed, and how to print it. */
export function PrintedSheet({ of, organ, title, number, name, pdf, children }: SheetProps): ReactElement {
  const say = useSay();
  const base = useBase();
  return (
    <>
      <BackLink to={`${base}/applications/${of.applicationNumber}`} />
      <article className="sheet">
        <p className="sheet-organ">{say(organ)}</p>
        <h1>{say(title)}</h1>
        {/* A document has one number, in the language of the law; that of an application has no words. */}
        <p className="sheet-number" lang={/\p{Script=Han}/u.test(number) ? 'zh-CN' : undefined}>
          {number}
        </p>
        <p>{say(words.to(name))}</p>
        {children}
      </article>
      <p className="actions">
        <a className="button" href={pdf}>
          {say(words.pdf)}
        </a>
      </p>
      <p className="quiet actions">{say(words.howToPrint)}</p>
    </>
  );
}

export function SheetPart({
  heading,
  lines,
}: {
  readonly heading?: BilingualText | undefined;
  readonly lines: readonly BilingualText[];
}): ReactElement {
  const say = useSay();
  const all = lines.map((line) => say(line));
  return (
    <>
      {heading ? <h2>{say(heading)}</h2> : null}
      {all.length === 1 ? (
        <p dir="auto">{all[0]}</p>
      ) : (
        <ul className="sheet-lines">
          {all.map((line) => (
            <li key={line} dir="auto">
              {line}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
