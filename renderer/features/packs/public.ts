/** What other features may show of packs: the key of this register and those it remembers. */
export { KeysPanel } from './keys-panel.tsx'
export { KeyWords } from './key-words.tsx'
