/**
 * Reading a cancer from the words of a GP system's code term or a hospital list. Every word must be understood;
 * one that is not makes the whole term unknown (`null`), so "family history of", "suspected" and "screening" can
 * never become a diagnosis. Unknown terms are for a person to place.
 */

import { normaliseName } from './text-match.ts'
import { tumourGroupLabel, type TumourGroup } from './tumour-group-list.ts'
import { tumourGroupOfWords } from './tumour-group-words.ts'
import { SITE_LABELS } from './tumour-sites.ts'
import type { TumourSite } from './tumour-sites.ts'
import { SKIN_PLACES, TUMOUR_TYPES } from './tumour-types.ts'
import type { TumourType } from './tumour-types.ts'

export interface RecognisedCancer {
  /** `not_known` when only the place it has spread to is named. */
  tumourGroup: TumourGroup
  kind: 'new_primary' | 'recurrence' | 'metastatic'
  /** As the app shows it: `Sigmoid colon`, `Skin, squamous cell`, `Liver, spread`. */
  site: string
  /** Likely three-character ICD-10 category, or `null` when the words leave a choice. */
  icd10: string | null
  /** Something the reader should know before accepting. */
  note?: string
}

type SimpleMeaning =
  | 'cancer'
  | 'malignant'
  | 'growth'
  | 'squamous'
  | 'duct'
  | 'in-situ'
  | 'recurrent'
  | 'secondary'
  | 'metastatic'
  | 'metastasis'
  | 'spread-to'
  | 'filler'

type Meaning =
  | { is: SimpleMeaning | 'skin-place' }
  | { is: 'site'; site: TumourSite }
  | { is: 'type'; type: TumourType }

const SIMPLE_WORDS: Readonly<Record<SimpleMeaning, string>> = {
  cancer: 'cancer|carcinoma|adenocarcinoma|ca|cancers|carcinomata|malignancy|malignant neoplastic disease',
  malignant: 'malignant|malig',
  growth: 'neoplasm|tumour|growth|disease|neoplasms',
  squamous: 'squamous cell carcinoma|squamous carcinoma|squamous cell cancer|scc',
  duct: 'ductal carcinoma|lobular carcinoma in situ|ductal adenocarcinoma',
  'in-situ': 'in situ|insitu',
  recurrent: 'recurrent|recurrence|relapsed|relapse|recurrence of|local recurrence',
  secondary: 'secondary|secondaries',
  metastatic: 'metastatic|metastasised|metastasized',
  metastasis: 'metastasis|metastases|mets',
  'spread-to': 'to|spread to',
  filler:
    'of|the|in|with|and|or|primary|invasive|left|right|bilateral|l|r|nos|unspecified|upper|lower|middle|lobe|part|' +
    'site|overlapping|distal|proximal|small cell|non small cell|infiltrating|advanced|localised|confirmed|' +
    'superficial|spreading|nodular|transitional cell|urothelial|papillary|follicular|medullary|mucinous|serous|clear cell|' +
    'well differentiated|moderately differentiated|poorly differentiated|high grade|low grade|' +
    'her2 positive|her2 negative|er positive|er negative|pr positive|pr negative|triple negative|' +
    'oestrogen receptor positive|germ cell|anaplastic|diffuse|acinar|endometrioid',
}

/** American spellings and abbreviations, written out word by word. */
const SPELLINGS: Readonly<Record<string, string>> = {
  tumor: 'tumour',
  tumors: 'tumour',
  tumours: 'tumour',
  leukemia: 'leukaemia',
  polycythemia: 'polycythaemia',
  thrombocythemia: 'thrombocythaemia',
  macroglobulinemia: 'macroglobulinaemia',
  dcis: 'ductal carcinoma in situ',
  lcis: 'lobular carcinoma in situ',
  nsclc: 'non small cell cancer of lung',
  sclc: 'small cell cancer of lung',
}

function buildPhrases(): ReadonlyMap<string, Meaning> {
  const phrases = new Map<string, Meaning>()
  for (const [is, words] of Object.entries(SIMPLE_WORDS)) {
    for (const phrase of words.split('|')) phrases.set(phrase, { is: is as SimpleMeaning })
  }
  for (const place of SKIN_PLACES) phrases.set(place, { is: 'skin-place' })
  for (const site of SITE_LABELS) {
    for (const phrase of [normaliseName(site.site), ...site.words]) phrases.set(phrase, { is: 'site', site })
  }
  for (const type of TUMOUR_TYPES) {
    for (const phrase of type.words) phrases.set(phrase, { is: 'type', type })
  }
  return phrases
}

