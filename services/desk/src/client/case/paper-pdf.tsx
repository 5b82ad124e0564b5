import { Alert, Button, Flex } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { fill } from '../i18n/fill';
import { useWords } from '../i18n/language';
import { paperWords } from './paper-words';
import type { Look } from './papers';

interface Props {
  readonly content: Blob;
  readonly look: Look;
  readonly name: string;
}

/** Drawn sharper than the screen shows, so that small print can be read. */
const sharpness = 1.5;

/** A PDF, a page at a time. Its reader is loaded with the first PDF somebody opens; it runs nothing that stands in the file. */
export function PaperPdf({ content, look, name }: Props) {
  const { text } = useWords();
  const [at, setAt] = useState(1);
  const canvas = useRef<HTMLCanvasElement>(null);
  const { pages, isUnreadable } = useDrawn(canvas, content, at, look);
  if (isUnreadable) return <Alert type="warning" title={text(paperWords.unreadable)} />;
  return (
    <>
      {pages > 1 && (
        <Flex gap="small" align="center">
          <Button size="small" disabled={at === 1} onClick={() => setAt(at - 1)} aria-label={text(paperWords.previous)}>
            ‹
          </Button>
          <span>{fill(text(paperWords.of), { nth: at, all: pages })}</span>
          <Button size="small" disabled={at === pages} onClick={() => setAt(at + 1)} aria-label={text(paperWords.next)}>
            ›
          </Button>
        </Flex>
      )}
      <canvas ref={canvas} role="img" aria-label={name} style={{ width: `${look.zoom * 100}%` }} />
    </>
  );
}

/** Draws a page whenever what is looked at changes. A newer drawing ends the one before. */
function useDrawn(canvas: { current: HTMLCanvasElement | null }, content: Blob, at: number, look: Look) {
  const [drawn, setDrawn] = useState({ pages: 0, isUnreadable: false });
  const { zoom, turned } = look;
  useEffect(() => {
    let isOver = false;
    let end = () => undefined as void;
    const draw = async () => {
      const { getDocumentProxy } = await import('unpdf');
      const document = await getDocumentProxy(new Uint8Array(await content.arrayBuffer()), { verbosity: 0 });
      const page = await document.getPage(Math.min(at, document.numPages));
      const place = canvas.current;
      if (isOver || !place) return;
      const natural = page.getViewport({ scale: 1, rotation: (page.rotate + turned) % 360 });
      const scale = ((place.parentElement?.clientWidth ?? natural.width) / natural.width) * zoom * sharpness;
      const viewport = page.getViewport({ scale, rotation: (page.rotate + turned) % 360 });
      place.width = viewport.width;
      place.height = viewport.height;
      const drawing = page.render({ canvas: place, viewport });
      end = () => drawing.cancel();
      await drawing.promise;
      setDrawn({ pages: document.numPages, isUnreadable: false });
    };
    draw().catch(() => isOver || setDrawn({ pages: 0, isUnreadable: true }));
    return () => {
      isOver = true;
      end();
    };
  }, [canvas, content, at, zoom, turned]);
  return drawn;
}
