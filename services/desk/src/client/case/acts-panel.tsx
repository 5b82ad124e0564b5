import { Button, Card, Flex } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Case } from '@lianban/rest-client';
import { useHere } from '../shell/here';
import { useNames } from '../view/names';
import { useOfficerNames } from '../view/officers';
import { useWords } from '../i18n/language';
import type { TextKey } from '../i18n/zh';
import { DecideForm } from './decide-form';
import { ExtendForm, PauseForm } from './reason-forms';
import { type ActForm, possibleActs } from './possible-acts';
import { isScored } from './scores';
import { SupplementForm } from './supplement-form';
import type { CaseActs } from './use-case-acts';

const labels: Readonly<Record<ActForm, TextKey>> = {
  accept: 'accept',
  supplement: 'askSupplement',
  pause: 'pause',
  resume: 'resume',
  extend: 'extend',
  decide: 'decide',
};
const waits: Readonly<Record<string, TextKey>> = {
  supplement: 'waitsForResident',
  notice: 'waitsForNotice',
  paused: 'waitsForFacts',
};

/** The acts possible now; a form opens in their place and keeps its input until it is done. */
export function ActsPanel({ found, acts }: { readonly found: Case; readonly acts: CaseActs }) {
  const { t } = useWords();
  const { id: me } = useHere();
  const nameOf = useOfficerNames();
  const [form, setForm] = useState<ActForm>();
  const possible = possibleActs(found);
  const isOthers = found.holder !== undefined && found.holder !== me;
  const close = () => setForm(undefined);
  const props = { found, acts, close };
  const navigate = useNavigate();
  const { item } = useNames();
  const hasScores = (item(found.item)?.findings ?? []).some(isScored);
  // A form of what is not possible any more is gone, also when somebody else did it.
  const open = form && possible.includes(form) ? form : undefined;
  const press = (act: ActForm) => {
    if (act === 'accept') acts.perform({ word: 'acceptance' });
    else if (act === 'resume') acts.perform({ word: 'resumption' });
    // Too many fields for this column.
    else if (act === 'decide' && hasScores) void navigate(`/cases/${found.id}/assessment`);
    else setForm(act);
  };
  return (
    <Card size="small" title={t('acts')} className="acts">
      {found.closedAt !== undefined && <p>{t('closedNow')}</p>}
      {found.closedAt === undefined && possible.length === 0 && <p>{t(waits[found.status] ?? 'waitsForFacts')}</p>}
      {isOthers && possible.length > 0 && <p className="faint">{t('held', { officer: nameOf(found.holder ?? '') })}</p>}
      <Flex gap="small" wrap>
        {possible.map((act, place) => (
          <Button
            key={act}
            type={place === 0 && !isOthers ? 'primary' : 'default'}
            aria-expanded={open === act}
            disabled={isOthers}
            loading={acts.isBusy && open === undefined && place === 0}
            onClick={() => press(act)}
          >
            {t(labels[act])}
          </Button>
        ))}
      </Flex>
      {open === 'decide' && <DecideForm {...props} />}
      {open === 'supplement' && <SupplementForm {...props} />}
      {open === 'pause' && <PauseForm {...props} />}
      {open === 'extend' && <ExtendForm {...props} />}
    </Card>
  );
}
