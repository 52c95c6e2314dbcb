import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { closeApp, launchApp } from '../support/electron-app.ts'
import { expect, test } from './attack.ts'

test('a page without a policy still reaches no server, in any session', async ({ app, post }) => {
  const outcomes = await app.evaluate(async ({ BrowserWindow }, addresses) => {
    const [own] = BrowserWindow.getAllWindows()
    const sessions = [{ session: own!.webContents.session }, {}]
    const attempts = sessions.map(async (webPreferences) => {
      const window = new BrowserWindow({ show: false, webPreferences })
      await window.loadURL('about:blank')
      const fetches = addresses.map(
        (address) => `fetch(${JSON.stringify(address)}).then(() => 'reached', () => 'stopped')`,
      )
      const outcome: unknown = await window.webContents.executeJavaScript(`Promise.all([${fetches.join()}])`)
      window.destroy()
      return outcome
    })
    return Promise.all(attempts)
  }, post.addresses)
  expect(outcomes).toEqual([
    ['stopped', 'stopped'],
    ['stopped', 'stopped'],
  ])
  expect(post.heard).toEqual([])
})

const PERMISSIONS = [
  'notifications',
  'geolocation',
  'camera',
  'microphone',
  'midi',
  'clipboard-read',
  'clipboard-write',
  'persistent-storage',
] as const

test('every permission is denied without asking', async ({ page }) => {
  await page.bringToFront()
  const states = await page.evaluate(
    (names) =>
      Promise.all(
        names.map(async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state),
      ),
    PERMISSIONS,
  )
  expect(states).toEqual(PERMISSIONS.map(() => 'denied'))
  const asked = await page.evaluate(async () => {
    const refusal = (attempt: Promise<unknown>) => attempt.then(String, (error: Error) => error.name)
    return {
      notifications: await Notification.requestPermission(),
      clipboard: await refusal(navigator.clipboard.readText()),
      screen: await refusal(navigator.mediaDevices.getDisplayMedia()),
      place: await new Promise<number>((resolve) => {
        navigator.geolocation.getCurrentPosition(
          () => resolve(0),
          (error) => resolve(error.code),
        )
      }),
    }
  })
  expect(asked).toEqual({ notifications: 'denied', clipboard: 'NotAllowedError', screen: 'NotAllowedError', place: 1 })
})

test('a page from elsewhere does not even load', async ({ app, post }) => {
  const outcomes = await app.evaluate(
    async ({ BrowserWindow }, addresses) => {
      const found: string[] = []
      for (const address of addresses) {
        // A window of its own: the end of a refused load can still come while the next one begins, and passes for its end.
        const window = new BrowserWindow({ show: false })
        found.push(
          await window.loadURL(address).then(
            () => 'loaded',
            (error: Error) => error.message,
          ),
        )
        window.destroy()
      }
      return found
    },
    [...post.addresses, 'data:text/html,<h1>elsewhere</h1>', 'file:///etc/hostname'],
  )
  expect(outcomes).toEqual(outcomes.map(() => expect.stringContaining('ERR_BLOCKED_BY_CLIENT')))
  expect(post.heard).toEqual([])
})

test('no camera, microphone or device can be had even by a page that may name them', async ({ app }) => {
  const outcome: unknown = await app.evaluate(async ({ BrowserWindow }) => {
    const [own] = BrowserWindow.getAllWindows()
    const { session } = own!.webContents
    // A page under app:// sends a permissions policy; this one, in the same session, does not.
    const window = new BrowserWindow({ show: false, webPreferences: { session } })
    await window.loadURL('about:blank')
    const script = `Promise.all([
      Notification.requestPermission(),
      navigator.permissions.query({ name: 'geolocation' }).then((status) => status.state),
      navigator.permissions.query({ name: 'midi' }).then((status) => status.state),
    ])`
    const found: unknown = await window.webContents.executeJavaScript(script, true)
    window.destroy()
    return found
  })
  expect(outcome).toEqual(['denied', 'denied', 'denied'])
})

test('nothing that is typed is looked up in a dictionary', async ({ app }) => {
  const enabled = await app.evaluate(({ BrowserWindow, session }) => {
    const [window] = BrowserWindow.getAllWindows()
    return [window!.webContents.session, session.defaultSession].map((each) => each.isSpellCheckerEnabled())
  })
  expect(enabled).toEqual([false, false])
})

test('a page cannot save a file by itself', async ({ app, page }) => {
  const downloads = await app.evaluateHandle(({ BrowserWindow }) => {
    const states: string[] = []
    const [window] = BrowserWindow.getAllWindows()
    window!.webContents.session.on('will-download', (event) =>
      states.push(event.defaultPrevented ? 'stopped' : 'allowed'),
    )
    return states
  })
  await page.evaluate(() => {
    const address = URL.createObjectURL(new Blob(['a register']))
    const link = Object.assign(document.createElement('a'), { href: address, download: 'register.csv' })
    document.body.append(link)
    link.click()
  })
  await expect.poll(() => downloads.jsonValue()).toEqual(['stopped'])
})

const CANARY = 'canary-7f3a1c55'

const filesUnder = async (folder: string): Promise<string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

test('what a page stores is never written to disk', async ({ dataFolder, projectFolder }) => {
  const { app, page } = await launchApp({ dataFolder, ...(projectFolder === undefined ? {} : { projectFolder }) })
  await page.evaluate(async (canary) => {
    localStorage.setItem('canary', canary)
    sessionStorage.setItem('canary', canary)
    document.cookie = `canary=${canary}; max-age=100000`
    await new Promise<void>((resolve) => {
      const opening = indexedDB.open('canary')
      opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('canary'))
      opening.addEventListener('success', () => {
        const writing = opening.result.transaction('canary', 'readwrite')
        writing.objectStore('canary').put(canary, 'canary')
        writing.addEventListener('complete', () => resolve())
      })
    })
  }, CANARY)
  await closeApp(app)
  const files = await filesUnder(dataFolder)
  expect(files.length).toBeGreaterThan(0)
  for (const file of files) {
    const bytes = await readFile(file)
    expect(bytes.includes(CANARY) || bytes.includes(Buffer.from(CANARY, 'utf16le')), file).toBe(false)
  }
})
