import react from '@vitejs/plugin-react'
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'

/**
 * Files of a project share one process and the modules that it has loaded, which takes half the time: loading them anew
 * for each file cost as much as the tests. What a test changes is its own all the same, because the core keeps nothing
 * in modules and every database lies in a folder of its test.
 */
const inNode = (name: string, testTimeout = 30_000): TestProjectInlineConfiguration => ({
  test: {
    name,
    include: [`tests/${name}/**/*.test.{ts,tsx,mjs}`],
    environment: 'node',
    testTimeout,
    isolate: false,
    setupFiles: ['tests/support/one-seed.ts'],
  },
})

/** One project for each kind of test; `npm test` counts each of them and fails when one of them is empty. */
export default defineConfig({
  test: {
    env: { TZ: 'Europe/London' },
    restoreMocks: true,
    unstubEnvs: true,
    unstubGlobals: true,
    projects: [
      inNode('unit'),
      inNode('core', 60_000),
      inNode('migrations', 60_000),
      inNode('faults', 60_000),
      inNode('architecture'),
      inNode('proof', 3_600_000),
      {
        plugins: [react()],
        test: {
          name: 'component',
          include: ['tests/component/**/*.test.{ts,tsx}'],
          environment: 'happy-dom',
          testTimeout: 60_000,
          setupFiles: ['tests/support/one-seed.ts', 'tests/support/component-setup.ts'],
          // What screens keep in modules, such as what day it is, the file above puts back before each test.
          isolate: false,
        },
      },
    ],
  },
})
