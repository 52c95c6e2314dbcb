/**
 * What kinds of practice figures there are, as data: which columns each has, what they are called in the files that
 * hold them and how a row is told from the others. Headings: the EMIS Web search-count report, the GP registration and
 * ODS files of NHS England, Fingertips downloads and the English and Scottish deprivation files; compared without case,
 * accents or punctuation, `%` as "percent".
 */

/**
 * count: a whole number from 0. number: any number. share: a percentage, 0 to 100. rank: a whole number from 1.
 * decile: 1 to 10. code: an organisation's code. place: a postcode or the code of a small area.
 * split: as text, but "all" and "persons" mean that nothing is split.
 */
export type FigureType = 'count' | 'number' | 'share' | 'rank' | 'decile' | 'text' | 'split' | 'date' | 'code' | 'place'

export interface FigureColumn {
  readonly code: string
  readonly label: string
  readonly type: FigureType
  /** Headings it goes by, as a pattern over the normalised heading. */
  readonly headings: string
  readonly required?: boolean
}

export interface FigureKind {
  readonly code: string
  readonly label: string
  /** What it is good for, in a sentence. */
  readonly about: string
  /** Whether its figures hold on a day or over a period. */
  readonly dated: 'day' | 'period'
  readonly columns: readonly FigureColumn[]
  /** Of these columns at least one must be there. */
  readonly anyOf: readonly string[]
  /** What a row is looked up by: the first of these that is filled. */
  readonly key: readonly string[]
  /** What else tells rows with the same key apart. */
  readonly parts: readonly string[]
}

const PRACTICE: FigureColumn = {
  code: 'practice',
  label: 'Practice code',
  type: 'code',
  required: true,
  headings: '(?:gp |practice |organisation |org |area |ods )?code|practice|gp practice code|area code',
}
const PRACTICE_NAME: FigureColumn = {
  code: 'practiceName',
  label: 'Practice name',
  type: 'text',
  headings: '(?:gp |practice |organisation |org |area )?name|gp practice name',
}
const SEX: FigureColumn = { code: 'sex', label: 'Sex', type: 'split', headings: 'sex|gender' }
const AGE_BAND: FigureColumn = {
  code: 'ageBand',
  label: 'Age band',
  type: 'split',
  headings: 'age|age (?:band|group|range)',
}

