/** Zhengzhou 郑州: its districts and counties begin so. */
const CITY = '4101';

/** @param district code of a division (GB/T 2260) */
export const isOfCity = (district: string): boolean => district.startsWith(CITY);
