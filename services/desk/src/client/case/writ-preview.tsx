import type { Writ } from '@lianban/rest-client';
import { useWords } from '../i18n/language';
import { writWord } from '../i18n/writ-words';
import { WritText } from './writ-text';

/** What an act would tell the applicant, before it is done. */
export function WritPreview({ writs }: { readonly writs: readonly Writ[] }) {
  const { language } = useWords();
  if (writs.length === 0) return <p>{writWord('nothing', language)}</p>;
  return (
    <>
      <p>{writWord('previewHint', language)}</p>
      {writs.map((writ) => (
        <WritText key={writ.place} writ={writ} />
      ))}
    </>
  );
}
