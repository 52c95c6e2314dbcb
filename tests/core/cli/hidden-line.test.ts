import { assert, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HiddenLine, type Typed } from '../../../electron/cli/hidden-line.ts'

const type = (keys: string): { typed: Typed; text: string } => {
  const line = new HiddenLine()
  let typed: Typed = 'more'
  for (const key of keys) typed = line.take(key)
  return { typed, text: line.text }
}

describe('a passphrase typed unseen', () => {
  it('is what was typed, whatever letters it is in', () => {
    expect(type('héron 鷺 winter goose\r')).toEqual({ typed: 'entered', text: 'héron 鷺 winter goose' })
  })

  it.each([
    ['Backspace', 'goosx\u007Fe'],
    ['Backspace over a letter of two code units', 'goose🪿\u007F'],
    ['Backspace at the start', '\u007F\bgoose'],
    ['Ctrl+U', 'gander\u0015goose'],
    ['arrow keys', 'go\u001B[D\u001B[Cose\u001BOA'],
    ['Home, Delete and a key with Ctrl', '\u001B[1~goo\u001B[3~se\u001B[1;5C'],
    ['the marks around a paste', '\u001B[200~goose\u001B[201~'],
    ['other control keys', '\u0017go\u001Aose\t'],
  ])('takes %s as a terminal would', (_key, keys) => {
    expect(type(`${keys}\r`)).toEqual({ typed: 'entered', text: 'goose' })
  })

  it('stops on Ctrl+C, and where nothing was typed', () => {
    for (const keys of ['goose\u0003', '\r', '\u0004', 'x\u007F\r']) expect(type(keys).typed).toBe('stopped')
  })

  it('never holds a character that cannot be seen', () => {
    assert(
      property(string({ unit: 'binary' }), (keys) => {
        expect(type(keys).text).not.toMatch(/\p{Cc}/u)
      }),
      { numRuns: 500 },
    )
  })
})
