import { Alert } from 'antd';
import { useState } from 'react';
import type { Person } from '@lianban/rest-client';
import { useHere } from '../shell/here';
import { useWords } from '../i18n/language';
import { IntakeForm } from './intake-form';
import { LookUp } from './look-up';
import { type HandedIn, Receipt } from './receipt';

/**
 * The counter: find the resident, fill in the form together, submit it. State is kept per person and dropped before the next
 * one, so that no input of one client is seen in another's form.
 */
export default function CounterPage() {
  const { t } = useWords();
  const { scopes } = useHere();
  const [turn, setTurn] = useState(0);
  return (
    <>
      <h1>{t('counter')}</h1>
      {scopes.includes('counter') ? (
        <OneClient key={turn} next={() => setTurn(turn + 1)} />
      ) : (
        <Alert type="warning" showIcon title={t('noCounter')} />
      )}
    </>
  );
}

function OneClient({ next }: { next(): void }) {
  const [person, setPerson] = useState<Person>();
  const [handedIn, setHandedIn] = useState<HandedIn>();
  if (handedIn) return <Receipt of={handedIn} next={next} />;
  if (person) return <IntakeForm person={person} cancel={next} done={setHandedIn} />;
  return <LookUp found={setPerson} />;
}
