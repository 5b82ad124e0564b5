import { Button, Spin } from 'antd';
import { useReadQuestions } from '../api/reads';
import { useWords } from '../i18n/language';
import { Failure } from '../shell/failure';
import { LookUps } from './look-ups';
import { QuestionCard } from './question-card';

/** What a supervisor answers for: residents' questions about looks of the department, and who looked people up at a counter. */
export default function ReadsPage() {
  const { t } = useWords();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useReadQuestions();
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />;
  const questions = data?.pages.flatMap((page) => page.questions);
  return (
    <>
      <h1>{t('reads')}</h1>
      <h2>{t('readQuestions')}</h2>
      <p className="faint">{t('readQuestionsHint')}</p>
      {questions ? null : <Spin size="large" />}
      {questions?.length === 0 && <p>{t('noReadQuestions')}</p>}
      {questions?.map((question) => (
        <QuestionCard key={question.id} question={question} />
      ))}
      {hasNextPage && (
        <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('moreQuestions')}
        </Button>
      )}
      <LookUps />
    </>
  );
}
