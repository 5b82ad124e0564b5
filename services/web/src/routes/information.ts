import { informationPage } from '../views/information';
import { accessibility, help, privacy } from '../words/information';
import { get } from './route';

export const information = [
  get('/help', () => informationPage(help)),
  get('/privacy', () => informationPage(privacy)),
  get('/accessibility', () => informationPage(accessibility)),
];
