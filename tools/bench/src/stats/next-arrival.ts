/** The wait until the next of many independent arrivals, in the unit of `mean`: residents do not apply in step. */
export const nextArrival = (mean: number, random: () => number): number => -mean * Math.log(1 - random());
