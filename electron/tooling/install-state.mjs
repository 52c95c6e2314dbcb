/**
 * Decides whether node_modules holds what package-lock.json asks for, without asking npm (which takes seconds).
 * npm writes `node_modules/.package-lock.json` as the last step of an installation, so an interrupted one is noticed.
 *
 * @typedef {{ version?: string, optional?: boolean }} LockedPackage
 * @typedef {{ packages?: Record<string, LockedPackage & { dependencies?: object, devDependencies?: object,
 *   optionalDependencies?: object }> }} Lock
 */

const dependencyKinds = /** @type {const} */ (['dependencies', 'devDependencies', 'optionalDependencies'])

/**
 * True when every package of the lock is installed at the locked version. Optional packages may be missing: most of
 * them are for other platforms.
 * @param {Lock | undefined} locked package-lock.json
 * @param {Lock | undefined} installed node_modules/.package-lock.json
 */
export function isInstalled(locked, installed) {
  if (!locked?.packages || !installed?.packages) return false
  const present = installed.packages
  return Object.entries(locked.packages).every(([path, wanted]) => {
    if (path === '') return true
    const found = present[path]
    return found ? found.version === wanted.version : wanted.optional === true
  })
}

/**
 * True when the lock was made from this package.json, so that `npm ci` accepts the pair.
 * @param {Record<string, any> | undefined} manifest package.json
 * @param {Lock | undefined} locked package-lock.json
 */
export function isLockCurrent(manifest, locked) {
  const root = locked?.packages?.['']
  if (!manifest || !root) return false
  return dependencyKinds.every((kind) => sameEntries(manifest[kind] ?? {}, root[kind] ?? {}))
}

/**
 * @param {Record<string, any>} left
 * @param {Record<string, any>} right
 */
function sameEntries(left, right) {
  const names = new Set([...Object.keys(left), ...Object.keys(right)])
  return [...names].every((name) => left[name] === right[name])
}
