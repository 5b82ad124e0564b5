/** A number as it may be shown: of 18 characters the area and the last one, of others the last three; of a short one nothing. */
export function maskIdNumber(idNumber: string): string {
  if (idNumber.length === 18) return `${idNumber.slice(0, 6)}${'*'.repeat(11)}${idNumber.slice(-1)}`;
  return idNumber.length < 8 ? '*'.repeat(18) : `${'*'.repeat(idNumber.length - 3)}${idNumber.slice(-3)}`;
}
