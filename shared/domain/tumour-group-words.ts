/**
 * Words for a whole tumour group, as lists and multidisciplinary teams write them in a column of cancers. Words are
 * ours. Left out on purpose, because they cover several groups:
 * urology (the prostate too), haematology, GI.
 */

import { normaliseName } from './text-match.ts'
import { TUMOUR_GROUPS, type TumourGroup } from './tumour-group-list.ts'

const SHORT_WORDS: Partial<Record<TumourGroup, string>> = {
  lower_gi: 'lower gi|lgi|gi lower|lower gi tract|lower gastrointestinal tract',
  upper_gi: 'upper gi|ugi|gi upper|upper gi tract|upper gastrointestinal tract|oesophagogastric|oesophago gastric',
  hepatobiliary: 'hpb|hepatobiliary|hepato pancreato biliary|hepatopancreatobiliary|liver and pancreas',
  urological: 'bladder and kidney|kidney or bladder|bladder or kidney|renal and bladder|bladder and renal',
  testis_penis: 'testicular and penile|testis or penis|penis and testis',
  gynaecological: 'gynae|gynaecology|gynecological|gynecology|gynae oncology',
  head_neck: 'h n|head neck|h and n|head or neck',
  thyroid_endocrine: 'endocrine|endocrine and thyroid',
  skin_other: 'other skin|non melanoma skin|non melanoma|nmsc|non melanoma skin cancer',
  brain_nervous: 'cns|brain cns|brain and cns|central nervous system|nervous system|brain and central nervous system',
  other_blood: 'other blood|other blood cancer',
  sarcoma: 'bone and soft tissue|soft tissue and bone|bone or soft tissue',
  unknown_primary: 'cup|acup|primary unknown|unknown origin|primary not known',
}

const GROUPS: ReadonlyMap<string, TumourGroup> = new Map(
  TUMOUR_GROUPS.flatMap(({ code, label }) =>
    [normaliseName(label), ...(SHORT_WORDS[code]?.split('|') ?? [])].map((words) => [words, code] as const),
  ),
)

/** The tumour group that words name as a whole, with or without "cancer": `Lower GI`, `Gynae`, `CUP`. */
export const tumourGroupOfWords = (text: string): TumourGroup | null => {
  const words = normaliseName(text)
  return GROUPS.get(words) ?? GROUPS.get(words.replace(/ cancers?$/, '')) ?? null
}
