import { App } from 'antd';
import { useRef } from 'react';
import type { Case, Writ } from '@lianban/rest-client';
import { call, isProblem } from '../api/client';
import { type CaseAct, onCase, placeOf, useAct } from '../api/hooks';
import { previewed, usePreview } from '../api/writs';
import { useOwnWords } from '../i18n/own-words';
import { useHere } from '../shell/here';
import { useProblemWords } from '../shell/problem-words';
import { momentText } from '../view/dates';
import { useOfficerNames } from '../view/officers';
import { useWords } from '../i18n/language';
import { writWord } from '../i18n/writ-words';
import { WritPreview } from './writ-preview';

export interface CaseActs {
  /** Acts on the version shown; `then` is called after success. */
  perform(act: CaseAct, then?: () => void): void;
  readonly isBusy: boolean;
  /** It was sent without a network, and waits for one. */
  readonly isWaiting: boolean;
  /** A JSON pointer to the finding that was refused. */
  readonly wrongField: string | undefined;
}

const actWords = {
  doneBefore: [
    '您刚才已经操作过此件，页面已更新，请核对。',
    'You acted on this case a moment ago. The page is up to date now: look at it.',
  ],
} as const;

/** The officer's acts on one case, and the message when one fails. */
export function useCaseActs(id: string, found: Case | undefined): CaseActs {
  const { t, word, language } = useWords();
  const said = useProblemWords();
  const say = useOwnWords(actWords);
  const { message, modal } = App.useApp();
  const act = useAct(id);
  const preview = usePreview(id);
  const nameOf = useOfficerNames();
  const { id: me } = useHere();
  // A second press comes before the first is drawn.
  const isUnderWay = useRef(false);

  const tellConflict = async () => {
    const now = await call('get', onCase, { path: placeOf(id) }).catch(() => undefined);
    // Pressed in two windows, or the answer to the first was lost: it is done, and nobody is to blame.
    if (now?.changedBy === me) return void message.info(say('doneBefore'));
    const who = now?.changedBy ? nameOf(now.changedBy) : t('platform');
    const content = now?.changedAt
      ? t('conflictWho', { who, when: momentText(now.changedAt, language), what: word(now.change ?? '') })
      : t('conflictPlain');
    modal.warning({ title: t('conflict'), content });
  };

  const failed = (error: unknown) => {
    if (isProblem(error) && error.slug === 'version-conflict') void tellConflict();
    else if (isProblem(error) && error.slug === 'held-by-another') {
      const officer = /hands of ([\w.-]+):/.exec(error.detail)?.[1];
      modal.warning({ title: officer ? t('held', { officer: nameOf(officer) }) : t('heldPlain') });
    } else void message.error(said(error));
  };

  const once = (start: () => void) => {
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    start();
  };
  const onSettled = () => void (isUnderWay.current = false);

  const carryOut = (wanted: CaseAct, version: number, then?: () => void) =>
    once(() =>
      act.mutate(
        { ...wanted, version },
        {
          onSuccess: () => {
            void message.success(t('done'));
            then?.();
          },
          onError: failed,
          onSettled,
        },
      ),
    );

  /** What the applicant will be sent is read before it is sent. */
  const confirm = (writs: readonly Writ[], onOk: () => void) =>
    void modal.confirm({
      width: 720,
      icon: null,
      title: writWord(writs.length > 0 ? 'previewTitle' : 'confirmPlain', language),
      content: <WritPreview writs={writs} />,
      okText: writWord(writs.length > 0 ? 'confirm' : 'confirmPlain', language),
      cancelText: writWord('back', language),
      onOk,
    });

  return {
    isBusy: act.isPending || preview.isPending,
    isWaiting: act.isPaused || preview.isPaused,
    wrongField: [act.error, preview.error].find(isProblem)?.pointer,
    perform(wanted, then) {
      if (!found) return;
      const { version } = found;
      const shown = previewed(wanted);
      if (shown === undefined) return carryOut(wanted, version, then);
      const onSuccess = (writs: readonly Writ[]) => confirm(writs, () => carryOut(wanted, version, then));
      once(() => preview.mutate(shown, { onSuccess, onError: failed, onSettled }));
    },
  };
}
