import type { residents } from '@lianban/protos';

/** Invented organisations of the demonstration; no business register has their codes. */
export const demoOrganisations: readonly residents.v1.Organisation[] = [
  {
    creditCode: '91410105MA990001XW',
    name: '郑州示例餐饮有限公司',
    kind: 'company',
    legalRepresentative: 'father-1',
    district: '410105',
    status: 'active',
  },
  {
    creditCode: '92410105MA9900028R',
    name: '金水区示例面馆',
    kind: 'individual-business',
    legalRepresentative: 'mother-3',
    district: '410105',
    status: 'active',
  },
  {
    creditCode: '93410122MA99000365',
    name: '中牟示例蔬菜种植专业合作社',
    kind: 'cooperative',
    legalRepresentative: 'father-2',
    district: '410122',
    status: 'active',
  },
];
