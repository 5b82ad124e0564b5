import { Spin } from 'antd';
import { Link } from 'react-router';
import type { CaseSummary } from '@lianban/rest-client';
import { useWaitingCases } from '../api/approvals';
import { Failure } from '../shell/failure';
import { momentText } from '../view/dates';
import { useNames } from '../view/names';
import { useOfficerNames } from '../view/officers';
import { useWords } from '../i18n/language';
import type { TextKey } from '../i18n/zh';

/** What waits on a case, and who asked when. */
const askOn = ({ extension, decisionAsk, correctionAsk }: CaseSummary) => {
  const asks = [
    { tag: 'extensionTag', ask: extension },
    { tag: 'decisionTag', ask: decisionAsk },
    { tag: 'correctionTag', ask: correctionAsk },
  ] as const satisfies readonly { readonly tag: TextKey; readonly ask: unknown }[];
  return asks.find(({ ask }) => ask?.status === 'asked');
};

/** Extensions, decisions above the line, and corrections of decisions: each is read, and answered, with its case. */
export function CasesToApprove() {
  const { t, language } = useWords();
  const names = useNames();
  const nameOf = useOfficerNames();
  const { data, error, refetch } = useWaitingCases(true);
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />;
  return (
    <section aria-labelledby="cases-to-approve">
      <h2 id="cases-to-approve">{t('casesToApprove')}</h2>
      {!data && <Spin />}
      {data?.cases.length === 0 && <p>{t('nothingWaits')}</p>}
      <ul className="waiting">
        {data?.cases.map((found) => {
          const waits = askOn(found);
          const { askedBy = '', askedAt } = waits?.ask ?? {};
          return (
            <li key={found.id}>
              <Link to={`/cases/${found.id}`}>
                {found.applicationNumber} · {names.itemName(found.item)}
              </Link>{' '}
              {waits && (
                <span className="faint">
                  {t(waits.tag)} · {t('askedByWhen', { officer: nameOf(askedBy), when: momentText(askedAt, language) })}
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
