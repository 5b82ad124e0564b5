import { App, Button, Flex } from 'antd';
import { useProblemWords } from '../shell/problem-words';
import { momentText } from '../view/dates';
import { useOperatorWords } from './words';

interface Props {
  readonly askedBy: string;
  readonly askedAt: string | undefined;
  readonly reason: string;
  /** What was asked for, in words. */
  readonly what: string;
  readonly me: string;
  readonly isBusy: boolean;
  answer(word: 'approval' | 'refusal'): Promise<unknown>;
}

/** What one operator asked for: whoever asked takes it back, anybody else approves or declines. */
export function Asked({ askedBy, askedAt, reason, what, me, isBusy, answer }: Props) {
  const { t, language } = useOperatorWords();
  const said = useProblemWords();
  const { message } = App.useApp();
  const isMine = askedBy === me;
  const press = (word: 'approval' | 'refusal') =>
    void answer(word).then(
      () => message.success(t('done')),
      (error: unknown) => message.error(said(error)),
    );
  return (
    <div>
      <p>{t('asked', { who: askedBy, when: momentText(askedAt, language), what, reason })}</p>
      {isMine && <p className="faint">{t('mineWaits')}</p>}
      <Flex gap="small">
        {!isMine && (
          <Button type="primary" disabled={isBusy} onClick={() => press('approval')}>
            {t('approve')}
          </Button>
        )}
        <Button disabled={isBusy} onClick={() => press('refusal')}>
          {t(isMine ? 'takeBack' : 'decline')}
        </Button>
      </Flex>
    </div>
  );
}
