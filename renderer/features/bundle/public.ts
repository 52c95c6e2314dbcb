/** What other features may use of the bundle. */
export { BundleSection } from './bundle-section.tsx'
