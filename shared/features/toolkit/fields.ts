import { LIBRARY } from '#shared/features/measures/public.ts'
import type { FieldClass } from './labels.ts'

/** What a field shows: words in a line, or a table of its own. */
export type FieldKind = 'words' | 'table'

/** A fact that a document can hold and that fills itself in. */
export interface ToolkitField {
  readonly code: string
  readonly label: string
  readonly group: string
  readonly class: FieldClass
  readonly kind: FieldKind
}

const of =
  (group: string, fieldClass: FieldClass, kind: FieldKind = 'words') =>
  (fields: Readonly<Record<string, string>>): ToolkitField[] =>
    Object.entries(fields).map(([code, label]) => ({ code, label, group, class: fieldClass, kind }))

const PRACTICE = of(
  'The practice',
  'public',
)({
  'practice.name': 'Practice',
  'practice.code': 'Practice code',
  'practice.network': 'Network',
  'practice.list-size': 'List size',
  'practice.list-size-on': 'Day of the list size',
})

const AUTHOR = of('The writer', 'staff')({ 'author.name': 'Your name', 'author.role': 'Your role' })

const DOCUMENT = of(
  'This document',
  'public',
)({
  today: 'Today',
  'document.title': 'Title',
  'document.issue': 'Issue',
  'document.issued-on': 'Day of issue',
  'document.review-due': 'Review due',
})

const REGISTER = of(
  'The register',
  'aggregate',
)({
  'register.people': 'People on the register',
  'register.prevalence': 'Share of the list',
  'register.new-12-months': 'New diagnoses, 12 months',
  'register.emergency-12-months': 'Emergency route, of how many',
  'register.emergency-share': 'Emergency route, share',
  'register.stage-known': 'Stage known',
  'register.early-stage': 'Early stage',
  'register.deaths-12-months': 'Deaths, 12 months',
  'register.as-at': 'As at',
  'register.common-groups': 'Most common cancers',
})

const LETTERS = of(
  'Letters',
  'aggregate',
)({
  'letters.late': 'Letters late today',
  'letters.gap-middle': 'Days until a letter comes, middle',
  'letters.came-12-months': 'Letters that came, 12 months',
})

const CARE = of(
  'Care reviews',
  'aggregate',
)({
  'care.reviews-due': 'Care reviews due',
  'care.reviews-done-12-months': 'Care reviews held, 12 months',
  'care.contacts-due': 'Support contacts due',
})

const LEARNING = of(
  'Learning events',
  'aggregate',
)({
  'learning.suggested': 'Suggested',
  'learning.open': 'Open',
  'learning.discussed-12-months': 'Discussed, 12 months',
})

const PLAN = of(
  'The action plan',
  'staff',
)({
  'plan.title': 'Plan',
  'plan.years': 'Years of the plan',
  'plan.signed-on': 'Signed on',
  'plan.signed-by': 'Signed by',
  'plan.year-now': 'Year of the plan now',
  'plan.actions-open': 'Actions open',
  'plan.actions-done': 'Actions done',
  'plan.actions-late': 'Actions late',
  'plan.next-milestone': 'Next milestone',
  'plan.owner-hours-left': 'Funded hours left',
})

const PERSON = of(
  'The person',
  'identifiable',
)({
  'person.name': 'Name',
  'person.known-as': 'Known as',
  'person.nhs-number': 'NHS number',
  'person.birth-date': 'Date of birth',
  'person.address': 'Address',
  'person.diagnosis': 'Diagnosis',
  'person.diagnosis-date': 'Day of diagnosis',
  'person.hospital': 'Hospital',
  'person.consultant': 'Consultant',
  'person.nurse': 'Nurse specialist',
  'person.gp': 'Usual GP',
  'person.missing-letters': 'Letters that are missing',
})

const TABLES = [
  ...of(
    'Tables',
    'staff',
    'table',
  )({
    'table.contacts': 'Contacts',
    'table.contacts-hospital': 'Contacts at hospitals',
    'table.contacts-network': 'Contacts in the network',
    'table.contacts-charity': 'Contacts at charities',
    'table.plan-objectives': 'Objectives of the plan',
    'table.plan-open-actions': 'Open actions',
    'table.plan-milestones': 'Milestones',
    'table.plan-asks': 'What the plan asks for',
    'table.plan-risks': 'Risks',
  }),
  ...of(
    'Tables',
    'aggregate',
    'table',
  )({
    'table.measures-key': 'Key measures',
    'table.register-by-group': 'Register by cancer',
    'table.letters-by-kind': 'Letters late by kind',
    'table.learning-themes': 'Themes of learning events',
    'table.ten-things': 'Ten things that matter',
  }),
]

/** What a field of a measure shows of it. */
export const MEASURE_PARTS = [
  { code: 'value', label: 'figure' },
  { code: 'range', label: 'likely range' },
  { code: 'number', label: 'number' },
  { code: 'out-of', label: 'out of' },
  { code: 'target', label: 'target' },
] as const
export type MeasurePart = (typeof MEASURE_PARTS)[number]['code']

const MEASURES: readonly ToolkitField[] = LIBRARY.flatMap(({ definition }) =>
  MEASURE_PARTS.map(({ code, label }): ToolkitField => ({
    code: `measure.${definition.code}.${code}`,
    label: `${definition.title}, ${label}`,
    group: 'Measures',
    class: 'aggregate',
    kind: 'words',
  })),
)

/** Every field, in the order in which they are offered. */
export const TOOLKIT_FIELDS: readonly ToolkitField[] = [
  ...PRACTICE,
  ...AUTHOR,
  ...DOCUMENT,
  ...REGISTER,
  ...LETTERS,
  ...CARE,
  ...LEARNING,
  ...MEASURES,
  ...PLAN,
  ...PERSON,
  ...TABLES,
]

const BY_CODE: ReadonlyMap<string, ToolkitField> = new Map(TOOLKIT_FIELDS.map((field) => [field.code, field]))

/** True for a blank that its writer fills in, such as `ask.venue`. */
export const isBlank = (code: string): boolean => /^ask\.[a-z0-9-]+$/.test(code)

/** The field of a code; null for a blank and for a code that is no field. */
export const fieldNamed = (code: string): ToolkitField | null => BY_CODE.get(code) ?? null

/** The measure and the part of it that a code means; null for none. */
export const measurePartOf = (code: string): { readonly measure: string; readonly part: MeasurePart } | null => {
  const [, measure, part] = /^measure\.([^.]+)\.([a-z-]+)$/.exec(code) ?? []
  const known = MEASURE_PARTS.find((one) => one.code === part)
  return measure === undefined || known === undefined ? null : { measure, part: known.code }
}

/** Fields whose words change with every day or issue: a document is not out of date for their sake. */
export const isOfTheDay = (code: string): boolean =>
  code === 'today' || code === 'register.as-at' || code.startsWith('document.') || code.startsWith('author.')
