import { fieldNamed, isBlank, type ToolkitField } from '#shared/features/toolkit/fields.ts'
import type { Answers, FieldValue } from '#shared/features/toolkit/schema.ts'
import type { Fact, FactsAsked, FactSource } from './fact.ts'
import { contactTables } from './facts-of-contacts.ts'
import { factsOfPlan, planTables } from './facts-of-plan.ts'
import { factsOfMeasures, factsOfRegister } from './facts-of-measures.ts'
import { factsOfPerson } from './facts-of-person.ts'
import { factsOfDocument, factsOfPractice } from './facts-of-practice.ts'
import { factsOfTables } from './facts-of-tables.ts'
import { factsOfCare, factsOfLearning, factsOfLetters } from './facts-of-work.ts'

/** Where the facts of each group come from, by the first part of their names. */
const SOURCES: Readonly<Record<string, FactSource>> = {
  practice: factsOfPractice,
  author: factsOfPractice,
  today: factsOfDocument,
  document: factsOfDocument,
  register: factsOfRegister,
  letters: factsOfLetters,
  care: factsOfCare,
  learning: factsOfLearning,
  measure: factsOfMeasures,
  person: factsOfPerson,
  plan: factsOfPlan,
  table: async (asked, codes) =>
    new Map([
      ...(await factsOfTables(asked, codes)),
      ...(await planTables(asked, codes)),
      ...(await contactTables(asked, codes)),
    ]),
}

const SMALL = 5

const listed = (counts: readonly number[]): string => {
  const words = counts.map((count) => count.toLocaleString('en-GB'))
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`
}

const isTooFew = (count: number): boolean => count >= 1 && count <= SMALL

/** Whether a fact may leave the practice, with why. */
const outside = (field: ToolkitField, { counts, table }: Fact): Pick<FieldValue, 'safeOutside' | 'outsideWords'> => {
  if (field.class === 'identifiable') return { safeOutside: false, outsideWords: 'Not safe: it names a person' }
  if (field.class === 'public') return { safeOutside: true, outsideWords: 'Safe: it is known to everybody' }
  if (field.class === 'staff') return { safeOutside: true, outsideWords: 'Safe: it tells of nobody on the register' }
  const few = [...new Set(counts.filter(isTooFew))]
  if (few.length > 0)
    return { safeOutside: false, outsideWords: `Not safe: ${listed(few)} ${few.length === 1 ? 'is' : 'are'} 1 to 5` }
  if (table !== null) return { safeOutside: true, outsideWords: 'Safe: counts of 1 to 5 are hidden in it' }
  const all = [...new Set(counts)]
  if (all.length === 0) return { safeOutside: true, outsideWords: 'Safe: it counts nobody' }
  const over = all.length === 1 ? 'is' : all.length === 2 && !all.includes(0) ? 'are both' : 'are'
  return {
    safeOutside: true,
    outsideWords: `Safe: ${listed(all)} ${over} ${all.includes(0) ? '0 or ' : ''}over ${SMALL}`,
  }
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
  measureCode: null,
})

const blank = (code: string, answers: Answers): FieldValue => {
  const words = answers[code] ?? ''
  return { ...nothingOf(code, code), state: words === '' ? 'blank' : 'known', words, from: 'You' }
}

const NO_FACT: Fact = { words: null, from: '', asAt: null, rule: null, counts: [], measureCode: null, table: null }

const UNSAFE_WORDS = 'Only in a document about one person'

const valueOf = (field: ToolkitField, found: Fact | undefined, { document }: FactsAsked): FieldValue => {
  const { words, table, asAt, rule, from, measureCode } = found ?? NO_FACT
  const isUnsafe = field.class === 'identifiable' && (document?.personId ?? null) === null
  const told = outside(field, found ?? NO_FACT)
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
    ...told,
    ...(isUnsafe ? { outsideWords: UNSAFE_WORDS } : {}),
    measureCode,
  }
}

/** What some fields say today, by code. Only what is named is worked out, and each group of facts once. */
export const fieldValues = async (
  asked: FactsAsked,
  codes: Iterable<string>,
  answers: Answers = {},
): Promise<Map<string, FieldValue>> => {
  const wanted = [...new Set(codes)]
  const bySource = Map.groupBy(wanted, (code) => SOURCES[code.split('.')[0] ?? ''])
  const facts = new Map<string, Fact>()
  for (const [source, own] of bySource)
    for (const [code, found] of (await source?.(asked, new Set(own))) ?? []) facts.set(code, found)
  return new Map(
    wanted.map((code) => {
      if (isBlank(code)) return [code, blank(code, answers)]
      const field = fieldNamed(code)
      return [code, field === null ? nothingOf(code, code) : valueOf(field, facts.get(code), asked)]
    }),
  )
}

/** What a document shows where a fact is: of a table its rows, so that a change in it is seen. */
export const factWords = ({ words, table }: Pick<FieldValue, 'words' | 'table'>): string =>
  table === null ? words : table.rows.map((row) => row.join(', ')).join('; ')
