import type { ElectronApplication } from '@playwright/test'
import { expect, test } from './attack.ts'

const ask = (app: ElectronApplication, address: string, method = 'GET') =>
  app.evaluate(
    async ({ BrowserWindow }, request) => {
      const [window] = BrowserWindow.getAllWindows()
      const response = await window!.webContents.session.fetch(request.address, { method: request.method })
      return { status: response.status, type: response.headers.get('content-type'), body: await response.text() }
    },
    { address, method },
  )

// Dots that the browser does not fold away itself, because a slash or a dot beside them is encoded.
const REFUSED = [
  'app://ui/..%2f..%2f..%2f..%2f..%2f..%2fetc%2fpasswd',
  'app://ui/..%2f..%2fpackage.json',
  'app://ui/%2e%2e%2fmain%2fmain.js',
  'app://ui/assets/..%2f..%2f..%2fpackage.json',
  'app://ui/..%5c..%5cpackage.json',
  'app://ui/%00.html',
  'app://ui/%zz.html',
  'app://ui/missing.js',
  'app://ui/.env.local',
  'app://other/index.html',
]

test('nothing outside the built pages is served', async ({ app }) => {
  for (const address of REFUSED) {
    expect(await ask(app, address), address).toEqual({ status: 404, type: null, body: '' })
  }
})

test('a path that the browser folds itself ends at a page of ours', async ({ app }) => {
  const own = await ask(app, 'app://ui/index.html')
  const shape = (body: string) => body.replaceAll(/nonce="[^"]*"/g, '')
  for (const address of ['app://ui/../../etc/passwd', 'app://ui/%2e%2e/%2e%2e/etc/passwd', 'app://ui//etc/passwd']) {
    const { status, body } = await ask(app, address)
    expect(status).toBe(200)
    expect(shape(body)).toBe(shape(own.body))
  }
})

test('pages are only ever read', async ({ app }) => {
  for (const method of ['POST', 'PUT', 'DELETE', 'HEAD']) {
    expect((await ask(app, 'app://ui/index.html', method)).status, method).toBe(405)
  }
})

test('a page is served as what it is, and not to be guessed at', async ({ app }) => {
  const headers = await app.evaluate(async ({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    const response = await window!.webContents.session.fetch('app://ui/register/people')
    return Object.fromEntries(
      ['content-type', 'x-content-type-options', 'referrer-policy'].map((name) => [name, response.headers.get(name)]),
    )
  })
  expect(headers).toEqual({
    'content-type': 'text/html; charset=utf-8',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  })
})
