import { addDays, addMonths, type IsoDate } from '#shared/domain/partial-date.ts'
import { NATIONS, type NationCode } from '#shared/domain/people.ts'

/** How long after a diagnosis something is due: calendar months, or the days that some systems run them as. */
export type CareLimit = { readonly months: number } | { readonly days: number }

/** Something owed to everyone diagnosed, as a dated rule. More versions and nations are more records, not more code. */
export interface CareRule {
  readonly code: string
  readonly version: string
  readonly measure: 'support-contact' | 'care-review'
  readonly nations: readonly NationCode[]
  /** First and last period end that the rule is used for. */
  readonly usedFrom: IsoDate | null
  readonly usedTo: IsoDate | null
  readonly limit: CareLimit
  /** Journey events that count as done, as the person saying no, and as not being suitable for them. */
  readonly doneBy: readonly string[]
  readonly declinedBy: readonly string[]
  readonly unsuitableBy: readonly string[]
  readonly label: string
  readonly text: string
  readonly source: string
}

const EVERYWHERE = NATIONS.map(({ code }) => code)

const HOW_COUNTED =
  'The newest diagnosis that counts for the cancer register starts the clock. Each person counts once: in the period in which it was done in time, or else in which the time ran out.'

const HOW_LEFT_OUT =
  'Left out and counted beside it: whoever said no, those for whom it was not suitable, and those who had died or were not registered here when the time ran out.'

export const CARE_RULES: readonly CareRule[] = [
  {
    code: 'IND222',
    version: '3',
    measure: 'support-contact',
    nations: EVERYWHERE,
    usedFrom: null,
    usedTo: null,
    limit: { months: 3 },
    doneBy: ['support_contact', 'support_information_given'],
    declinedBy: ['support_contact_declined'],
    unsuitableBy: ['support_contact_unsuitable'],
    label: 'Support contact within 3 months',
    text: `A talk about support, or support information given, within 3 calendar months of diagnosis. ${HOW_COUNTED} ${HOW_LEFT_OUT}`,
    source:
      'Good practice by NICE menu indicator IND222, which no contract pays for; logic as QOF CAN005, England 2021/22 to 2024/25',
  },
  {
    code: 'IND223',
    version: '3',
    measure: 'care-review',
    nations: EVERYWHERE,
    usedFrom: null,
    usedTo: null,
    limit: { months: 12 },
    doneBy: ['care_review'],
    declinedBy: ['care_review_declined'],
    unsuitableBy: ['care_review_unsuitable'],
    label: 'Care review within 12 months',
    text: `A cancer care review within 12 calendar months of diagnosis. ${HOW_COUNTED} ${HOW_LEFT_OUT}`,
    source:
      'Good practice by NICE menu indicator IND223, which no contract pays for; logic as QOF CAN004, England 2021/22 to 2024/25',
  },
]

/**
 * The rule in force for a nation at the end of a period.
 * @throws RangeError when no record covers it: the list above must.
 */
export const careRuleAt = (measure: CareRule['measure'], nation: NationCode, periodEnd: IsoDate): CareRule => {
  const found = CARE_RULES.find(
    (rule) =>
      rule.measure === measure &&
      rule.nations.includes(nation) &&
      (rule.usedFrom === null || rule.usedFrom <= periodEnd) &&
      (rule.usedTo === null || rule.usedTo >= periodEnd),
  )
  if (found === undefined) throw new RangeError(`No rule for ${measure} in ${nation} on ${periodEnd}`)
  return found
}

/** The last day on which something owed after a diagnosis is in time. */
export const careDeadline = (diagnosed: IsoDate, limit: CareLimit): IsoDate =>
  'months' in limit ? addMonths(diagnosed, limit.months) : addDays(diagnosed, limit.days)

/** Who is on the cancer register that a report counts. */
export const REGISTER_RULE = {
  code: 'register',
  version: '3',
  label: 'Cancer register',
  text: 'People alive and registered with the practice at the end of the period with a cancer diagnosed by then that counts by the QOF register rule: diagnosed on or after 1 April 2003, without basal cell skin cancer, the blood conditions D45 to D47 and whatever is recorded as in situ, benign or of uncertain behaviour. Nobody leaves but by death or by leaving the practice.',
  source: 'QOF CAN001, England, to 2024/25; kept as good practice since',
} as const

/** Rules of counting that are not owed care. Their text is printed in the report's method. */
export const COUNTING_RULES = [
  REGISTER_RULE,
  {
    code: 'new-diagnoses',
    version: '2',
    label: 'New diagnoses',
    text: 'New primary cancers with a diagnosis date inside the period, whether or not the person is still alive. Skin cancers other than melanoma, the blood conditions D45 to D47 and whatever is recorded as in situ, benign or of uncertain behaviour are left out, as they are nationally. Someone with two new cancers counts twice. The rate is per 100,000 people on the list a year and is not standardised for age.',
    source: 'Definition as the national profiles of new cancer cases (C00 to C97 without C44)',
  },
  {
    code: 'stage',
    version: '1',
    label: 'Stage',
    text: 'New diagnoses with stage 1 to 4 recorded are known. Early is stage 1 or 2, out of those known. Blood and brain cancers have no such stage and count as not known.',
    source: 'NHS Long Term Plan measure of stages 1 and 2, without its case-mix',
  },
  {
    code: 'route',
    version: '1',
    label: 'Emergency route (practice-recorded)',
    text: 'New diagnoses whose route is recorded as emergency, out of those with a route recorded. Practices record it from hospital letters: it is not the national figure.',
    source: 'Groups of Routes to Diagnosis',
  },
  {
    code: 'completeness',
    version: '1',
    label: 'Data completeness',
    text: 'Recorded or not, as the register stood when the report was frozen. Nothing is filled in or guessed.',
    source: 'Throughline',
  },
] as const
