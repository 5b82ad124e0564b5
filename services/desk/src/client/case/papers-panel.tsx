import { Button, Tag, Tooltip } from 'antd';
import type { Case } from '@lianban/rest-client';
import { useState } from 'react';
import { fill } from '../i18n/fill';
import { useWords } from '../i18n/language';
import type { TextKey } from '../i18n/zh';
import { dayText } from '../view/dates';
import { useNames } from '../view/names';
import { PaperViewer } from './paper-viewer';
import { paperWords } from './paper-words';
import { type PaperPage, isUploaded, pagesToShow, papersOf } from './papers';

/** The papers of a case with their pages, the day of each, and a viewer: what came before stays beside what came later. */
export function PapersPanel({ found: { id, materials } }: { readonly found: Case }) {
  const { t } = useWords();
  const { materialName } = useNames();
  const [open, setOpen] = useState<string>();
  const shown = pagesToShow(materials);
  const at = shown.findIndex(({ reference }) => reference === open);
  const page = shown[at];
  return (
    <>
      <h3>{t('materials')}</h3>
      {materials.length === 0 && <p className="faint">{t('noMaterials')}</p>}
      <ul className="materials">
        {papersOf(materials).map(({ code, pages }) =>
          pages.map((each) => (
            <PageRow
              key={each.reference}
              name={materialName(code) || code}
              page={each}
              isOneOfMany={pages.length > 1}
              open={() => setOpen(each.reference)}
            />
          )),
        )}
      </ul>
      {page && (
        <PaperViewer
          key={page.reference}
          id={id}
          page={page}
          name={materialName(page.code) || page.code}
          previous={at > 0 ? () => setOpen(shown[at - 1]?.reference) : undefined}
          next={at < shown.length - 1 ? () => setOpen(shown[at + 1]?.reference) : undefined}
          close={() => setOpen(undefined)}
        />
      )}
    </>
  );
}

/** Stands in the place of a paper that was promised online. */
const PROMISED = 'promised-online';

interface RowProps {
  readonly name: string;
  readonly page: PaperPage;
  readonly isOneOfMany: boolean;
  open(): void;
}

function PageRow({ name, page, isOneOfMany, open }: RowProps) {
  const { t, text, language } = useWords();
  const { grade, reference, handedInAt, nth } = page;
  const title = isOneOfMany ? `${name} · ${fill(text(paperWords.page), { nth })}` : name;
  const since = handedInAt
    ? fill(text(paperWords.supplemented), { day: dayText(handedInAt, language) })
    : text(paperWords.withApplication);
  return (
    <li>
      <span>{title}</span>
      <Tooltip title={t(`grade${grade}` as TextKey)}>
        <Tag tabIndex={0}>{t('grade', { grade })}</Tag>
      </Tooltip>
      <span className="faint">{since}</span>
      {isUploaded(page) ? (
        <Button size="small" onClick={open} aria-label={`${text(paperWords.open)} ${title}`}>
          {text(paperWords.open)}
        </Button>
      ) : reference === PROMISED ? (
        <span>{text(paperWords.promised)}</span>
      ) : (
        <code>{reference}</code>
      )}
    </li>
  );
}
