/** Kinds of the security log that acts have by their route. */
export const actsByRoute: Readonly<Record<string, 'id-search' | 'disclosure' | 'mandate' | 'take-over' | 'mending'>> = {
  'POST /api/desk/residents/search': 'id-search',
  'POST /api/desk/cases/:number/:step/resident/disclosure': 'disclosure',
  'POST /api/desk/mandates/:mandate/confirmation': 'mandate',
  'POST /api/operator/applications/:number/steps/:step/take-over': 'take-over',
  'POST /api/operator/applications/:number/steps/:step/take-over/approval': 'take-over',
  'POST /api/operator/applications/:number/steps/:step/take-over/refusal': 'take-over',
  'POST /api/operator/services/:service/keys/:subject/mending': 'mending',
  'POST /api/operator/services/:service/keys/:subject/mending/approval': 'mending',
  'POST /api/operator/services/:service/keys/:subject/mending/refusal': 'mending',
};

/** Those of signing in and out, here or elsewhere. */
export const sessionActs: Readonly<Record<string, 'sign-in' | 'session-ended'>> = {
  'GET /auth/callback': 'sign-in',
  'POST /auth/role/:role': 'sign-in',
  'POST /auth/sign-out': 'session-ended',
  'POST /api/me/sessions/:session/end': 'session-ended',
  'POST /api/me/sessions/end-others': 'session-ended',
};

/** Looks at people beyond a case in hand: many of different people in a short time are a trawl. */
export const looksAtPeople: readonly string[] = [
  ...['POST /api/desk/residents/search', 'GET /api/desk/cases/:number/:step'],
  ...['GET /api/desk/cases/:number/:step/resident', 'POST /api/desk/cases/:number/:step/resident/disclosure'],
];
