import { expect, test } from './attack.ts'

const TRICKS = [
  'https://example.com/',
  'https://www.nhs.uk@example.com/',
  'http://example.com/?next=app://ui',
  'file:///etc/passwd',
  'smb://example.com/share',
  'mailto:someone@example.com',
  'ms-settings:',
  'javascript:alert(1)',
]

test('no link of any kind reaches another program', async ({ app, page }) => {
  await app.evaluate(({ shell }) => {
    const opened: string[] = []
    Object.assign(globalThis, { opened })
    shell.openExternal = async (address) => {
      opened.push(address)
    }
  })
  await page.evaluate((addresses) => {
    for (const address of addresses) {
      window.open(address)
      const link = Object.assign(document.createElement('a'), { href: address, target: '_blank' })
      document.body.append(link)
      link.click()
    }
  }, TRICKS)
  expect(await app.evaluate(() => Reflect.get(globalThis, 'opened') as string[])).toEqual([])
})