export const FIGURE_KINDS = [
  {
    code: 'search-counts',
    label: 'Search counts',
    about: 'How many people an EMIS search found, practice by practice',
    dated: 'day',
    columns: [
      {
        code: 'organisation',
        label: 'Organisation',
        type: 'text',
        required: true,
        headings: 'organisation|practice(?: name)?',
      },
      { code: 'cdb', label: 'CDB', type: 'code', headings: 'cdb(?: number)?' },
      {
        code: 'population',
        label: 'Population count',
        type: 'count',
        required: true,
        headings: 'population count|count',
      },
      { code: 'parent', label: 'Parent', type: 'count', headings: 'parent(?: population)?' },
      { code: 'percent', label: '% of parent', type: 'share', headings: 'percent(?:age)?' },
      { code: 'males', label: 'Males', type: 'count', headings: 'males?' },
      { code: 'females', label: 'Females', type: 'count', headings: 'females?' },
      { code: 'excluded', label: 'Excluded', type: 'count', headings: 'excluded' },
      { code: 'status', label: 'Status', type: 'text', headings: 'status' },
    ],
    anyOf: [],
    key: ['cdb', 'organisation'],
    parts: [],
  },
  {
    code: 'list-sizes',
    label: 'List sizes',
    about: 'Registered patients by practice, in all or by age band and sex',
    dated: 'day',
    columns: [
      PRACTICE,
      PRACTICE_NAME,
      {
        code: 'size',
        label: 'List size',
        type: 'count',
        required: true,
        headings:
          'list size|(?:practice |registered )?list size|(?:number of )?(?:registered )?patients|registered population',
      },
      { code: 'countedOn', label: 'Counted on', type: 'date', headings: 'extract date|date|counted on|as at' },
      SEX,
      AGE_BAND,
    ],
    anyOf: [],
    key: ['practice'],
    parts: ['countedOn', 'sex', 'ageBand'],
  },
  {
    code: 'screening',
    label: 'Screening uptake',
    about: 'Bowel, breast and cervical screening: who was eligible and who was screened',
    dated: 'period',
    columns: [
      { code: 'programme', label: 'Programme', type: 'text', headings: '(?:screening )?program(?:me)?|screening' },
      PRACTICE,
      PRACTICE_NAME,
      AGE_BAND,
      {
        code: 'eligible',
        label: 'Eligible',
        type: 'count',
        headings: '(?:number |people |persons )?eligible(?: people| population)?|invited|denominator',
      },
      {
        code: 'screened',
        label: 'Screened',
        type: 'count',
        headings: '(?:number |people |persons )?(?:adequately )?screened|numerator',
      },
      {
        code: 'uptake',
        label: 'Uptake',
        type: 'share',
        headings: '(?:screening )?(?:percent )?(?:uptake|coverage)(?: percent)?|percent(?:age)?',
      },
    ],
    anyOf: ['screened', 'uptake'],
    key: ['practice'],
    parts: ['programme', 'ageBand'],
  },
  {
    code: 'referral-rates',
    label: 'Referral rates',
    about: 'Urgent referral, detection and conversion rates by practice, with their intervals',
    dated: 'period',
    columns: [
      PRACTICE,
      PRACTICE_NAME,
      { code: 'indicator', label: 'Indicator', type: 'text', headings: 'indicator(?: name)?|measure' },
      { code: 'period', label: 'Time period', type: 'text', headings: '(?:time |reporting )?period|year' },
      SEX,
      AGE_BAND,
      {
        code: 'numerator',
        label: 'Numerator',
        type: 'count',
        headings: 'numerator|count|number of referrals|referrals',
      },
      { code: 'denominator', label: 'Denominator', type: 'number', headings: 'denominator|population' },
      {
        code: 'value',
        label: 'Value',
        type: 'number',
        required: true,
        headings: 'value|rate|(?:indirectly )?(?:age )?(?:standardised )?(?:referral )?(?:rate|ratio)|percent(?:age)?',
      },
      {
        code: 'lower',
        label: 'Lower limit',
        type: 'number',
        headings: '(?:95 ?(?:percent )?)?lower (?:ci|confidence|limit).*|lower|lci',
      },
      {
        code: 'upper',
        label: 'Upper limit',
        type: 'number',
        headings: '(?:95 ?(?:percent )?)?upper (?:ci|confidence|limit).*|upper|uci',
      },
    ],
    anyOf: [],
    key: ['practice'],
    parts: ['indicator', 'period', 'sex', 'ageBand'],
  },
  {
    code: 'deprivation',
    label: 'Deprivation',
    about: 'The rank or decile of a postcode or small area; decile 1 is the most deprived tenth',
    dated: 'day',
    columns: [
      {
        code: 'place',
        label: 'Postcode or small area',
        type: 'place',
        required: true,
        headings:
          'postcode|pcds?|pcd\\d|lsoa(?: code)?(?: \\d{4})?|lsoa ?\\d\\d ?cd|data ?zone(?: ?\\d{4})?|soa(?: code)?|small area(?: code)?',
      },
      {
        code: 'rank',
        label: 'Rank',
        type: 'rank',
        headings:
          '(?:index of multiple deprivation )?(?:s?imd|wimd|nimdm)?(?: ?\\d{4}(?: ?v\\d)?)? ?rank(?: where 1 is most deprived)?',
      },
      {
        code: 'decile',
        label: 'Decile',
        type: 'decile',
        headings:
          '(?:index of multiple deprivation )?(?:s?imd|wimd|nimdm)?(?: ?\\d{4}(?: ?v\\d)?)?(?: country)? ?decile(?: where 1 is most deprived.*)?',
      },
    ],
    anyOf: ['rank', 'decile'],
    key: ['place'],
    parts: [],
  },
  {
    code: 'organisations',
    label: 'Organisation codes',
    about: 'Practices, networks and trusts with their codes, and what they belong to',
    dated: 'day',
    columns: [
      {
        code: 'code',
        label: 'Code',
        type: 'code',
        required: true,
        headings: '(?:organisation |org |ods |practice )?code|organisation id',
      },
      { code: 'name', label: 'Name', type: 'text', required: true, headings: '(?:organisation |org |practice )?name' },
      {
        code: 'type',
        label: 'Type',
        type: 'text',
        headings: '(?:organisation |org )?(?:type|role|sub type)|primary role',
      },
      {
        code: 'parent',
        label: 'Belongs to',
        type: 'code',
        headings:
          'parent(?: organisation)?(?: code)?|(?:pcn|icb|sub icb|commissioner|high level health geography) ?(?:code)?',
      },
      {
        code: 'openedOn',
        label: 'Opened',
        type: 'date',
        headings: 'open(?:ed)?(?: date)?|(?:legal |operational )?start(?: date)?',
      },
      {
        code: 'closedOn',
        label: 'Closed',
        type: 'date',
        headings: 'closed?(?: date)?|(?:legal |operational )?end(?: date)?',
      },
    ],
    anyOf: [],
    key: ['code'],
    parts: [],
  },
] as const satisfies readonly FigureKind[]

export type FigureKindCode = (typeof FIGURE_KINDS)[number]['code']

/** The description of a kind. */
export const figureKind = (code: FigureKindCode): FigureKind => {
  const found = FIGURE_KINDS.find((kind) => kind.code === code)
  if (found === undefined) throw new Error(`no such kind of figures: ${code}`)
  return found
}
