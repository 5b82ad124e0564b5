import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useOwnWords } from '../i18n/own-words';
import { useWords } from '../i18n/language';
import { useOnline } from '../shell/use-online';
import { momentText } from '../view/dates';
import { kept as onDevice } from '../view/kept';
import { findingsWords } from './findings-words';
import type { KeptForm } from './kept-findings';

interface Props {
  readonly kept: KeptForm | undefined;
  /** It was sent without a network. */
  readonly isSending: boolean;
  discard(): void;
}

/** Where what is typed is kept, until when, and what happens without a network. */
export function KeptNote({ kept, isSending, discard }: Props) {
  const { language } = useWords();
  const own = useOwnWords(findingsWords);
  const isOnline = useOnline();
  const [canKeep] = useState(() => onDevice.works());
  return (
    <>
      {isSending && <Alert type="info" showIcon role="status" title={own('waits')} />}
      {!isSending && !isOnline && <Alert type="warning" showIcon role="status" title={own('offline')} />}
      <p className="faint">
        {own(canKeep ? 'kept' : 'notKept')} {kept && own('keptAt', { when: momentText(kept.at, language) })}{' '}
        {kept && (
          <Button size="small" onClick={discard}>
            {own('discard')}
          </Button>
        )}
      </p>
    </>
  );
}
