import { Alert, Button } from 'antd';
import { Component, type ReactNode } from 'react';
import { useOwnWords } from '../i18n/own-words';
import { isLostPart } from './lost-part';

interface Props {
  readonly children: ReactNode;
}
interface State {
  readonly error?: unknown;
}

/** A part of a page: when showing it fails, the other parts go on, and a sentence stands in its place. */
export class Part extends Component<Props, State> {
  override state: State = {};

  static getDerivedStateFromError(error: unknown): State {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === undefined) return this.props.children;
    return <Broken error={error} again={() => this.setState({ error: undefined })} />;
  }
}

const words = {
  broken: [
    '这一部分出错，无法显示；其他部分可以照常使用。',
    'This part failed and cannot be shown. Everything else works.',
  ],
  again: ['再试一次', 'Try again'],
  lost: [
    '工作台已经更新，这一页需要重新加载。未提交的内容请先记下。',
    'The desk was updated: this page has to be loaded again. Note down what you have not sent.',
  ],
  reload: ['重新加载', 'Load again'],
} as const;

function Broken({ error, again }: { readonly error: unknown; again(): void }) {
  const say = useOwnWords(words);
  const isLost = isLostPart(error);
  return (
    <Alert
      type="warning"
      role="alert"
      showIcon
      title={say(isLost ? 'lost' : 'broken')}
      action={
        <Button onClick={isLost ? () => window.location.reload() : again}>{say(isLost ? 'reload' : 'again')}</Button>
      }
    />
  );
}
