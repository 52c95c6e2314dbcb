import { describe, expect, it } from 'vitest'
import { TEMPLATES } from '#shared/features/toolkit/templates/index.ts'
import { gradeOf, longestSentence, wordCount } from './plain-words.ts'

const SAMPLES: readonly (readonly [RegExp, string])[] = [
  [/\{\{person\.known-as\}\}/g, 'Ann'],
  [/\{\{person\.[a-z-]+\}\}/g, 'Ann Park'],
  [/\{\{practice\.[a-z-]+\}\}/g, 'Mill Road Surgery'],
  [/\{\{[^}]+\}\}/g, 'Sam at the front desk'],
]

/** What the person who gets it reads: no guidance, no marks, fields filled in. */
const asRead = (code: string): string => {
  const markdown = TEMPLATES.find((template) => template.code === code)?.markdown ?? ''
  const kept = markdown
    .split('\n')
    .filter((line) => !line.startsWith('>') && !/^\|[ -|]*\|$/.test(line))
    .join('\n')
  const filled = SAMPLES.reduce((text, [field, sample]) => text.replaceAll(field, sample), kept)
  return filled
    .replaceAll(/\[([^\]]+)\]\([^)]+\)/g, '$1')
    .replaceAll(/^#+ |^- |^\d+\. |\*\*|\\$/gm, '')
    .replaceAll('|', ' ')
}

describe('the grade of a text', () => {
  it('gives known texts about the grade that other counters give them', () => {
    // Kincaid's formula by hand: 12 words, 2 sentences, 12 syllables.
    expect(gradeOf('The cat sat on the mat. The dog ran to the door.')).toBeCloseTo(-1.45, 1)
    expect(
      gradeOf('Multidisciplinary communication necessitates comprehensive documentation of therapeutic interventions.'),
    ).toBeGreaterThan(20)
  })
})

describe('what people with cancer are sent', () => {
  const letters = ['patient-information-letter', 'care-review-invitation', 'wellbeing-event-invitation']

  it.each(letters)('%s can be read at 11 years of age, in short sentences, on one page', (code) => {
    const text = asRead(code)
    expect(wordCount(text)).toBeGreaterThan(120)
    expect(wordCount(text)).toBeLessThan(420)
    expect(gradeOf(text)).toBeLessThanOrEqual(6)
    expect(longestSentence(text).split(/\s+/).slice(22)).toEqual([])
  })

  it.each(letters)('%s says who to ring', (code) => {
    expect(asRead(code)).toMatch(/\bring\b/i)
  })

  it('the survey form can be read at 11 years of age', () => {
    const text = asRead('survey-patients')
    expect(wordCount(text)).toBeGreaterThan(120)
    expect(gradeOf(text)).toBeLessThanOrEqual(6)
  })

  it('the privacy notice can be read at 13', () => {
    expect(gradeOf(asRead('privacy-notice'))).toBeLessThanOrEqual(8)
  })
})
