import { Button, Card, Flex } from 'antd';
import { useState } from 'react';
import type { Case } from '@lianban/rest-client';
import { useHere } from '../shell/here';
import { useOfficerNames } from '../view/officers';
import { useWords } from '../i18n/language';
import type { TextKey } from '../i18n/zh';
import { DecideForm } from './decide-form';
import { ExtendForm, PauseForm } from './reason-forms';
import { type ActForm, possibleActs } from './possible-acts';
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
  const press = (act: ActForm) => {
    if (act === 'accept') acts.perform({ word: 'acceptance' });
    else if (act === 'resume') acts.perform({ word: 'resumption' });
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
            aria-expanded={form === act}
            disabled={isOthers}
            loading={acts.isBusy && form === undefined && place === 0}
            onClick={() => press(act)}
          >
            {t(labels[act])}
          </Button>
        ))}
      </Flex>
      {form === 'decide' && <DecideForm {...props} />}
      {form === 'supplement' && <SupplementForm {...props} />}
      {form === 'pause' && <PauseForm {...props} />}
      {form === 'extend' && <ExtendForm {...props} />}
    </Card>
  );
}
