import type { Writ } from '@lianban/rest-client';
import { useWords } from '../i18n/language';
import { writWord } from '../i18n/writ-words';
import { wholeDayText } from '../view/dates';

/** One document 文书, word by word as the applicant reads it. */
export function WritText({ writ }: { readonly writ: Writ }) {
  const { text, language } = useWords();
  const { organ, title, number, parts, sealLine, issuedAt, isDemo } = writ;
  return (
    <article className="writ" aria-label={text(title)}>
      <p className="writ-head">{text(organ)}</p>
      <h3 className="writ-head">{text(title)}</h3>
      <p className="writ-head faint" lang="zh-CN">
        {number}
      </p>
      {parts.map(({ heading, lines }) => (
        <section key={lines.map(({ zh }) => zh).join()}>
          {heading && <h4>{text(heading)}</h4>}
          {lines.map((line) => (
            <p key={line.zh} dir="auto">
              {text(line)}
            </p>
          ))}
        </section>
      ))}
      <p className="writ-seal">
        {text(sealLine)}
        <br />
        {wholeDayText(issuedAt, language)}
      </p>
      {isDemo && <p className="faint">{writWord('demo', language)}</p>}
    </article>
  );
}
