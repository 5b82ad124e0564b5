import type { Table } from './both';

/** Districts by area code (GB/T 2260-2007). Demo values of 2026: those of Zhengzhou; a city has its own. */
export const districts: Table = {
  '410102': ['中原区', 'Zhongyuan'],
  '410103': ['二七区', 'Erqi'],
  '410104': ['管城回族区', 'Guancheng'],
  '410105': ['金水区', 'Jinshui'],
  '410106': ['上街区', 'Shangjie'],
  '410108': ['惠济区', 'Huiji'],
  '410122': ['中牟县', 'Zhongmu'],
  '410181': ['巩义市', 'Gongyi'],
  '410182': ['荥阳市', 'Xingyang'],
  '410183': ['新密市', 'Xinmi'],
  '410184': ['新郑市', 'Xinzheng'],
  '410185': ['登封市', 'Dengfeng'],
};
