import { globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const renderer = resolve(import.meta.dirname, '../../../renderer')
const styleSheets = globSync('**/*.css', { cwd: renderer })
const scripts = globSync('**/*.{ts,tsx}', { cwd: renderer })
const textOf = (file: string): string => readFileSync(join(renderer, file), 'utf8')

interface Declaration {
  readonly property: string
  readonly value: string
}

/** Declarations of a style sheet that hold in one theme only, on screen. Paper has one theme. */
const themedIn = (css: string): Declaration[] => {
  const found: Declaration[] = []
  const around: string[] = []
  let text = ''
  for (const sign of css.replaceAll(/\/\*[\s\S]*?\*\//g, '')) {
    if (sign === '{') around.push(text)
    else if (sign === ';' || sign === '}') {
      const [property = '', ...value] = text.split(':')
      const isThemed = around.some((prelude) => prelude.includes('color-scheme'))
      if (value.length > 0 && isThemed && !around.some((prelude) => prelude.includes('@media print')))
        found.push({ property: property.trim(), value: value.join(':').trim() })
      if (sign === '}') around.pop()
    }
    text = '{};'.includes(sign) ? '' : text + sign
  }
  return found
}

const PAINT = new Set([
  'background',
  'background-color',
  'border-color',
  'box-shadow',
  'color',
  'color-scheme',
  'fill',
  'opacity',
  'outline-color',
  'stroke',
])
const COLOUR = /^(?:#[\da-f]{3,8}|rgb\([^)]*\)|var\(--[\w-]+\))$/i

const isPaint = ({ property, value }: Declaration): boolean =>
  PAINT.has(property) || /^--shadow-\d$/.test(property) || (property.startsWith('--') && COLOUR.test(value))

// The tests in the real window try structure, words and sizes in one theme and colours in both. This is why they may.
describe('the theme', () => {
  it('changes what is painted and nothing else', () => {
    const themed = styleSheets.flatMap((file) => themedIn(textOf(file)))
    expect(themed.length).toBeGreaterThan(100)
    expect(themed.filter((declaration) => !isPaint(declaration))).toEqual([])
  })

  it('is asked about where it is set, and by no screen', () => {
    const asking = scripts.filter((file) => textOf(file).includes('useColourScheme'))
    expect(asking.toSorted()).toEqual([join('app', 'preferences.ts'), join('app', 'providers.tsx')])
  })

  it.each([
    [`[data-mantine-color-scheme='dark'] .bar { width: 2rem }`, 'width'],
    [`.bar { color: red; :global([data-mantine-color-scheme='dark']) & { &:hover { padding: 0 } } }`, 'padding'],
    [`@media (prefers-color-scheme: dark) { .bar { display: none } }`, 'display'],
    [`[data-mantine-color-scheme='dark'] { --s-1: 1rem }`, '--s-1'],
  ])('would be noticed: %s', (css, property) => {
    expect(themedIn(css).filter((declaration) => !isPaint(declaration))).toMatchObject([{ property }])
  })
})
