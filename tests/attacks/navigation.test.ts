import { expect, test } from './attack.ts'

const ELSEWHERE = [
  'file:///etc/passwd',
  'data:text/html,<h1>elsewhere</h1>',
  'app://other/',
  'chrome://version',
  'blob:app://ui/elsewhere',
]

test('the window cannot be led elsewhere', async ({ app, page, post }) => {
  const home = page.url()
  const asked = await app.evaluateHandle(({ webContents }) => {
    const addresses: string[] = []
    webContents.getAllWebContents()[0]?.on('will-navigate', ({ url }) => addresses.push(url))
    return addresses
  })
  for (const address of [...ELSEWHERE, ...post.addresses]) {
    await page.evaluate((target) => {
      location.assign(target)
      const link = Object.assign(document.createElement('a'), { href: target })
      document.body.append(link)
      link.click()
      const form = Object.assign(document.createElement('form'), { action: target, method: 'post' })
      document.body.append(form)
      form.submit()
    }, address)
  }
  await page.evaluate((server) => {
    document.head.append(
      Object.assign(document.createElement('meta'), { httpEquiv: 'refresh', content: `0;url=${server}/refresh` }),
    )
  }, post.addresses[0])
  // The page's own last attempt, if it came now, would take the place of the reload and leave nothing to wait for.
  await expect.poll(() => asked.jsonValue()).toContain(`${post.addresses[0]}/refresh`)
  // A navigation that had been allowed would have replaced this page before the next one answers.
  await page.reload()
  expect(page.url()).toBe(home)
  expect(post.heard).toEqual([])
})

for (const address of ['about:blank', 'about:srcdoc']) {
  test(`a page that turns itself into ${address} is brought back`, async ({ page }) => {
    const home = page.url()
    const left = page.waitForEvent('framenavigated', (frame) => frame.url() !== home)
    const back = page.waitForEvent('framenavigated', (frame) => frame.url() === home)
    await page.evaluate((target) => setTimeout(() => location.assign(target), 0), address)
    await Promise.all([left, back])
    // Both navigations may still be settling when their events are heard.
    await expect.poll(() => page.evaluate(() => typeof window.throughline).catch(() => 'settling')).toBe('object')
    expect(page.url()).toBe(home)
  })
}

test('a file dropped on the page is not opened', async ({ page }) => {
  const home = page.url()
  const session = await page.context().newCDPSession(page)
  const data = { items: [], files: ['/etc/hostname'], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: 400, y: 400, data })
  }
  expect(await page.evaluate(() => document.contentType)).toBe('text/html')
  expect(page.url()).toBe(home)
})

test('no second window opens, from a script or a link', async ({ app, page, post }) => {
  const [server = ''] = post.addresses
  const opened = await page.evaluate((target) => {
    const link = Object.assign(document.createElement('a'), { href: target, target: '_blank' })
    document.body.append(link)
    link.click()
    return ['about:blank', 'app://ui/', target].map((address) => String(window.open(address)))
  }, server)
  expect(opened).toEqual(['null', 'null', 'null'])
  expect(await app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1)
  expect(post.heard).toEqual([])
})

test('a frame cannot hold another page, and an empty one has no way to the shell', async ({ page, post }) => {
  const outcome = await page.evaluate(
    async (addresses) => {
      const attempts = addresses.map(async (address) => {
        const frame = Object.assign(document.createElement('iframe'), { src: address })
        const loaded = new Promise<void>((resolve) => frame.addEventListener('load', () => resolve()))
        document.body.append(frame)
        await loaded
        return frame.contentDocument === null ? 'blocked' : 'readable'
      })
      const empty = document.createElement('iframe')
      document.body.append(empty)
      return { loaded: await Promise.all(attempts), shell: typeof empty.contentWindow?.throughline }
    },
    ['app://ui/', ...post.addresses],
  )
  expect(outcome).toEqual({ loaded: ['blocked', 'blocked', 'blocked'], shell: 'undefined' })
  expect(post.heard).toEqual([])
})

test('a webview element holds nothing', async ({ app, page, post }) => {
  await page.evaluate((target) => {
    const view = document.createElement('webview')
    view.setAttribute('src', target ?? '')
    document.body.append(view)
  }, post.addresses[0])
  expect(await page.evaluate(() => 'getWebContentsId' in document.querySelector('webview')!)).toBe(false)
  expect(await app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1)
  expect(post.heard).toEqual([])
})
