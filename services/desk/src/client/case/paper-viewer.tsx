import { Alert, Button, Flex, Spin } from 'antd';
import { useState } from 'react';
import { paperAddress, usePaper } from '../api/paper';
import { fill } from '../i18n/fill';
import { useWords } from '../i18n/language';
import { PaperImage } from './paper-image';
import { PaperPdf } from './paper-pdf';
import { paperWords } from './paper-words';
import type { Look, PaperPage } from './papers';

interface Props {
  readonly id: string;
  readonly page: PaperPage;
  readonly name: string;
  readonly previous: (() => void) | undefined;
  readonly next: (() => void) | undefined;
  close(): void;
}

const zooms = [0.5, 0.75, 1, 1.5, 2, 3, 4];
const widest = zooms.length - 1;
const fits = zooms.indexOf(1);

/** One page in place, beside the form the officer fills in: larger, turned, and on to the next. */
export function PaperViewer({ id, page, name, previous, next, close }: Props) {
  const { text } = useWords();
  const [step, setStep] = useState(fits);
  const [turned, setTurned] = useState(0);
  const { data: content, error } = usePaper(id, page.reference);
  const look: Look = { zoom: zooms[step] ?? 1, turned };
  const label = fill(text(paperWords.viewer), { name });
  return (
    <section className="paper-viewer" aria-label={label}>
      <Flex gap="small" wrap align="center">
        <Button disabled={!previous} onClick={previous}>
          {text(paperWords.previous)}
        </Button>
        <Button disabled={!next} onClick={next}>
          {text(paperWords.next)}
        </Button>
        <Button disabled={step === 0} onClick={() => setStep(step - 1)}>
          {text(paperWords.smaller)}
        </Button>
        <Button disabled={step === widest} onClick={() => setStep(step + 1)}>
          {text(paperWords.larger)}
        </Button>
        <Button onClick={() => setTurned((turned + 90) % 360)}>{text(paperWords.turn)}</Button>
        <a href={paperAddress(id, page.reference)} target="_blank" rel="noreferrer">
          {text(paperWords.apart)}
        </a>
        <Button type="text" onClick={close}>
          {text(paperWords.close)}
        </Button>
      </Flex>
      {error && <Alert type="error" title={text(paperWords.away)} />}
      {!content && !error && <Spin />}
      {content && (
        <div className="paper" tabIndex={0} role="group" aria-label={label}>
          {content.type === 'application/pdf' ? (
            <PaperPdf content={content} look={look} name={name} />
          ) : (
            <PaperImage content={content} look={look} name={name} />
          )}
        </div>
      )}
    </section>
  );
}
