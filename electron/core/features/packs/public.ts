/** What other parts of the core may use of packs: writing one, checking one, and whose key it is. */
export { type Inspected, inspectPack } from './inspect.ts'
export { figuresJsonSchema } from './json-schemas.ts'
export { frozenFrom, makePack } from './make-pack.ts'
export { readPackFile } from './read-pack-file.ts'
export { seal } from './seal.ts'
export { judge, trustSigner } from './signers.ts'
export { keepKey, type OwnKey, ownKeyOrNew, readOwnKey } from './signing.ts'
