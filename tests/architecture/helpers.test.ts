import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

/** What runs once when the file is loaded, and not for each test file that imports it. */
const AT_THE_MARGIN = /^(?:before|after)(?:Each|All)\(/m

const registersAtLoad = (source: string): boolean => AT_THE_MARGIN.test(source)

/** The checker must not pass because it saw nothing: raise this as the tests grow, never lower it. */
const fewestHelpers = 60

/** Vitest reads a set-up anew for every test file. */
const SET_UP = 'tests/support/component-setup.ts'

describe('what tests share', () => {
  const helpers = globSync('tests/**/*.{ts,tsx}').map((path) => path.replaceAll('\\', '/'))

  // Files of most projects share the modules that are loaded: the second one to import such a helper would go without.
  it('prepares and clears away nothing by being imported', () => {
    const looked = helpers.filter((path) => !/\.test\.tsx?$/.test(path) && path !== SET_UP)
    expect(looked.length).toBeGreaterThanOrEqual(fewestHelpers)
    expect(looked.filter((path) => registersAtLoad(readFileSync(path, 'utf8')))).toEqual([])
  })

  it('is told apart from what a function prepares for the file that calls it', () => {
    expect(registersAtLoad("import { afterEach } from 'vitest'\nafterEach(() => cleanup())\n")).toBe(true)
    expect(registersAtLoad('export const forEachTest = () => {\n  afterEach(() => cleanup())\n}\n')).toBe(false)
  })
})
