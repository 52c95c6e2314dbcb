import { afterEach, expect, it } from 'vitest'
import { printInLight } from '#renderer/app/print-theme.ts'

const root = document.documentElement
const scheme = (): string | null => root.getAttribute('data-mantine-color-scheme')
const before = scheme()
let stop = (): void => undefined

afterEach(() => {
  stop()
  if (before === null) root.removeAttribute('data-mantine-color-scheme')
  else root.setAttribute('data-mantine-color-scheme', before)
})

const tell = (name: 'beforeprint' | 'afterprint'): boolean => window.dispatchEvent(new Event(name))

it('prints in light colours and gives the theme back, however often a page says that it prints', () => {
  root.setAttribute('data-mantine-color-scheme', 'dark')
  stop = printInLight(window)
  tell('beforeprint')
  tell('beforeprint')
  expect(scheme()).toBe('light')
  tell('afterprint')
  expect(scheme()).toBe('dark')
  tell('beforeprint')
  stop()
  expect(scheme()).toBe('dark')
  tell('beforeprint')
  expect(scheme()).toBe('dark')
})
