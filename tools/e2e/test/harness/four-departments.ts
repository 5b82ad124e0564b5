import { moderateLoss } from '../../src/demo/elderly-parent';

/**
 * One automatic item of each of four departments, in parallel; it is completed without any officer. Submitted at a counter, where
 * an officer has seen the papers, because no rule grants on copies alone.
 */
export const fourDepartments = {
  package: 'bench-four-departments',
  answers: {
    reason: 'contract-ended',
    assessment: moderateLoss,
    ownerConsent: true,
    touchesStructure: false,
  },
  materials: [
    { code: 'ownership-proof', grade: 'B', reference: 'BD-2026-000001' },
    { code: 'adaptation-plan', grade: 'B', reference: 'FA-2026-000001' },
  ],
};

/** Records per application: submitted, four steps requested, four accepted and decided, four own facts, ended. */
export const stepsOfFour = ['registration', 'relief', 'ability-assessment', 'home-adaptation'] as const;
