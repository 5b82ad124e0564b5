import type { DepartmentFile, ItemEntry, Letterhead } from '@lianban/catalogue';
import type { WorkingDays } from '../calendar/working-days';
import { type Limits, provisionalLimits } from '../lifecycle/clock';
import type { Ruling, StepRequest } from '../lifecycle/item';
import type { DecisionWrit, Writ } from '../lifecycle/writ';
import { appealDays } from './appeal-days';
import type { Wording } from './wording-1';
import { type Text, dayWords, factLines, groundWords, reasonWords, same, wantedWords } from './words';

/** Lines under a heading; the first part of a writ has none. */
export interface WritPart {
  readonly heading?: Text;
  readonly lines: readonly Text[];
}

/** What the text of a writ is made of besides its own data. */
export interface Context {
  readonly application: string;
  readonly item: ItemEntry | undefined;
  readonly file: DepartmentFile;
  readonly letterhead: Letterhead;
  readonly wording: Wording;
  readonly calendar: WorkingDays;
  /** Of a decision: its own, or the case's. */
  readonly ruling: Ruling | undefined;
  /** The number of the writ it takes the place of. */
  readonly before: string | undefined;
  /** By what its limits were counted. */
  readonly request: Pick<StepRequest, 'statutoryCalendarDays'>;
}

/** The body of a writ: what, why, by what law and, of a decision, what can be done against it (行政许可法 art. 38). */
export function writParts(writ: Writ, context: Context): readonly WritPart[] {
  const { item, letterhead, wording } = context;
  const laws = item?.legalBasis ?? [];
  // The articles of 行政许可法 bind who decides by it; an allowance has its own law.
  const isLicence = letterhead.licenses || laws.some(({ zh }) => zh.includes('行政许可法'));
  const law = { heading: wording.sentences.law, lines: [...laws, ...(isLicence ? [wording.articles[writ.kind]] : [])] };
  return [...bodyOf(writ, context), ...(law.lines.length > 0 ? [law] : []), ...appealOf(writ, context)];
}

const bodyOf = (writ: Writ, context: Context): readonly WritPart[] => {
  const { file, item, wording } = context;
  const { sentences: say } = wording;
  const about = { item: item?.name ?? file.name, application: same(context.application) };
  const reason = (code: string): Text => reasonWords(code, file);
  switch (writ.kind) {
    case 'acceptance':
      return [
        {
          lines: [
            fill(say.accepted, { ...about, day: dayWords(writ.acceptedAt) }),
            ...(writ.deemed ? [say.deemed] : []),
            limits(writ, 0, context),
          ],
        },
      ];
    case 'supplement':
      return [
        { lines: [fill(say.missing, { ...about, day: dayWords(writ.answerBy) })] },
        {
          lines: writ.missing.map(({ code, note }) => {
            const wanted = wantedWords(code, item, file);
            // A rule's own sentence is in one language; the catalogue names what it asks for in both.
            return writ.by === 'officer' && note
              ? { zh: `${wanted.zh}：${note}`, en: `${wanted.en}: ${note}` }
              : wanted;
          }),
        },
        { lines: [say.lapse] },
      ];
    case 'pause':
      return [
        {
          lines: [
            fill(say.paused, { ...about, reason: reason(writ.reason), day: dayWords(writ.at) }),
            ...(writ.until ? [fill(say.pausedUntil, { day: dayWords(writ.until) })] : []),
            say.resumes,
          ],
        },
      ];
    case 'extension':
      return [
        {
          lines: [
            fill(say.extended, { ...about, reason: reason(writ.reason), days: same(String(writ.days)) }),
            limits(writ, writ.days, context),
          ],
        },
      ];
    case 'revocation':
      return [
        {
          lines: [
            fill(say.revoked, { ...about, before: formerDecision(context) }),
            fill(say.reason, { reason: reason(writ.reason) }),
          ],
        },
      ];
    default:
      return decision(writ, about, context);
  }
};

const decision = ({ kind, error }: DecisionWrit, about: Words, context: Context): readonly WritPart[] => {
  const { ruling, file, item, wording, before } = context;
  const { sentences: say } = wording;
  if (!ruling) return [];
  const facts = factLines(ruling.facts, item);
  const grounds = ruling.grounds.flatMap((ground) => {
    const words = groundWords(ground, file);
    const state = ground.met ? say.met : say.notMet;
    return words
      ? [
          {
            zh: `${words.rule.zh}：${words.text.zh}（${state.zh}）`,
            en: `${words.rule.en}: ${words.text.en} (${state.en})`,
          },
        ]
      : [];
  });
  const isCorrection = kind === 'correction';
  const former =
    before === undefined && !isCorrection
      ? []
      : [fill(isCorrection ? say.corrected : say.confirmed, { before: formerDecision(context) })];
  const wrong = error && say.error ? [fill(say.error, { reason: reasonWords(error, file) })] : [];
  return [
    {
      lines: [
        fill(ruling.outcome === 'granted' ? say.granted : say.refused, about),
        ...former,
        ...wrong,
        fill(say.reason, { reason: reasonWords(ruling.reason, file) }),
      ],
    },
    ...(facts.length > 0 ? [{ heading: say.result, lines: facts }] : []),
    ...(grounds.length > 0 ? [{ heading: say.grounds, lines: grounds }] : []),
  ];
};

const formerDecision = ({ before, wording: { sentences } }: Context): Text =>
  before === undefined ? sentences.formerDecision : same(before);

const limits = (of: Limits, extendedBy: number, { request, wording: { sentences: say } }: Context): Text => {
  const { promisedAt, statutoryAt } = of;
  if (!promisedAt || !statutoryAt) return say.undated;
  const marks = provisionalLimits(of, { ...request, extendedBy });
  const day = (at: Date, isProvisional: boolean): Text =>
    isProvisional && say.provisional ? fill(say.provisional, { day: dayWords(at) }) : dayWords(at);
  return fill(say.limits, {
    promised: day(promisedAt, marks.promised),
    statutory: day(statutoryAt, marks.statutory),
  });
};

const appealed = new Set(['grant', 'refusal', 'correction', 'revocation']);

const appealOf = ({ kind, at }: Writ, { letterhead, wording, calendar }: Context): readonly WritPart[] => {
  if (!appealed.has(kind)) return [];
  const { sentences: say } = wording;
  const until = appealDays(at, calendar);
  return [
    {
      heading: say.appeal,
      lines: [
        fill(say.reconsideration, { body: letterhead.reconsideration, day: dayWords(until.reconsideration) }),
        fill(say.lawsuit, { body: letterhead.court, day: dayWords(until.lawsuit) }),
      ],
    },
  ];
};

type Words = Readonly<Record<string, Text>>;

const fill = (sentence: Text, words: Words): Text => {
  const filled = (language: keyof Text): string =>
    sentence[language].replace(/\{(\w+)\}/g, (place, name: string) => words[name]?.[language] ?? place);
  return { zh: filled('zh'), en: filled('en') };
};
