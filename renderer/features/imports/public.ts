/** What other features' screens may use of bringing in files. */
export { DraftGone } from './draft-gone.tsx'
export { ListDropZone } from './drop-zone.tsx'
export { FileFacts } from './file-facts.tsx'
export { counted, momentWords, whenWords } from './import-words.ts'
export { type Choices, MatchColumns } from './match-columns.tsx'
export { ReadAnotherWay } from './read-another-way.tsx'
export { useFileReading } from './use-read-file.ts'
export { useSaveFile } from './use-save-file.ts'
