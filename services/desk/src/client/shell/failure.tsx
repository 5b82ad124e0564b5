import { Alert, Button } from 'antd';
import { useWords } from '../i18n/language';
import { useProblemWords } from './problem-words';

/** Shown in place of content that could not be loaded. */
export function Failure({ error, retry }: { readonly error: unknown; readonly retry?: () => void }) {
  const { t } = useWords();
  const said = useProblemWords();
  return (
    <Alert
      type="warning"
      showIcon
      title={said(error)}
      action={
        retry && (
          <Button type="primary" onClick={retry}>
            {t('retry')}
          </Button>
        )
      }
    />
  );
}
