import type { Evidence, ItemRules, Verdict } from '@lianban/casework';
import type { Refusal } from '@lianban/model';
import { textOf, verdictOf } from '@lianban/rules';

/** What one may move here for. Demo values: of the city's own conditions only a notice of 2003 was found. */
export const MOVE_TABLE = {
  version: 'demo-2026',
  grounds: ['home', 'job', 'spouse', 'parents', 'child', 'study', 'talent'],
} as const;

/**
 * Item register-move 户口迁移 (户口登记条例 art. 10, 13): a move-in permit on a ground an officer found proved (findings
 * { proof: 'proved' | 'not-proved' }), then the entry within three days. Facts { moveInPermit }; never compensated (art. 17).
 */
export const registerMove: ItemRules = { code: 'register-move', completeOnly: true, rule };

function rule({ request, findings }: Evidence): Verdict | Refusal {
  const { proof } = findings;
  if (proof !== 'proved' && proof !== 'not-proved')
    return {
      refused: 'proof-open',
      detail: 'Say whether the ground is "proved" or "not-proved".',
      pointer: '/findings/proof',
    };
  const ground = textOf(request.answers, 'movesFor');
  const isKnown = MOVE_TABLE.grounds.some((each) => each === ground);
  return verdictOf(
    [
      {
        code: 'move-ground',
        version: MOVE_TABLE.version,
        facts: { ground },
        met: isKnown && proof === 'proved',
        reason: 'ground-not-proved',
      },
    ],
    { moveInPermit: `MI-${request.applicationNumber}` },
  );
}
