import { Alert, Button, Card } from 'antd';
import type { Case } from '@lianban/rest-client';
import { useDryRun } from '../api/hooks';
import { useProblemWords } from '../shell/problem-words';
import { useNames } from '../view/names';
import { useWords } from '../i18n/language';
import { GroundsList } from './grounds-list';

/** The grounds of the decision or, while the case is open, of a dry run. */
export function EligibilityPanel({ found }: { readonly found: Case }) {
  const { t } = useWords();
  const { reasonName } = useNames();
  const said = useProblemWords();
  const dryRun = useDryRun(found.id);
  const { grounds, reason, outcome } = found;
  const isDecided = grounds !== undefined && outcome !== undefined;
  return (
    <Card size="small" title={t('eligibility')}>
      {isDecided ? (
        <>
          <p>
            {t(outcome === 'granted' ? 'decidedGranted' : 'decidedRefused')}
            {reason && ` · ${reasonName(reason)}`}
          </p>
          <GroundsList grounds={grounds} />
        </>
      ) : (
        <>
          <p className="with-action">
            <Button loading={dryRun.isPending} onClick={() => dryRun.mutate({})}>
              {t('dryRun')}
            </Button>
            <span className="faint">{t('eligibilityHint')}</span>
          </p>
          {dryRun.error && <Alert type="info" title={said(dryRun.error)} />}
          {dryRun.data && <DryRunRuling {...dryRun.data} />}
        </>
      )}
    </Card>
  );
}

/** The result of a dry run; it is not stored. */
export function DryRunRuling({ outcome, reason, grounds }: NonNullable<ReturnType<typeof useDryRun>['data']>) {
  const { t } = useWords();
  const { reasonName } = useNames();
  return (
    <>
      <Alert
        type={outcome === 'granted' ? 'success' : 'warning'}
        title={outcome === 'granted' ? t('dryRunGranted') : t('dryRunRefused', { reason: reasonName(reason) })}
      />
      <GroundsList grounds={grounds} />
    </>
  );
}
