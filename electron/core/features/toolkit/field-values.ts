import { fieldNamed, isBlank, type ToolkitField } from '#shared/features/toolkit/fields.ts'
import type { Answers, FieldValue } from '#shared/features/toolkit/schema.ts'
import { shareableOnly } from '../../db/shareable-people.ts'
import { type Fact, fact, type FactsAsked, type FactSource } from './fact.ts'
import { remembered } from './fact-cache.ts'
import { contactTables } from './facts-of-contacts.ts'
import { factsOfPlan, planTables } from './facts-of-plan.ts'
import { factsOfMeasures, factsOfRegister } from './facts-of-measures.ts'
import { factsOfPerson } from './facts-of-person.ts'
import { factsOfDocument, factsOfPractice } from './facts-of-practice.ts'
import { factsOfTables } from './facts-of-tables.ts'
import { factsOfCare, factsOfLearning, factsOfLetters } from './facts-of-work.ts'
import { mayHide, type Shielded, shielded } from './small-counts.ts'

/** Where the facts of each group come from, by the first part of their names. */
const SOURCES: Readonly<Record<string, FactSource>> = {
  practice: factsOfPractice,
  author: factsOfPractice,
  today: factsOfDocument,
  document: factsOfDocument,
  register: remembered(factsOfRegister),
  letters: remembered(factsOfLetters),
  care: remembered(factsOfCare),
  learning: remembered(factsOfLearning),
  measure: remembered(factsOfMeasures),
  person: factsOfPerson,
  plan: remembered(factsOfPlan),
  table: remembered(
    async (asked, codes) =>
      new Map([
        ...(await factsOfTables(asked, codes)),
        ...(await planTables(asked, codes)),
        ...(await contactTables(asked, codes)),
      ]),
  ),
}

type Outside = Pick<FieldValue, 'safeOutside' | 'outsideWords' | 'hidden'>

const listed = (counts: readonly number[]): string => {
  const words = counts.map((count) => count.toLocaleString('en-GB'))
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`
}

const safe = (words: string): Outside => ({ safeOutside: true, outsideWords: `Safe: ${words}`, hidden: false })

/** Why a fact is shown as it is. */
const asItIs = ({ counts, table }: Fact): Outside => {
  if (table !== null) return safe('counts of 1 to 5 are hidden in it')
  const all = [...new Set(counts.map(({ value }) => value))]
  if (all.length === 0) return safe('it counts nobody')
  const over = all.length === 1 ? 'is' : all.length === 2 && !all.includes(0) ? 'are both' : 'are'
  return safe(`${listed(all)} ${over} ${all.includes(0) ? '0 or ' : ''}over 5`)
}

/** Whether a fact may leave the practice, with why. @param leaves its document does, so that it is shown as it may. */
const outside = (field: ToolkitField, found: Fact, shown: Shielded | undefined, leaves: boolean): Outside => {
  if (field.class === 'identifiable')
    return { safeOutside: false, outsideWords: 'Not safe: it names a person', hidden: false }
  if (field.class === 'public') return safe('it is known to everybody')
  if (field.class === 'staff') return safe('it tells of nobody on the register')
  if (shown?.hidden == null) return asItIs(found)
  return leaves
    ? { safeOutside: true, outsideWords: `Safe: in words, because ${shown.hidden}`, hidden: true }
    : { safeOutside: false, outsideWords: `Only as “${shown.words}”, because ${shown.hidden}`, hidden: false }
}

const nothingOf = (code: string, label: string): FieldValue => ({
  code,
  label,
  group: '',
  state: 'unknown',
  words: `{{${code}}}`,
  table: null,
  asAt: null,
  rule: null,
  from: '',
  class: null,
  safeOutside: true,
  outsideWords: '',
  hidden: false,
  measureCode: null,
})

const blank = (code: string, answers: Answers): FieldValue => {
  const words = answers[code] ?? ''
  return { ...nothingOf(code, code), state: words === '' ? 'blank' : 'known', words, from: 'You' }
}

const NO_FACT: Fact = fact('', null)

const UNSAFE_WORDS = 'Not safe: only in a document about one person'

const valueOf = (
  field: ToolkitField,
  found: Fact,
  shown: Shielded | undefined,
  document: FactsAsked['document'],
): FieldValue => {
  const { asAt, rule, from, measureCode } = found
  const leaves = document?.leaves === true
  const { words, table } = leaves ? (shown ?? NO_FACT) : found
  const isUnsafe = field.class === 'identifiable' && (document?.personId ?? null) === null
  return {
    code: field.code,
    label: field.label,
    group: field.group,
    state: isUnsafe ? 'unsafe' : words === null ? 'none' : 'known',
    words: isUnsafe ? `{{${field.code}}}` : (words ?? 'not recorded'),
    table,
    asAt,
    rule,
    from,
    class: field.class,
    ...outside(field, found, shown, leaves),
    ...(isUnsafe ? { outsideWords: UNSAFE_WORDS } : {}),
    measureCode,
  }
}

/** Each fact alone as it might leave, to say so of a fact of a document that stays. */
const shieldedAlone = (facts: ReadonlyMap<string, Fact>): Map<string, Shielded> =>
  new Map(
    [...facts]
      .filter(([, found]) => mayHide(found))
      .flatMap(([code, found]) => [...shielded(new Map([[code, found]]))]),
  )

/**
 * What some fields say today, by code. Only what is named is worked out, and each group of facts once. A document that
 * leaves the practice tells of nobody who asked to be left out of what is shared, and hides small counts in words: so
 * all its fields are asked for at once, because what one tells may give away what another hides.
 */
export const fieldValues = async (
  wanting: FactsAsked,
  codes: Iterable<string>,
  answers: Answers = {},
): Promise<Map<string, FieldValue>> => {
  const leaves = wanting.document?.leaves === true
  const asked = leaves ? { ...wanting, db: shareableOnly(wanting.db) } : wanting
  const wanted = [...new Set(codes)]
  const bySource = Map.groupBy(wanted, (code) => SOURCES[code.split('.')[0] ?? ''])
  const facts = new Map<string, Fact>()
  for (const [source, own] of bySource) {
    const found = await source?.(asked, new Set(own))
    for (const code of own) {
      const one = found?.get(code)
      if (one !== undefined) facts.set(code, one)
    }
  }
  const shown = leaves ? shielded(facts) : shieldedAlone(facts)
  return new Map(
    wanted.map((code) => {
      if (isBlank(code)) return [code, blank(code, answers)]
      const field = fieldNamed(code)
      if (field === null) return [code, nothingOf(code, code)]
      return [code, valueOf(field, facts.get(code) ?? NO_FACT, shown.get(code), asked.document)]
    }),
  )
}

/** What a document shows where a fact is: of a table its rows, so that a change in it is seen. */
export const factWords = ({ words, table }: Pick<FieldValue, 'words' | 'table'>): string =>
  table === null ? words : table.rows.map((row) => row.join(', ')).join('; ')
