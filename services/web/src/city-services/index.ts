// The pages of the site for each city service: one file beside this one, which exports `routes`.
// generated: scripts/manifests
export { routes as payments } from './payments';
// end of what is generated
