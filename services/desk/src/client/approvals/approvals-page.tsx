import { Alert } from 'antd';
import { useHere } from '../shell/here';
import { useWords } from '../i18n/language';
import { CasesToApprove } from './cases-to-approve';
import { ConfirmMandate } from './confirm-mandate';
import { MandatesToApprove } from './mandates-to-approve';
import { RegisterCorrections } from './register-corrections';

/** Four eyes at the desk: what others asked for and this officer may answer. */
export default function ApprovalsPage() {
  const { t } = useWords();
  const { isSupervisor, scopes } = useHere();
  const atCounter = scopes.includes('counter');
  return (
    <>
      <h1>{t('approvals')}</h1>
      <p className="faint">{t('approvalsHint')}</p>
      {!isSupervisor && !atCounter && <Alert type="info" showIcon title={t('noApprovals')} />}
      {isSupervisor && <CasesToApprove />}
      {atCounter && (
        <>
          <MandatesToApprove />
          <ConfirmMandate />
          <RegisterCorrections />
        </>
      )}
    </>
  );
}
