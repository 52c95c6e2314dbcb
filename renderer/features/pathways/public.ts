/** What other features may use of the screens of pathways. */
export { ClocksSection } from './clocks-section.tsx'
export { PathwayBar } from './pathway-bar.tsx'
export { PathwayNotice } from './pathway-notice.tsx'
export { PathwayDialogs } from './pathway-dialogs.tsx'
export { written } from './pathway-writes.ts'
export { useLatePathways } from './use-late-pathways.ts'
export { eventsOfPathway, type ShownPathway, usePathwayChoice, usePathways } from './use-pathways.ts'
