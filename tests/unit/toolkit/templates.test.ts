import { describe, expect, it } from 'vitest'
import { OUTCOME_WITHIN_DAYS } from '#shared/features/measures/library/referrals.ts'
import type { DocumentNode } from '#shared/features/toolkit/document.ts'
import { fieldNamed, isBlank } from '#shared/features/toolkit/fields.ts'
import { readMarkdown } from '#shared/features/toolkit/from-markdown.ts'
import type { Template } from '#shared/features/toolkit/template.ts'
import { TEMPLATES } from '#shared/features/toolkit/templates/index.ts'
import { type FieldPlace, fieldsIn, textOf, walk } from '#shared/features/toolkit/walk.ts'
import { wordCount } from './plain-words.ts'

const each = TEMPLATES.map((template) => [template.code, template] as const)

const read = ({ markdown }: Template) => {
  const result = readMarkdown(markdown)
  if (!result.ok) throw new Error(result.fault)
  return result.read
}

const fieldsOf = (template: Template): FieldPlace[] => fieldsIn(read(template).document)

/** Every word of a template, guidance and what stands beside the text too. */
const allWords = ({ markdown, title, purpose, usedBy, sources }: Template): string =>
  [title, purpose, usedBy, ...sources, markdown].join('\n')

const shapesIn = (template: Template): string[] => {
  const shapes: string[] = []
  walk(read(template).document, ({ type }) => shapes.push(type))
  return shapes
}

/** The text as it is issued: without guidance. */
const issued = (template: Template): string =>
  (read(template).document.content ?? [])
    .filter(({ type }: DocumentNode) => type !== 'blockquote')
    .map((block) => textOf(block, () => 'field'))
    .join('\n')

describe('the library of templates', () => {
  it('has what a lead needs, each by a code of its own', () => {
    expect(TEMPLATES.length).toBeGreaterThanOrEqual(26)
    expect(new Set(TEMPLATES.map(({ code }) => code)).size).toBe(TEMPLATES.length)
    expect(new Set(TEMPLATES.map(({ title }) => title)).size).toBe(TEMPLATES.length)
    expect(new Set(TEMPLATES.map(({ topic }) => topic)).size).toBe(7)
  })

  it.each(each)('%s says what it is for, who uses it, how long it takes and what it stands on', (_, template) => {
    expect(template.code).toMatch(/^[a-z]+(-[a-z]+)*$/)
    expect(template.purpose).toMatch(/^[A-Z].{30,200}[.?]$/)
    expect(template.title.length).toBeGreaterThan(5)
    expect(template.usedBy.length).toBeGreaterThan(5)
    expect(template.minutes).toBeGreaterThan(0)
    expect(template.minutes).toBeLessThanOrEqual(90)
    expect(template.sources.length).toBeGreaterThan(0)
    for (const source of template.sources)
      expect(source).toMatch(/\b(?:19|20)\d\d\b|check the|quote the|practice cancer register/)
  })

  it.each(each)('%s is read whole, with nothing left out', (_, template) => {
    const { leftOut, strange, title } = read(template)
    expect({ leftOut, strange, title }).toEqual({ leftOut: [], strange: [], title: null })
    expect(template.markdown).not.toMatch(/<[a-z/]/i)
  })

  it.each(each)(
    '%s is half a page to three pages long, with headings or as a letter, and guides its writer',
    (_, template) => {
      const words = wordCount(issued(template))
      expect(words).toBeGreaterThan(70)
      expect(words).toBeLessThan(1300)
      expect(shapesIn(template)).toEqual(expect.arrayContaining(['heading', 'blockquote']))
    },
  )
})

describe('letters among the templates', () => {
  const letters = TEMPLATES.filter(({ audience, topic }) => audience === 'person' || topic === 'letters')

  it('keep the lines of an address apart', () => {
    const addressed = letters.filter(({ markdown }) => markdown.includes('{{today}}'))
    expect(addressed.length).toBeGreaterThanOrEqual(5)
    for (const template of addressed)
      expect([template.code, shapesIn(template)]).toEqual([template.code, expect.arrayContaining(['hardBreak'])])
  })
})

describe('fields of the templates', () => {
  it.each(each)('%s uses known fields only, tables of fields on a line of their own', (_, template) => {
    const fields = fieldsOf(template)
    const unknown = fields.filter(({ code }) => !isBlank(code) && fieldNamed(code) === null)
    expect(unknown.map(({ code }) => code)).toEqual([])
    for (const { code, isTable } of fields) expect([code, isTable]).toEqual([code, code.startsWith('table.')])
    expect(fields.length).toBeGreaterThan(0)
  })

  it.each(each)('%s holds no field in guidance, which is never issued', (_, template) => {
    const guidance = (read(template).document.content ?? []).filter(({ type }) => type === 'blockquote')
    expect(guidance.flatMap(fieldsIn)).toEqual([])
  })

  it.each(each)(
    '%s does not say again what a fact says of itself, such as “Year 2” or “likely range 3% to 7%”',
    (_, template) => {
      expect(template.markdown).not.toMatch(/year \{\{plan\.year-now|range \{\{measure\.[a-z-]+\.range/i)
    },
  )

  it.each(each)('%s says of referrals with an outcome how many days the measure counts', (_, template) => {
    const told = template.markdown.split('\n').filter((line) => line.includes('{{measure.safety-net-outcome.'))
    for (const line of told) expect(line).toContain(`within ${OUTCOME_WITHIN_DAYS} days`)
  })

  it.each(each)(
    '%s names the most common cancers of the register beside those on it, not the new ones',
    (_, template) => {
      expect(template.markdown).not.toMatch(
        /new-12-months\}\}[^\n]*\{\{register\.common-groups|new-12-months\}\}[^\n]*\n- Most/,
      )
    },
  )

  it.each(each)('%s asks for each blank in the same words each time', (_, template) => {
    const labels = new Map<string, string | null>()
    for (const { code, label } of fieldsOf(template).filter((field) => isBlank(field.code))) {
      expect({ code, label }).not.toEqual({ code, label: null })
      expect([code, labels.get(code) ?? label]).toEqual([code, label])
      labels.set(code, label)
    }
  })

  it.each(each)('%s names a person only where it is about one', (_, template) => {
    const namesSomebody = fieldsOf(template).some(({ code }) => fieldNamed(code)?.class === 'identifiable')
    expect(namesSomebody).toBe(template.aboutPerson)
    expect(template.aboutPerson).toBe(template.audience === 'person')
  })
})

describe('words of the templates', () => {
  it.each(each)('%s borrows nobody’s wording or name', (_, template) => {
    expect(allWords(template)).not.toMatch(
      /macmillan|euroqol|eq-?5d|fact-[a-z]\b|qlq|eortc|distress thermometer|concerns checklist|ehna|snomed|\bread code/i,
    )
  })

  it.each(each)('%s holds no telephone number, e-mail address or NHS number', (_, template) => {
    const numbers = allWords(template).match(/(?:\+44|\b0)[\d ]{8,}\d|\b\d{3} ?\d{3} ?\d{4}\b/g) ?? []
    expect(numbers.filter((number) => !number.startsWith('01632 960'))).toEqual([])
    expect(allWords(template)).not.toMatch(/\S@\S/)
  })

  it.each(each)('%s is written in British English', (_, template) => {
    expect(allWords(template)).not.toMatch(
      /\b(?:color|center|organiz\w*|recogniz\w*|program|behavior|tumor|practise nurse|gotten|analyz\w*|prioritiz\w*|hematolog\w*|pediatric\w*)\b/i,
    )
  })
})