const PHRASES = buildPhrases()
const LONGEST_PHRASE = Math.max(...[...PHRASES.keys()].map((phrase) => phrase.split(' ').length))
const BRACKETED = /\[[^\]]*\]|\((?:disorder|morphologic abnormality|m)\)/gi
const GRADING = /\b(?:gleason|grade|stage)(?: score| group)?[ :]*(?:\d{1,2}(?:\s*[+=]\s*\d{1,2})*|iv|i{1,3})[a-c]?\b/gi
const TNM = /\b[cpy]{0,2}T(?:\d[a-d]?|x|is)\s*N(?:\d[a-c]?|x)(?:\s*M(?:\d[a-c]?|x))?\b/gi

/** Phrases in order, the longest that fits first, or `null` when a word is left over. */
function readMeanings(text: string): Meaning[] | null {
  const words = normaliseName(text.replace(BRACKETED, ' ').replace(GRADING, ' ').replace(TNM, ' '))
    .split(' ')
    .flatMap((word) => (SPELLINGS[word] ?? word).split(' '))
  const meanings: Meaning[] = []
  let start = 0
  while (start < words.length) {
    let length = Math.min(LONGEST_PHRASE, words.length - start)
    let meaning = PHRASES.get(words.slice(start, start + length).join(' '))
    while (meaning === undefined && length > 1) {
      length -= 1
      meaning = PHRASES.get(words.slice(start, start + length).join(' '))
    }
    if (meaning === undefined) return null
    meanings.push(meaning)
    start += length
  }
  return meanings
}

interface Term {
  sites: readonly TumourSite[]
  types: readonly TumourType[]
  kinds: ReadonlySet<Meaning['is']>
}

interface Primary {
  tumourGroup: TumourGroup
  site: string
  icd10: string | null
  note?: string
}

const IN_SITU_CATEGORIES: Readonly<Record<string, string>> = {
  Breast: 'D05',
  Cervix: 'D06',
  Melanoma: 'D03',
  Skin: 'D04',
  'Skin, squamous cell': 'D04',
}
const NAMES_ANY_SITE: ReadonlySet<TumourGroup> = new Set(['lymphoma', 'sarcoma', 'other_blood', 'leukaemia', 'myeloma'])
const SPREAD_NOTE = 'The first cancer is not named here. Choose it from the person’s record'

function siteAsPrimary({ site, group, icd10 }: TumourSite): Primary {
  return { tumourGroup: group, site, icd10 }
}

/** Sites that agree on one tumour group make one primary; otherwise the words can be read in more than one way. */
function primaryFromSites(sites: readonly TumourSite[]): Primary | null {
  const [first, ...others] = sites
  if (first === undefined || first.spread === 'only') return null
  if (others.some(({ group }) => group !== first.group)) return null
  const sameCategory = others.every(({ icd10 }) => icd10 === first.icd10)
  return { ...siteAsPrimary(first), icd10: sameCategory ? first.icd10 : null }
}

function primaryFromType(type: TumourType, sites: readonly TumourSite[], isOnSkin: boolean): Primary | null {
  const { group, site, icd10, note } = type
  const primary = { tumourGroup: group, site, icd10, ...(note === undefined ? {} : { note }) }
  const elsewhere = sites.filter((named) => named.site !== 'Skin')
  if (group === 'skin_melanoma' && elsewhere.length === 1 && elsewhere[0]?.site === 'Eye') {
    return siteAsPrimary(elsewhere[0])
  }
  if (NAMES_ANY_SITE.has(group)) return isOnSkin && group !== 'lymphoma' && group !== 'sarcoma' ? null : primary
  if (group === 'skin_melanoma' || group === 'skin_other') return elsewhere.length === 0 ? primary : null
  const agree = sites.every((named) => named.group === group || (icd10 === 'C45' && named.site === 'Peritoneum'))
  return agree && !isOnSkin ? primary : null
}

/** The cancer itself, leaving aside whether it is new, back or spread. */
function primaryOf({ sites, types, kinds }: Term): Primary | null {
  const isOnSkin = kinds.has('skin-place')
  const [type, ...otherTypes] = types
  if (type !== undefined) {
    return otherTypes.every(({ group }) => group === type.group) ? primaryFromType(type, sites, isOnSkin) : null
  }
  const isCancer =
    kinds.has('cancer') || kinds.has('squamous') || kinds.has('duct') || (kinds.has('malignant') && kinds.has('growth'))
  if (!isCancer) return null
  if (kinds.has('duct') && kinds.has('in-situ') && sites.length === 0 && !isOnSkin) {
    return { tumourGroup: 'breast', site: 'Breast', icd10: 'C50' }
  }
  const primary = primaryFromSites(sites)
  if (primary === null || (isOnSkin && primary.tumourGroup !== 'skin_other')) return null
  if (primary.tumourGroup !== 'skin_other') return primary
  return kinds.has('squamous')
    ? { ...primary, site: 'Skin, squamous cell' }
    : { ...primary, note: 'The type of skin cancer is not named' }
}

