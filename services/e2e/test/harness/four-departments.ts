import { moderateLoss } from '../../src/demo/elderly-parent';

/** One automatic item of each of four departments, side by side: nobody has to do anything for it to be completed. */
export const fourDepartments = {
  package: 'bench-four-departments',
  answers: {
    reason: 'contract-ended',
    assessment: moderateLoss,
    ownerConsent: true,
    touchesStructure: false,
  },
  materials: [
    { code: 'household-authorisation', grade: 'D', reference: 'upload-1' },
    { code: 'ownership-proof', grade: 'B', reference: 'upload-2' },
    { code: 'adaptation-plan', grade: 'C', reference: 'upload-3' },
  ],
};

/** What is on the topics about one of them: announced, four steps asked, accepted and decided, four own facts, ended. */
export const stepsOfFour = ['registration', 'relief', 'ability-assessment', 'home-adaptation'] as const;
