/** An ID number as it may be shown: the area and the last character only. Of anything else nothing is shown. */
export const maskIdNumber = (idNumber: string): string =>
  idNumber.length === 18 ? `${idNumber.slice(0, 6)}${'*'.repeat(11)}${idNumber.slice(-1)}` : '*'.repeat(18);
