/** What other features may use of the toolkit's screens. */
export { fetchDocumentPage } from './document-pages.ts'
export { HouseStyleSection } from './house-style-section.tsx'
export { useToolkitCommands } from './use-toolkit-commands.ts'
