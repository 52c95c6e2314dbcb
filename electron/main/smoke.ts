import { app } from 'electron'

/** How long a start may take before it counts as failed, in milliseconds. */
const LIMIT = 30_000

export interface SmokeTest {
  notePainted(): void
  noteCoreReady(): void
  fail(message: string): void
}

/** For packaged builds: prints one line and leaves with 0 once the window has painted and the core answers. */
export const startSmokeTest = (): SmokeTest => {
  const seen = { painted: false, ready: false }
  const fail = (message: string): void => {
    process.stderr.write(`${message}\n`)
    app.exit(1)
  }
  const limit = setTimeout(() => fail('The app did not start within 30 seconds.'), LIMIT)
  const note = (fact: keyof typeof seen): void => {
    seen[fact] = true
    if (!seen.painted || !seen.ready) return
    clearTimeout(limit)
    const { electron, chrome, node } = process.versions
    process.stdout.write(
      `throughline ${app.getVersion()} electron ${electron} chrome ${chrome} node ${node} painted\n`,
      () => app.quit(),
    )
  }
  return { notePainted: () => note('painted'), noteCoreReady: () => note('ready'), fail }
}
