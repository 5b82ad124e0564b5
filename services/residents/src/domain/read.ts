import type { Refusal } from '@lianban/model';

/** Somebody wants to know something about a resident. */
export interface RecordRead {
  readonly residentId: string;
  /** The service or officer who reads. */
  readonly reader: string;
  /** The case it is needed for. */
  readonly caseId: string;
  readonly purpose: string;
  /** Of the officer who reads. */
  readonly department?: string;
  /** Names of the fields read, never their values. */
  readonly fields: readonly string[];
  readonly basis?: ReadBasis;
  /** Others of the household, whose savings and income were read with it. */
  readonly concerned?: readonly string[];
}

/** By what right: it is one's own, by a mandate, with a consent, by a duty, or because somebody asked for it in person. */
export type ReadBasis = 'own' | 'mandate' | 'consent' | 'duty' | 'request';

/** What the resident is shown about it; one document per read. */
export interface ReadRecorded extends RecordRead {
  readonly type: 'ReadRecorded';
  readonly at: Date;
}

/**
 * The record without which no data is handed out. Refused with "read-without-reason" when reader, case or purpose is
 * left out (个人信息保护法 art. 6: a clear purpose, and no more than it needs).
 */
export function recordRead(read: RecordRead, at: Date): ReadRecorded | Refusal {
  const { residentId, reader, caseId, purpose, department, fields, basis, concerned = [] } = read;
  const absent = Object.entries({ residentId, reader, caseId, purpose }).filter(([, value]) => value.trim() === '');
  const names = [...absent.map(([name]) => name), ...(fields.length === 0 ? ['fields'] : [])];
  if (names.length > 0)
    return {
      refused: 'read-without-reason',
      detail: `Every read of a resident's data must say: ${names.join(', ')}.`,
      pointer: `/${names[0]}`,
    };
  return {
    type: 'ReadRecorded',
    residentId,
    reader,
    caseId,
    purpose,
    fields: [...fields],
    ...(department && { department }),
    ...(basis && { basis }),
    ...(concerned.length > 0 && { concerned: [...concerned] }),
    at,
  };
}
