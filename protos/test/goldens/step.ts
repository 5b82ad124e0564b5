/** The step the samples of casework.v1 are about. */
export const ref = {
  applicationNumber: 'LB-310115-20260302-000042',
  step: 'home-adaptation',
  item: 'home-adaptation-permit',
  department: 'permits',
};
export const at = (time: string) => new Date(`2026-03-${time}Z`);
