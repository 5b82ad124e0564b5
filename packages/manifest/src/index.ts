export { asyncApi } from './async-api';
export { channelsOf } from './channels';
export type { Channel } from './channels';
export { IDENTITY_PROVIDER_PORT, freePort } from './check';
export type { Written } from './check';
export { MANIFEST, ManifestError, impliedByDepartment, loadServices, readManifests } from './read';
export { servicesOf } from './service';
export type { Service } from './service';
export type { Manifest, PersonalField } from './shape';
