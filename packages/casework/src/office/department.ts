import { loadDepartment } from '@lianban/catalogue';
import type { Question, About } from '@lianban/engine';
import { chineseWorkingDays } from '../calendar/chinese-working-days';
import type { CaseEvent } from '../lifecycle/events';
import type { CaseState } from '../lifecycle/state';
import { announceCase } from '../contract/announcements';
import { caseDecider } from '../lifecycle/case-decider';
import { hearSteps } from '../contract/reactions';
import { workIndexes } from '../lifecycle/work-queue';
import type { GrpcService } from '@lianban/grpc';
import { type AnyKind, type Asking, type Order, kind, type Announcements } from '@lianban/model';
import type { App, ServiceSpec } from '@lianban/runtime';
import { CASES } from './cases';
import { cataloguedItems } from './catalogued';
import { serveDesk } from './desk';
import type { ItemRules } from './item-rules';
import { notes } from './notes';

/** Own facts beside what casework.v1 says: entries that replace the common ones. */
export type CaseAnnouncements = Partial<Announcements<CaseEvent, CaseState>>;
/** Which own events raise a question to another service. */
export type CaseAsk = (event: CaseEvent, state: CaseState, id: string) => readonly Asking[];
/** Commands for other documents of the department, decided in the same transaction. */
export type CaseFollow = (event: CaseEvent, state: CaseState, id: string) => readonly Order[];

/** What makes a department this department. */
export interface DepartmentParts {
  readonly name: string;
  /** Its own: catalogue.yaml stands there. */
  readonly folder: string;
  readonly items: readonly ItemRules[];
  readonly announce?: CaseAnnouncements;
  readonly questions?: Readonly<Record<string, Question>>;
  readonly ask?: CaseAsk;
  readonly follow?: CaseFollow;
  readonly kinds?: readonly AnyKind[];
  readonly grpc?: (app: App) => readonly GrpcService[];
}

/**
 * A department: hears the steps that applications ask of it, keeps one case for each, decides by its items' rules or an
 * officer's hand, and says so. The lifecycle is the same for all and lives in casework; only the rules differ.
 */
export function department(parts: DepartmentParts): ServiceSpec<void> {
  const { name, folder, announce, questions = {}, ask, follow, kinds = [], grpc } = parts;
  return {
    name,
    compose() {
      const items = cataloguedItems(parts.items, loadDepartment(folder));
      const decider = caseDecider({ items, workingDays: chineseWorkingDays });
      const cases = kind({
        name: CASES,
        decider,
        announce: { ...announceCase, ...announce },
        begins: ['ReceiveStep'],
        indexes: workIndexes,
        ...(ask && { ask }),
        ...(follow && { follow }),
      });
      return {
        kinds: [cases, notes, ...kinds],
        hears: [
          {
            topic: 'applications.v1',
            department: name,
            reactions: hearSteps(CASES),
            counts: ({ subject }: About) => ({ kind: CASES, id: subject }),
          },
        ],
        questions,
        grpc: (app) => [serveDesk(app, decider, items), ...(grpc?.(app) ?? [])],
      };
    },
  };
}
