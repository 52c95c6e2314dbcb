import type { Condition, IndicatorRule, RegisterRule, ShareRule, Step } from './rule.ts'

/**
 * England's cancer indicators. Sources: QOF as in NHS Digital's public metadata of 2023/24 (exclusions, personalised
 * care adjustments and their order) and Macmillan's account of the indicators; Pulse on income protection in 2024/25 and
 * the end of the indicators on 1 April 2025; the NICE menu for what is good practice since.
 */

/** Invitations, refusals and registration are looked back for over the year. */
const YEAR = 12

const ADJUSTMENTS: readonly Step[] = [
  {
    code: 'CANINVITE',
    words: 'Two invitations at least 7 days apart in the year, and no response',
    when: { invited: 'twice', apartDays: 7, months: YEAR },
  },
  { code: 'CANPCADEC', words: 'Declined in the year', when: { said: 'declined', months: YEAR } },
  { code: 'CANPCAPU', words: 'Not suitable, recorded in the year', when: { said: 'unsuitable', months: YEAR } },
  {
    code: 'DIAG1_DAT',
    words: 'Diagnosed in the last 3 months of the year',
    when: { diagnosed: 'after', limit: 'three-months' },
  },
  {
    code: 'REG1_DAT3',
    words: 'Registered with the practice in the last 3 months of the year',
    when: { registered: 'after', limit: 'three-months' },
  },
]

const REVIEW_EXCLUSIONS: readonly Step[] = [
  {
    code: 'CAN_DAT24M',
    words: 'Diagnosed more than 24 months before the year end',
    when: { diagnosed: 'before', months: 24 },
  },
  {
    code: 'MDRV_DAT',
    words: 'Reviewed more than 12 months before the year end',
    when: { done: 'before', months: 12 },
  },
  {
    code: 'DIAGCRV12M',
    words: 'Diagnosed less than 12 months before the year end, and not reviewed yet',
    when: { all: [{ diagnosed: 'after', limit: { months: 12 } }, { notDone: true }] },
  },
]

const SUPPORT_EXCLUSIONS: readonly Step[] = [
  {
    code: 'CANDAT15M',
    words: 'Diagnosed more than 15 months before the year end',
    when: { diagnosed: 'before', months: 15 },
  },
  {
    code: 'CANSUP12M',
    words: 'Informed 12 months or more before the year end',
    when: { done: 'by', months: 12 },
  },
  {
    code: 'DIAGCSUP3M',
    words: 'Diagnosed in the last 3 months of the year, and not informed yet',
    when: { all: [{ diagnosed: 'after', limit: 'three-months' }, { notDone: true }] },
  },
]

const lookBack = (months: number): Step => ({
  code: `LOOKBACK${months}M`,
  words: `Diagnosed more than ${months} months before the year end`,
  when: { diagnosed: 'before', months },
})

const running = (months: number, limit: Extract<Condition, { diagnosed: 'after' }>['limit']): Step => ({
  code: `RUNNING${months}M`,
  words: `Diagnosed in the last ${months} months of the year, and not reviewed yet`,
  when: { all: [{ diagnosed: 'after', limit }, { notDone: true }] },
})

const IN_THE_YEARS =
  'Exactly so many months before the year end is not more than so many. The most recent diagnosis that counts starts the clock again.'

const REGISTER: RegisterRule = {
  kind: 'register',
  code: 'CAN001',
  version: 'qof-1',
  nation: 'england',
  firstYear: 2021,
  lastYear: 2023,
  status: 'paid',
  label: 'Cancer register',
  text: 'Register of patients with a diagnosis of cancer, without skin cancers that are not melanoma, diagnosed on or after 1 April 2003. People registered and alive on the last day of the year.',
  source: 'QOF CAN001, England 2021/22 to 2023/24, as published by Macmillan and NHS Digital',
  unverified: [],
  worth: '5 points',
}

