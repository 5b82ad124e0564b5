import { Spin } from 'antd';
import { useWaitingCorrections } from '../api/approvals';
import { Failure } from '../shell/failure';
import { useWords } from '../i18n/language';
import { RegisterCorrection } from './register-correction';

/** What residents ask to have corrected in the register, the longest waiting first. */
export function RegisterCorrections() {
  const { t } = useWords();
  const { data, error, refetch } = useWaitingCorrections(true);
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />;
  return (
    <section aria-labelledby="register-corrections">
      <h2 id="register-corrections">{t('registerCorrections')}</h2>
      {!data && <Spin />}
      {data?.length === 0 && <p>{t('nothingWaits')}</p>}
      {data?.map((correction) => (
        <RegisterCorrection key={correction.id} of={correction} />
      ))}
    </section>
  );
}
