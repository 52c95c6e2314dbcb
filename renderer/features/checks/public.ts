/** What other features may use of the checks. */
export { ChecksSection } from './checks-section.tsx'
export { PersonChecks } from './person-checks.tsx'
