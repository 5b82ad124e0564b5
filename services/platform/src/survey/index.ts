export { surveyCity } from './survey-city';
export type { CitySurvey, SurveyedService } from './survey-city';
export type { Heard } from './services-of';
