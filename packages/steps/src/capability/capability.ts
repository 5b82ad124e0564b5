/** What a department may ask a register by its duty: about one resident, for one case and purpose. */
export interface Capability {
  /** The service that may ask. */
  readonly department: string;
  readonly caseId: string;
  readonly residentId: string;
  /** Whom the case is about, when not the resident: the department may ask about them as well. */
  readonly subjectId?: string;
  /** The item of the case. */
  readonly purpose: string;
}

/** Of the header: nothing else that is signed may pass for one. */
export const capabilityType = 'capability+jwt';
export const capabilityAlgorithm = 'EdDSA';
/** Who asks departments, and alone can say that a case is theirs. */
export const capabilityIssuer = 'applications';
