/**
 * Points of the rules that nobody has verified, or that systems run in more than one way. Each has a default, and every
 * figure says which reading it was worked out by.
 */
export interface Readings {
  /** "Within 3 months": calendar months, or 93 days as some systems run it. */
  readonly threeMonths: 'calendar' | '93-days'
  /** What shows that somebody was informed of support. */
  readonly support: 'information' | 'information-or-contact'
  /** Which reviews a rule that asks for a structured template counts. */
  readonly review: 'with-template' | 'any'
  /** Whether an invitation, a no or an unsuitable for one contact adjusts the indicator of the other too. */
  readonly refusals: 'own-contact' | 'either-contact'
  /** Whether an adjustment also takes out somebody for whom the thing was done. */
  readonly adjustments: 'unless-met' | 'always'
}

export const DEFAULT_READINGS: Readings = {
  threeMonths: 'calendar',
  support: 'information',
  review: 'with-template',
  refusals: 'own-contact',
  adjustments: 'unless-met',
}

interface ReadingChoice<K extends keyof Readings> {
  readonly name: K
  readonly label: string
  readonly options: readonly { readonly value: Readings[K]; readonly label: string }[]
  /** What is not known, and why the default is what it is. */
  readonly note: string
}

const choice = <K extends keyof Readings>(record: ReadingChoice<K>): ReadingChoice<K> => record

/** Every reading that somebody may change, the default first. */
export const READING_CHOICES = [
  choice({
    name: 'threeMonths',
    label: '3 months',
    options: [
      { value: 'calendar', label: '3 calendar months' },
      { value: '93-days', label: '93 days' },
    ],
    note: 'Some systems run it as 93 days. The official rule is probably calendar months: unverified.',
  }),
  choice({
    name: 'support',
    label: 'Informed of support',
    options: [
      { value: 'information', label: 'Information given' },
      { value: 'information-or-contact', label: 'Information given, or a support contact' },
    ],
    note: 'The rule looks for the code that information was given. A talk by itself has been known not to count.',
  }),
  choice({
    name: 'review',
    label: 'Care review',
    options: [
      { value: 'with-template', label: 'With a structured template' },
      { value: 'any', label: 'Any review' },
    ],
    note: 'The rule’s words ask for a structured template. Its code list holds reviews of any sort, so what was paid for may be the second.',
  }),
  choice({
    name: 'refusals',
    label: 'Invitations and refusals',
    options: [
      { value: 'own-contact', label: 'For the contact they were about' },
      { value: 'either-contact', label: 'For both contacts' },
    ],
    note: 'The rules name one code list for both. This register knows which contact it was about.',
  }),
  choice({
    name: 'adjustments',
    label: 'Adjusted',
    options: [
      { value: 'unless-met', label: 'Only if not done' },
      { value: 'always', label: 'Even if done' },
    ],
    note: 'That an adjustment only takes out people for whom it was not done is from memory: unverified.',
  }),
] as const

/** The readings that a rule's answer can hang on. */
export const readingsOf = (rule: {
  readonly kind: string
  readonly contact?: string
  readonly asksTemplate?: boolean
}) =>
  READING_CHOICES.filter(({ name }) => {
    if (rule.kind === 'register') return false
    if (name === 'support') return rule.contact === 'support'
    if (name === 'review') return rule.contact === 'review' && rule.asksTemplate === true
    return true
  })
