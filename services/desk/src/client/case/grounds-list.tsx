import { Tag } from 'antd';
import type { Ground } from '@lianban/rest-client';
import { groundWords, versionText } from '../view/ground-words';
import { useNames } from '../view/names';
import { useWords } from '../i18n/language';

/** Each rule with version, explanation and result: in words, not by colour alone. */
export function GroundsList({ grounds }: { readonly grounds: readonly Ground[] }) {
  const { t, text } = useWords();
  const { items, reasonName } = useNames();
  return (
    <ul className="grounds">
      {grounds.map((ground, place) => {
        const { version, met } = ground;
        const said = groundWords(ground, items, text, reasonName);
        return (
          <li key={`${place} ${ground.rule}`}>
            <Tag color={met ? 'green' : 'red'}>{t(met ? 'met' : 'notMet')}</Tag>
            <span>
              {said.text}
              <small>{[said.rule, versionText(version, text)].filter(Boolean).join(' · ')}</small>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
