import { moderateLoss } from '../../src/demo/elderly-parent';

/**
 * One automatic item of each of four departments, side by side: nobody has to do anything for it to be completed. Handed in at a counter,
 * where the papers were seen: on copies that nobody saw no rule grants.
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

/** What is on the topics about one of them: announced, four steps asked, accepted and decided, four own facts, ended. */
export const stepsOfFour = ['registration', 'relief', 'ability-assessment', 'home-adaptation'] as const;
