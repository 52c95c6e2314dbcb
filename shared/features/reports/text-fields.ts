import { DOCUMENTS } from '#shared/features/journey/public.ts'
import { TUMOUR_GROUPS } from '#shared/domain/tumour-groups.ts'
import { DAY_INTERVALS, STANDARDS } from './interval-measure.ts'
import type { SectionCode } from './sections.ts'

/** What a report says of itself. */
export type AboutReport =
  | 'practice'
  | 'code'
  | 'network'
  | 'period'
  | 'from'
  | 'to'
  | 'list-size'
  | 'list-size-on'
  | 'frozen-on'

/** Where a field finds its value. Ids are those of the report's figures, indicators and medians. */
export type FieldSource =
  | { readonly kind: 'about'; readonly what: AboutReport }
  | { readonly kind: 'count'; readonly id: string }
  | { readonly kind: 'indicator'; readonly id: string; readonly shows: 'number' | 'out-of' | 'value' | 'range' }
  | { readonly kind: 'median'; readonly id: string; readonly shows: 'value' | 'range' }

/** A figure of the report that a text can name. */
export interface TextField {
  readonly code: string
  /** As it stands in a text, between braces. No two are alike without case. */
  readonly label: string
  readonly group: string
  /** The section that prints it; null for what stands on every report. */
  readonly of: SectionCode | null
  readonly source: FieldSource
}

const about = (what: AboutReport, label: string): TextField => ({
  code: `about.${what}`,
  label,
  group: 'The report',
  of: null,
  source: { kind: 'about', what },
})

const count = (of: SectionCode, group: string, id: string, label: string): TextField => ({
  code: `count.${id}`,
  label,
  group,
  of,
  source: { kind: 'count', id },
})

/** A rate or share with what it was made of. @param isShare a share has a denominator of its own. */
const result = (of: SectionCode, group: string, id: string, label: string, isShare = true): TextField[] => {
  const field = (shows: 'number' | 'out-of' | 'value' | 'range', name: string): TextField => ({
    code: `${id}.${shows}`,
    label: name,
    group,
    of,
    source: { kind: 'indicator', id, shows },
  })
  return [
    field('value', label),
    ...(isShare ? [field('number', `${label}, number`), field('out-of', `${label}, out of`)] : []),
    field('range', `${label}, likely range`),
  ]
}

const days = (of: SectionCode, group: string, id: string, label: string): TextField[] =>
  (['value', 'range'] as const).map((shows) => ({
    code: `median.${id}.${shows}`,
    label: shows === 'value' ? `${label}, middle` : `${label}, middle half`,
    group,
    of,
    source: { kind: 'median', id, shows },
  }))

const [REGISTER, NEW, STAGE, ROUTE, INTERVALS, CARE, LETTERS, DEATHS] = [
  'The register',
  'New diagnoses',
  'Stage at diagnosis',
  'Route to diagnosis',
  'Intervals',
  'Support contact and care review',
  'Letters',
  'Deaths',
] as const

/** Every field, in the order in which they are offered. */
export const TEXT_FIELDS: readonly TextField[] = [
  about('practice', 'Practice'),
  about('code', 'Practice code'),
  about('network', 'Network'),
  about('period', 'Period'),
  about('from', 'First day'),
  about('to', 'Last day'),
  about('list-size', 'List size'),
  about('list-size-on', 'Day of the list size'),
  about('frozen-on', 'Day of freezing'),
  count('register', REGISTER, 'register', 'People on the register'),
  count('register', REGISTER, 'own-register', 'People on the practice’s own list only'),
  ...result('register', REGISTER, 'prevalence', 'Prevalence', false),
  count('new-diagnoses', NEW, 'new', 'New diagnoses'),
  ...result('new-diagnoses', NEW, 'new-diagnosis-rate', 'New diagnosis rate', false),
  ...TUMOUR_GROUPS.map(({ code, label }) => count('new-diagnoses', NEW, `new.${code}`, `New diagnoses: ${label}`)),
  ...result('stage', STAGE, 'stage-known', 'Stage known'),
  ...result('stage', STAGE, 'stage-early', 'Early stage'),
  ...['1', '2', '3', '4'].map((stage) => count('stage', STAGE, `stage.${stage}`, `Diagnosed at stage ${stage}`)),
  ...result('route', ROUTE, 'emergency-route', 'Emergency share'),
  ...result('route', ROUTE, 'route-known', 'Route known'),
  ...DAY_INTERVALS.flatMap(({ id, label }) => days('intervals', INTERVALS, id, label)),
  ...STANDARDS.flatMap(({ id, label }) => result('intervals', INTERVALS, id, label.split(',')[0] ?? label)),
  ...result('care', CARE, 'support-contact', 'Support contact'),
  ...result('care', CARE, 'care-review', 'Care review'),
  count('letters', LETTERS, 'letters', 'Letters late'),
  ...DOCUMENTS.map(({ code, label }) => count('letters', LETTERS, `letters.${code}`, `Letters late: ${label}`)),
  count('letters', LETTERS, 'came', 'Letters that came'),
  ...days('letters', LETTERS, 'came', 'Gap to the letter'),
  count('deaths', DEATHS, 'deaths', 'Deaths of any cause'),
]

const keyOf = (label: string): string =>
  label.trim().replaceAll(/\s+/g, ' ').replaceAll('’', "'").toLocaleLowerCase('en-GB')

const BY_LABEL: ReadonlyMap<string, TextField> = new Map(TEXT_FIELDS.map((field) => [keyOf(field.label), field]))

/** The field of a name as it stands between braces, whatever its case and spaces; null for none. */
export const fieldNamed = (name: string): TextField | null => BY_LABEL.get(keyOf(name)) ?? null

/** Fields that some typed words mean: all of the words, each at the start of a word of the label or its group. */
export const fieldsFor = (typed: string, fields: readonly TextField[] = TEXT_FIELDS): TextField[] => {
  const words = keyOf(typed)
    .split(' ')
    .filter((word) => word !== '')
  return fields.filter(({ label, group }) => {
    const there = keyOf(`${label} ${group}`).split(/[\s:,]+/)
    return words.every((word) => there.some((each) => each.startsWith(word)))
  })
}
