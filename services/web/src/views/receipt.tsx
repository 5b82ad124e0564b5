import type { ReactElement } from 'react';
import type { Application, OwnWrits } from '@lianban/rest-client';
import { applications } from '../i18n/applications';
import { useDepartmentName } from '../i18n/departments';
import { writs as words } from '../i18n/writs';
import { type Page, page } from '../page/page';
import { useReader } from '../page/reader';
import { day } from '../parts/format';
import { usePdf } from '../parts/writs-section';
import { PrintedSheet, SheetPart } from './writ';

/** The receipt of a submission 收件回执, as in its PDF. */
export const receiptPage = (of: Application, told: OwnWrits | undefined, name: string): Page =>
  page(words.receipt, <ReceiptView of={of} told={told} name={name} />);

interface Props {
  readonly of: Application;
  readonly told: OwnWrits | undefined;
  readonly name: string;
}

function ReceiptView({ of, told, name }: Props): ReactElement {
  const pdf = usePdf();
  const departmentName = useDepartmentName();
  const { language } = useReader();
  const at = of.submittedAt ?? '';
  const papers = new Map(
    (told?.steps ?? []).flatMap(({ handedIn = [] }) => handedIn.map((each) => [each.name.zh, each.name])),
  );
  const number = `${language === 'en' ? applications.number.en : applications.number.zh} ${of.applicationNumber}`;
  return (
    <PrintedSheet
      of={of}
      organ={words.platform}
      title={words.receipt}
      number={number}
      name={name}
      pdf={pdf(`${of.applicationNumber}/receipt.pdf`)}
    >
      <SheetPart lines={[words.received(of.name, { zh: day(at, 'zh-CN'), en: day(at, 'en') })]} />
      <SheetPart
        heading={words.steps}
        lines={of.steps.map((step) => {
          const department = departmentName(step.department);
          return { zh: `${step.name.zh} · ${department.zh}`, en: `${step.name.en} · ${department.en}` };
        })}
      />
      <SheetPart heading={words.handedIn} lines={papers.size > 0 ? [...papers.values()] : [words.noPapers]} />
      <SheetPart lines={[words.notYet]} />
    </PrintedSheet>
  );
}
