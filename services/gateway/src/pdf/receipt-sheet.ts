import type { applications, casework } from '@lianban/protos';
import type { Sheet } from './sheet';
import { type SheetLanguage, sheetDay } from './writ-sheet';

const words = {
  'zh-CN': {
    organ: '政务服务平台',
    title: '收件回执',
    to: (name: string) => `${name}：`,
    received: (what: string, day: string) => `我们已于${day}收到您提交的“${what}”申请。`,
    number: (number: string) => `办件编号：${number}`,
    steps: '由以下环节办理',
    handedIn: '各部门已收到的材料',
    none: '还没有部门收到材料；收到后会列在这里。',
    notYet: '本回执只说明已经收到，不表示受理或者批准。受理由各部门另发受理通知书（《行政许可法》第三十二条）。',
  },
  en: {
    organ: 'Public service platform',
    title: 'Receipt of submission',
    to: (name: string) => `To ${name}`,
    received: (what: string, day: string) => `We received your application “${what}” on ${day}.`,
    number: (number: string) => `Application number: ${number}`,
    steps: 'What is decided, and by whom',
    handedIn: 'Papers the departments have received',
    none: 'No department has received any yet; they are listed here once one has.',
    notYet:
      'This says only that it was received: not that it is accepted or granted. Each department sends its own notice of acceptance (Administrative Licensing Law art. 32).',
  },
} as const;

interface Received {
  readonly application: applications.v1.Application;
  readonly handedIn: readonly casework.v1.HandedIn[];
  /** Names of departments by their codes. */
  readonly departments: ReadonlyMap<string, casework.v1.WritText>;
}

/** What a resident can show of having applied: number, day, what for, what was handed in. */
export function receiptSheet(
  { application, handedIn, departments }: Received,
  addressee: string,
  language: SheetLanguage,
): Sheet {
  const say = words[language];
  const key = language === 'en' ? 'en' : 'zh';
  const { applicationNumber, name, submittedAt, steps } = application;
  const day = submittedAt ? sheetDay(submittedAt, language) : '';
  const papers = handedIn.map((each) => each.name?.[key] ?? '');
  return {
    language,
    organ: say.organ,
    title: say.title,
    number: say.number(applicationNumber),
    addressee: say.to(addressee),
    parts: [
      { lines: [say.received(name?.[key] ?? '', day)] },
      {
        heading: say.steps,
        lines: steps.map((step) =>
          [step.name?.[key], departments.get(step.department)?.[key]].filter(Boolean).join(' · '),
        ),
      },
      { heading: say.handedIn, lines: papers.length > 0 ? [...new Set(papers)] : [say.none] },
    ],
    signature: [day],
    notes: [say.notYet],
  };
}
