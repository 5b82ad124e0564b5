import { Button, Descriptions, Flex, Result } from 'antd';
import { useOwnWords } from '../i18n/own-words';
import { useWords } from '../i18n/language';
import { wholeDayText } from '../view/dates';
import { counterWords } from './words';

/** An application that was handed in at the counter. */
export interface HandedIn {
  readonly number: string;
  readonly applicant: string;
  readonly service: string;
  readonly papers: readonly { readonly name: string; readonly pages: number }[];
  readonly officer: string;
  readonly at: string;
}

/** What the applicant takes home: printed, or read out. */
export function Receipt({ of, next }: { readonly of: HandedIn; next(): void }) {
  const { t, language } = useWords();
  const say = useOwnWords(counterWords);
  const papers = of.papers.map(({ name, pages }) => (pages > 1 ? say('pages', { name, count: pages }) : name));
  const rows = [
    { key: 'number', label: say('number'), children: <strong>{of.number}</strong> },
    { key: 'applicant', label: say('applicant'), children: <bdi>{of.applicant}</bdi> },
    { key: 'service', label: say('service'), children: of.service },
    { key: 'papers', label: say('papers'), children: papers.join('、') || say('noPapers') },
    { key: 'at', label: say('receivedAt'), children: wholeDayText(of.at, language) },
    { key: 'by', label: say('receivedBy'), children: <bdi>{of.officer}</bdi> },
  ];
  return (
    <>
      <Result status="success" title={t('submitted')} subTitle={t('submittedNumber', { number: of.number })} />
      <section className="receipt narrow" aria-label={say('receipt')}>
        <h2>{say('receipt')}</h2>
        <Descriptions bordered size="small" column={1} items={rows} />
        <p>{say('follow')}</p>
      </section>
      <Flex gap="small" justify="center" className="no-print">
        <Button type="primary" onClick={next}>
          {t('another')}
        </Button>
        <Button onClick={() => window.print()}>{say('print')}</Button>
      </Flex>
    </>
  );
}