const REVIEW: ShareRule = {
  kind: 'share',
  code: 'CAN004',
  version: 'qof-1',
  nation: 'england',
  firstYear: 2021,
  lastYear: 2023,
  status: 'paid',
  label: 'Care review within 12 months',
  text: `Of people diagnosed in the 24 months before the year end, those who had a cancer care review with a structured template within 12 months of diagnosis. Counted are those diagnosed 12 to 24 months before and not reviewed in the year before, and whoever was diagnosed later and is reviewed already. ${IN_THE_YEARS}`,
  source:
    'QOF CAN004 (NM205), England 2021/22 to 2023/24; exclusions and adjustments as in NHS Digital’s metadata of 2023/24',
  unverified: ['That an adjustment only takes out people for whom it was not done'],
  worth: '6 points, 50% to 90%',
  contact: 'review',
  asksTemplate: true,
  exclusions: REVIEW_EXCLUSIONS,
  numerator: { done: 'within', limit: { months: 12 }, of: 'diagnosis' },
  adjustments: ADJUSTMENTS,
}

const SUPPORT: ShareRule = {
  kind: 'share',
  code: 'CAN005',
  version: 'qof-1',
  nation: 'england',
  firstYear: 2021,
  lastYear: 2023,
  status: 'paid',
  label: 'Informed of support within 3 months',
  text: `Of people diagnosed in the 12 months before the year end, those who had the opportunity for a discussion and were informed of support available from primary care within 3 months of diagnosis. So that everybody’s 3 months run out, it looks back 15 months. ${IN_THE_YEARS}`,
  source:
    'QOF CAN005 (NM204), England 2021/22 to 2023/24; exclusions and adjustments as in NHS Digital’s metadata of 2023/24',
  unverified: [
    'Whether 3 months are calendar months or 93 days',
    'That an adjustment only takes out people for whom it was not done',
  ],
  worth: '2 points, 70% to 90%',
  contact: 'support',
  asksTemplate: false,
  exclusions: SUPPORT_EXCLUSIONS,
  numerator: { done: 'within', limit: 'three-months', of: 'diagnosis' },
  adjustments: ADJUSTMENTS,
}

/** 2024/25: income-protected, so paid at the level of the year before whatever was done. */
const protectedIn2024 = <Rule extends IndicatorRule>(rule: Rule): Rule => ({
  ...rule,
  firstYear: 2024,
  lastYear: 2024,
  status: 'income-protected',
  source: `${rule.source}. Income-protected in 2024/25: paid at the level of the year before`,
})

/** Since 2025/26 no contract pays for any of it. */
const goodPractice = <Rule extends IndicatorRule>(rule: Rule, change: Partial<Rule> & { code: string }): Rule => ({
  ...rule,
  version: 'menu-1',
  firstYear: 2025,
  lastYear: null,
  status: 'good-practice',
  worth: null,
  ...change,
})

const HISTORIC_UNVERIFIED = [
  'What was left out and why: only who was diagnosed too early, or whose time still runs, is left out here, and nobody is adjusted',
]

const historicReview = (
  change: Pick<ShareRule, 'code' | 'version' | 'firstYear' | 'lastYear' | 'label' | 'text' | 'source'> & {
    readonly backMonths: number
    readonly months: number
    readonly of: 'diagnosis' | 'confirmation'
    readonly unverified: readonly string[]
    readonly worth: string | null
  },
): ShareRule => {
  const { backMonths, months, of, ...rest } = change
  return {
    ...rest,
    kind: 'share',
    nation: 'england',
    status: 'historic',
    contact: 'review',
    asksTemplate: false,
    exclusions: [lookBack(backMonths), running(months, { months })],
    numerator: { done: 'within', limit: { months }, of },
    adjustments: [],
  }
}

