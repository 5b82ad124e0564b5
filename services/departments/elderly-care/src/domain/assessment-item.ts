import type { CheckedGround, Evidence, ItemRules, StepRequest, Verdict } from '@lianban/casework';
import type { Refusal } from '@lianban/model';
import { HIGHEST_TOTAL } from './ability-items';
import { assess, type AssessedLevel } from './assessment';
import { readAssessment } from './assessment-form';

/** Of GB/T 42195. */
const VERSION = '2022';

/** Only a rule may lean on the scores that came with the application: an officer signs what they themselves found. */
const formOf = ({ request, findings }: Evidence): unknown =>
  request.decidedBy === 'rule' && Object.keys(findings).length === 0 ? request.answers.assessment : findings;

/** A rule decides on the scores of an assessment that came with the application; an officer brings their own. */
function missing({ decidedBy, answers }: StepRequest): readonly string[] {
  if (decidedBy === 'officer') return [];
  if (answers.assessment === undefined || answers.assessment === null) return ['assessment'];
  const read = readAssessment(answers.assessment);
  if ('assessment' in read) return [];
  return read.wrong.map(({ field }) => (field === 'assessment' ? field : `assessment.${field}`));
}

function rule(evidence: Evidence): Verdict | Refusal {
  const read = readAssessment(formOf(evidence));
  if ('wrong' in read)
    return {
      refused: 'assessment-incomplete',
      detail: `The assessment cannot be used yet: ${read.wrong.map((w) => `${w.field} ${w.problem}`).join('; ')}.`,
      pointer: `/findings/${read.wrong[0]?.field ?? ''}`,
    };
  const assessed = assess(read.assessment);
  return {
    outcome: 'granted',
    reason: 'assessed',
    facts: { level: assessed.level, score: assessed.score },
    grounds: groundsOf(assessed),
  };
}

function groundsOf({ score, levelByScore, level, worsenedBy }: AssessedLevel): readonly CheckedGround[] {
  const total: CheckedGround = {
    code: 'ability-total',
    facts: { score: String(score), of: String(HIGHEST_TOTAL), level: String(levelByScore) },
    version: VERSION,
    met: true,
  };
  if (worsenedBy.length === 0) return [total];
  const facts = { level: String(level), by: worsenedBy.join(', ') };
  return [total, { code: 'ability-worsened', facts, version: VERSION, met: true }];
}

/**
 * Item elderly-ability-assessment 老年人能力评估. Says the level of ability, which later steps pay and plan by:
 * facts { level: 0–4, score: 0–90 }. Every complete assessment is granted; unusable scores are refused, all named.
 */
export const elderlyAbilityAssessment: ItemRules = { code: 'elderly-ability-assessment', missing, rule };
