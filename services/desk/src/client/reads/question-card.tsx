import { Alert, Button, Card, Input } from 'antd';
import { useId, useState } from 'react';
import type { DeskReadQuestionList } from '@lianban/rest-client';
import { useAnswerRead } from '../api/reads';
import { useWords } from '../i18n/language';
import { useProblemWords } from '../shell/problem-words';
import { momentText } from '../view/dates';
import { useNames } from '../view/names';
import { useOfficerNames } from '../view/officers';
import { purposeWords } from './purpose-words';

/** One question, with its answer or the form for it. */
export function QuestionCard({ question }: { readonly question: DeskReadQuestionList['questions'][number] }) {
  const { t, language } = useWords();
  const said = useProblemWords();
  const nameOf = useOfficerNames();
  const { itemName } = useNames();
  const answer = useAnswerRead();
  const [text, setText] = useState('');
  const field = useId();
  const { id, reader, caseId, purpose, askedAt, answeredAt } = question;
  const officer = nameOf(reader.replace(/^\w+:/, ''));
  // Of a case people know the number; the step is the desk's.
  const number = caseId.includes('/') ? caseId.slice(0, caseId.indexOf('/')) : '';
  const title = [officer, purposeWords(purpose, t, itemName), number].filter(Boolean).join(' · ');
  return (
    <Card size="small" title={title}>
      <p className="faint">{t('askedAboutRead', { at: momentText(askedAt, language) })}</p>
      {question.answer === undefined ? (
        <>
          <label htmlFor={field}>{t('readAnswerLabel')}</label>
          <Input.TextArea
            id={field}
            value={text}
            maxLength={2000}
            rows={2}
            onChange={({ target }) => setText(target.value)}
          />
          {answer.error && <Alert type="error" title={said(answer.error)} />}
          <Button disabled={text.trim() === ''} loading={answer.isPending} onClick={() => answer.mutate({ id, text })}>
            {t('readAnswerSend')}
          </Button>
        </>
      ) : (
        <>
          <p dir="auto">{question.answer}</p>
          <small>{momentText(answeredAt, language)}</small>
        </>
      )}
    </Card>
  );
}