function spreadAlone(place: TumourSite | undefined): RecognisedCancer {
  const site = place === undefined ? 'Spread, place not named' : `${place.site}, spread`
  return { tumourGroup: 'not_known', kind: 'metastatic', site, icd10: null, note: SPREAD_NOTE }
}

/** Terms that speak of spread: they name the place, the first cancer, or both. */
function recogniseSpread(term: Term): RecognisedCancer | null {
  const { sites, types, kinds } = term
  if (kinds.has('in-situ') || kinds.has('skin-place')) return null
  const named = types.length > 0 ? primaryFromType(types[0] as TumourType, [], false) : null
  if (named !== null) return types.length === 1 ? { ...named, kind: 'metastatic' } : null
  const namesOnlyPlaces = kinds.has('secondary') || kinds.has('spread-to') || kinds.has('metastasis')
  if (sites.length <= 1) {
    const place = sites[0]
    if (place === undefined || (namesOnlyPlaces && !(kinds.has('metastasis') && kinds.has('cancer')))) {
      return spreadAlone(place)
    }
    if (place.spread === 'only') return spreadAlone(place)
    return place.spread === 'often' ? null : { ...siteAsPrimary(place), kind: 'metastatic' }
  }
  const primaries = sites.filter(({ spread }) => spread === undefined)
  const [primary] = primaries
  if (primary === undefined || primaries.length > 1 || kinds.has('secondary') || !kinds.has('cancer')) return null
  return { ...siteAsPrimary(primary), kind: 'metastatic' }
}

/**
 * Reads a code term or a list entry such as `Malignant tumour of lung`, `Ca prostate`, `Carcinoma in situ of cervix`
 * or `Secondary malignant neoplasm of liver`. `null` for anything not wholly understood.
 */
export function recogniseCancerTerm(text: string): RecognisedCancer | null {
  if (text.includes('?') || text.length > 200) return null
  const meanings = readMeanings(text)
  if (meanings === null) return null
  const term: Term = {
    sites: meanings.flatMap((meaning) => (meaning.is === 'site' ? [meaning.site] : [])),
    types: meanings.flatMap((meaning) => (meaning.is === 'type' ? [meaning.type] : [])),
    kinds: new Set(meanings.map((meaning) => meaning.is)),
  }
  const { kinds } = term
  if (kinds.has('secondary') || kinds.has('metastatic') || kinds.has('metastasis')) return recogniseSpread(term)
  if (kinds.has('spread-to')) return null
  const primary = primaryOf(term)
  if (primary === null) return null
  const kind = kinds.has('recurrent') ? 'recurrence' : 'new_primary'
  if (!kinds.has('in-situ')) return { ...primary, kind }
  return {
    ...primary,
    kind,
    site: `${primary.site}, in situ`,
    icd10: IN_SITU_CATEGORIES[primary.site] ?? null,
    note: 'In situ: it has not grown into the tissue around it, and some registers leave it out',
  }
}

const NAMES_A_PLACE: ReadonlySet<Meaning['is']> = new Set(['site', 'filler', 'recurrent', 'in-situ'])

/**
 * Reads an entry of a column that holds nothing but cancers, where the plainest word is the place or the tumour group:
 * `Breast`, `Left lung`, `Lower GI`, as well as all that {@link recogniseCancerTerm} reads. Anything more than a place
 * still has to say that it is a cancer: `Kidney disease` and `Breast lump` are `null`.
 */
export function recogniseListedCancer(text: string): RecognisedCancer | null {
  const named = recogniseCancerTerm(text)
  if (named !== null) return named
  const group = text.includes('?') ? null : tumourGroupOfWords(text)
  const isOnlyPlace = readMeanings(text)?.every(({ is }) => NAMES_A_PLACE.has(is)) ?? false
  const place = isOnlyPlace ? recogniseCancerTerm(`cancer of ${text}`) : null
  if (group === null || place?.tumourGroup === group) return place
  return { tumourGroup: group, kind: 'new_primary', site: tumourGroupLabel(group), icd10: null }
}
