/** What the carriers of a local city know each other by. Everybody can read it here: production refuses it by this name. */
export const LOCAL_KEY = 'local-city-demo-key';
