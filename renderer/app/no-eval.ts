/**
 * The validator tries whether it may turn text into code, as soon as it is there. The page's policy says no, and counts
 * the try as a breach. Told so beforehand, it does not try: so this stands first in every page. The name is its own.
 */
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })
