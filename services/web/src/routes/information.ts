import { informationPage } from '../views/information';
import { accessibility, help, privacy } from '../i18n/information';
import { get } from './route';

export const information = [
  get('/help', () => informationPage(help)),
  get('/privacy', () => informationPage(privacy)),
  get('/accessibility', () => informationPage(accessibility)),
];