/** In the order in which a page shows them. */
export const ENGLAND: readonly IndicatorRule[] = [
  {
    ...REGISTER,
    code: 'CANCER 1',
    version: 'gms-1',
    firstYear: 2004,
    lastYear: 2012,
    status: 'historic',
    source: 'QOF CANCER 1, England to 2012/13, as reported by Medeconomics and Pulse',
    unverified: ['The first year'],
  },
  historicReview({
    code: 'CANCER 3',
    version: 'gms-1',
    firstYear: 2004,
    lastYear: 2012,
    label: 'Care review within 6 months',
    text: `Of people diagnosed in the 18 months before the year end, those who had a cancer care review within 6 months of the confirmed diagnosis. ${IN_THE_YEARS}`,
    source: 'QOF CANCER 3, England to 2012/13, as reported by Medeconomics and Pulse',
    unverified: ['The first year', ...HISTORIC_UNVERIFIED],
    worth: '6 points, to 90%',
    backMonths: 18,
    months: 6,
    of: 'diagnosis',
  }),
  {
    ...REGISTER,
    version: 'qof-0',
    firstYear: 2013,
    lastYear: 2020,
    status: 'historic',
    source: 'QOF CAN001, England 2013/14, as reported by Medeconomics',
    unverified: ['That the register went on unchanged from 2014/15 to 2020/21'],
  },
  historicReview({
    code: 'CAN002',
    version: 'qof-1',
    firstYear: 2013,
    lastYear: 2013,
    label: 'Care review within 3 months of confirmation',
    text: `Of people diagnosed in the 15 months before the year end, those who had a cancer care review within 3 months of the practice receiving confirmation of the diagnosis: the first diagnosis letter since, or the day of diagnosis where no letter is recorded. ${IN_THE_YEARS}`,
    source: 'QOF CAN002, England 2013/14, as reported by Medeconomics',
    unverified: ['What counts as confirmation', ...HISTORIC_UNVERIFIED],
    worth: null,
    backMonths: 15,
    months: 3,
    of: 'confirmation',
  }),
  historicReview({
    code: 'CAN003',
    version: 'qof-1',
    firstYear: 2014,
    lastYear: 2020,
    label: 'Care review within 6 months',
    text: `Of people diagnosed in the 15 months before the year end, those who had a cancer care review within 6 months of the date of diagnosis. ${IN_THE_YEARS}`,
    source: 'QOF CAN003, England about 2014/15 to 2020/21',
    unverified: ['The first and last year', ...HISTORIC_UNVERIFIED],
    worth: '6 points',
    backMonths: 15,
    months: 6,
    of: 'diagnosis',
  }),
  REGISTER,
  SUPPORT,
  REVIEW,
  protectedIn2024(REGISTER),
  protectedIn2024(SUPPORT),
  protectedIn2024(REVIEW),
  goodPractice(REGISTER, {
    code: 'Register',
    source: 'Definition of QOF CAN001, England, to 2024/25. No contract has paid for it since 1 April 2025',
  }),
  goodPractice(SUPPORT, {
    code: 'IND222',
    source: 'NICE menu indicator IND222, which no contract pays for; logic as QOF CAN005',
    unverified: ['That IND222 counts as CAN005 did', ...SUPPORT.unverified],
  }),
  goodPractice(REVIEW, {
    code: 'IND223',
    source: 'NICE menu indicator IND223, which no contract pays for; logic as QOF CAN004',
    unverified: ['That IND223 counts as CAN004 did', ...REVIEW.unverified],
  }),
  goodPractice(REVIEW, {
    code: 'IND113',
    label: 'Care review within 3 months',
    text: `Of people diagnosed in the 15 months before the year end, those who had a cancer care review within 3 months of diagnosis. ${IN_THE_YEARS}`,
    source: 'NICE menu indicator IND113, "3-month review", which no contract pays for',
    unverified: [
      'Everything but the name: who is looked at, from when the 3 months run, and who is left out',
      ...SUPPORT.unverified,
    ],
    asksTemplate: false,
    exclusions: [lookBack(15), running(3, 'three-months')],
    numerator: { done: 'within', limit: 'three-months', of: 'diagnosis' },
  }),
]
