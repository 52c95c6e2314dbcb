import { expect, test } from './attack.ts'

// Playwright's own evaluation may use eval; a timer runs under the page's policy alone.
test('a page cannot turn text into code', async ({ page }) => {
  const outcome = await page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        setTimeout(() => {
          try {
            resolve(`ran: ${new Function('return 1 + 1')()}`)
          } catch (error) {
            resolve((error as Error).name)
          }
        }, 0)
      }),
  )
  expect(outcome).toBe('EvalError')
})

test('scripts and styles written into the page do nothing', async ({ page }) => {
  await page.evaluate(() => {
    const violations: string[] = []
    Object.assign(window, { violations })
    document.addEventListener('securitypolicyviolation', (event) => violations.push(event.effectiveDirective))
    const script = document.createElement('script')
    script.textContent = 'document.documentElement.dataset.attacked = "script"'
    const handler = document.createElement('div')
    handler.innerHTML = '<img src="missing.png" onerror="document.documentElement.dataset.attacked = 1">'
    const style = document.createElement('style')
    style.textContent = 'html { outline: 7px solid red }'
    document.body.append(script, handler, style)
  })
  const found = () => page.evaluate(() => (Reflect.get(window, 'violations') as string[]).toSorted())
  await expect.poll(found).toEqual(['script-src-attr', 'script-src-elem', 'style-src-elem'])
  const outcome = await page.evaluate(() => ({
    attacked: document.documentElement.dataset['attacked'],
    outlineWidth: getComputedStyle(document.documentElement).outlineWidth,
  }))
  expect(outcome.attacked).toBeUndefined()
  expect(outcome.outlineWidth).not.toBe('7px')
})

test('each load has another nonce, and none is left for a script to read', async ({ app, page }) => {
  const readNonce = () =>
    app.evaluate(async ({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows()
      const response = await window!.webContents.session.fetch('app://ui/')
      const policy = response.headers.get('content-security-policy') ?? ''
      return { policy, page: await response.text() }
    })
  const [first, second] = [await readNonce(), await readNonce()]
  const nonceOf = (policy: string) => /'nonce-([^']{22,})'/.exec(policy)?.[1]
  expect(nonceOf(first.policy)).toBeDefined()
  expect(nonceOf(first.policy)).not.toBe(nonceOf(second.policy))
  expect(first.page).toContain(nonceOf(first.policy))
  expect(first.page).not.toContain('__NONCE__')
  expect(first.policy).not.toMatch(/unsafe|\*|https?:/)
  expect(await page.locator('meta[property="csp-nonce"]').first().getAttribute('nonce')).toBe('')
})

test('nothing in a page reaches a server', async ({ page, post }) => {
  for (const address of post.addresses) {
    await page.evaluate(async (server) => {
      const settled = (element: HTMLElement) =>
        new Promise<void>((resolve) => {
          element.addEventListener('load', () => resolve())
          element.addEventListener('error', () => resolve())
        })
      const image = new Image()
      image.src = `${server}/image`
      const script = Object.assign(document.createElement('script'), { src: `${server}/script` })
      const sheet = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: `${server}/sheet` })
      document.head.append(script, sheet)
      for (const rel of ['dns-prefetch', 'preconnect', 'prefetch', 'modulepreload', 'icon', 'manifest']) {
        document.head.append(Object.assign(document.createElement('link'), { rel, href: `${server}/${rel}` }))
      }
      navigator.sendBeacon(`${server}/beacon`, 'x')
      const socket = new WebSocket(server.replace('http', 'ws'))
      const socketSettled = new Promise<void>((resolve) => socket.addEventListener('error', () => resolve()))
      const fetched = fetch(`${server}/fetch`, { mode: 'no-cors' }).catch(() => undefined)
      await Promise.all([settled(image), settled(script), settled(sheet), socketSettled, fetched])
    }, address)
  }
  expect(post.heard).toEqual([])
})

test('a page cannot start a worker', async ({ page }) => {
  const outcomes = await page.evaluate(() =>
    [new URL('app://ui/assets/worker.js').href, URL.createObjectURL(new Blob(['']))].map((address) => {
      try {
        return new Worker(address).toString()
      } catch (error) {
        return (error as Error).name
      }
    }),
  )
  expect(outcomes).toEqual(['SecurityError', 'SecurityError'])
})
