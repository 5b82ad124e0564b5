/** A community or village 社区/村 by its 12-digit code of the statistical divisions. */
export const isCommunityCode = (code: string): boolean => /^\d{12}$/.test(code);

/** Its district or county: the first six digits. */
export const districtOf = (communityCode: string): string => communityCode.slice(0, 6);
