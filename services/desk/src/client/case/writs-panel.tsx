import { Card } from 'antd';
import { useWrits } from '../api/writs';
import { useWords } from '../i18n/language';
import { writWord } from '../i18n/writ-words';
import { wholeDayText } from '../view/dates';
import { WritText } from './writ-text';

/** What the case told the applicant in writing, newest first. */
export function WritsPanel({ id }: { readonly id: string }) {
  const { text, language } = useWords();
  const { data: writs = [], error, isSuccess } = useWrits(id);
  return (
    <Card size="small" title={writWord('title', language)} className="writs">
      {error && <p>{writWord('away', language)}</p>}
      {isSuccess && writs.length === 0 && <p className="faint">{writWord('none', language)}</p>}
      {writs.toReversed().map((writ) => (
        <details key={writ.place}>
          <summary>
            {text(writ.title)} · {wholeDayText(writ.issuedAt, language)}
          </summary>
          <WritText writ={writ} />
          <a href={`/api/desk/cases/${id}/writs/${writ.place}/pdf?language=${language}`}>{writWord('pdf', language)}</a>
        </details>
      ))}
    </Card>
  );
}
