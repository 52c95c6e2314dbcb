import { defineConfig } from '@playwright/test'

const settings = { testMatch: '**/*.test.ts', use: { trace: 'retain-on-failure' } } as const

/** Tests in a real Electron window. Run them through `npm test`, which builds first and brings a display. */
export default defineConfig({
  forbidOnly: true,
  fullyParallel: true,
  retries: 0,
  // Much of a window's time is waiting for it to start and to leave, so three keep two cores busy.
  workers: 3,
  // Long enough for a start that hangs and is begun anew more than once.
  timeout: 240_000,
  expect: { timeout: 20_000 },
  // The JSON report goes to the file that PLAYWRIGHT_JSON_OUTPUT_FILE names, or else to this one.
  reporter: [['list'], ['json', { outputFile: 'test-results/window.json' }]],
  projects: [
    { ...settings, name: 'e2e', testDir: 'tests/e2e', outputDir: 'test-results/e2e' },
    { ...settings, name: 'attacks', testDir: 'tests/attacks', outputDir: 'test-results/attacks' },
  ],
})
