/** The step the samples of casework.v1 are about. */
export const ref = {
  applicationNumber: 'LB-310115-20260302-000042',
  step: 'home-adaptation',
  item: 'home-adaptation-permit',
  department: 'permits',
};
export const at = (time: string) => new Date(`2026-03-${time}Z`);
/** A sealed part: one byte, the id of the key, a nonce, the sealed bytes. */
export const sealed = Buffer.from('07323032362d3132000102030405060708090a0b5f1e9c77d0', 'hex');
