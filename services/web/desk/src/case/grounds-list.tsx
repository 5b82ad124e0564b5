import { Tag } from 'antd';
import type { Ground } from '../api/types';
import { useWords } from '../words/language';

/** Each rule, its version, what it says, and whether it holds: in words, not by colour alone. */
export function GroundsList({ grounds }: { readonly grounds: readonly Ground[] }) {
  const { t } = useWords();
  return (
    <ul className="grounds">
      {grounds.map(({ rule, version, explanation, met }, place) => (
        <li key={`${place} ${rule}`}>
          <Tag color={met ? 'green' : 'red'}>{t(met ? 'met' : 'notMet')}</Tag>
          <span>
            {explanation}
            <small>{t('ruleVersion', { rule, version })}</small>
          </span>
        </li>
      ))}
    </ul>
  );
}
