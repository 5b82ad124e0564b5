import { Button, Spin } from 'antd';
import { useNavigate, useParams } from 'react-router';
import { useCase } from '../api/hooks';
import { useOwnWords } from '../i18n/own-words';
import { Failure } from '../shell/failure';
import { useHere } from '../shell/here';
import { useNames } from '../view/names';
import { DecideForm } from './decide-form';
import { findingsWords } from './findings-words';
import { mayFill } from './possible-acts';
import { useCaseActs } from './use-case-acts';

/** A form of many scores, on a page of its own: at the bedside it is filled in on a tablet. */
export default function AssessmentPage() {
  const { number = '', step = '' } = useParams();
  const id = `${number}/${step}`;
  const own = useOwnWords(findingsWords);
  const { id: me } = useHere();
  const names = useNames();
  const navigate = useNavigate();
  const { data: found, error, refetch } = useCase(id);
  const acts = useCaseActs(id, found);
  const back = () => void navigate(`/cases/${id}`);
  if (error && !found) return <Failure error={error} retry={() => void refetch()} />;
  if (!found) return <Spin size="large" />;
  return (
    <>
      <Button type="link" onClick={back}>
        ← {number}
      </Button>
      <h1>
        {own('assessment')} · {names.itemName(found.item)}
      </h1>
      {mayFill(found, me) ? (
        <div className="sheet">
          <DecideForm key={id} found={found} acts={acts} close={back} />
        </div>
      ) : (
        <p>{own('closed')}</p>
      )}
    </>
  );
}
