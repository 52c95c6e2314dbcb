import { describe, expect, it } from 'vitest'
import { plainPaste } from '#renderer/features/toolkit/editor/pasted-html.ts'

const ignored = (bullet: string): string => `<span style='mso-list:Ignore'>${bullet}<span>&nbsp;&nbsp;</span></span>`
const point = (bullet: string, words: string): string =>
  `<p class=MsoListParagraph style='text-indent:-18pt;mso-list:l0 level1 lfo1'>${ignored(bullet)}${words}</p>`

describe('what is pasted', () => {
  it('from Word has its lists as lists and no styles', () => {
    const html = `<style>p{color:red}</style>${point('·', 'one')}${point('·', 'two')}<p style="color:red">then</p>${point('1.', 'first')}`
    expect(plainPaste(html).replaceAll(/ class="\w+"/g, '')).toBe(
      '<ul><li><p>one</p></li><li><p>two</p></li></ul><p>then</p><ol><li><p>first</p></li></ol>',
    )
  })

  it('from a page that begins style after style and ends none is read at once', () => {
    expect(plainPaste(`<p>one</p>${'<style '.repeat(100_000)}`)).toBe('<p>one</p>')
  })

  it('from a browser is bold only where it was', () => {
    const html =
      '<b style="font-weight:normal"><span style="font-weight:400">plain </span><span style="font-weight:700">bold</span></b>'
    expect(plainPaste(html)).toBe('<span>plain </span><span><strong>bold</strong></span>')
  })

  it('from a spreadsheet has a cell for each place of a merged one', () => {
    const html =
      '<table><tbody><tr><td colspan=2>Title</td></tr><tr><td rowspan="2">b</td><td>2</td></tr><tr><td>3</td></tr></tbody></table>'
    expect(plainPaste(html)).toBe(
      '<table><tbody><tr><td>Title</td><td></td></tr><tr><td>b</td><td>2</td></tr><tr><td></td><td>3</td></tr></tbody></table>',
    )
  })
})
