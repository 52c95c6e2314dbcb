/** Tumour groups, the sites people name, and reading a cancer from free text. */

export {
  ICD10_RANGES,
  normaliseIcd10,
  TUMOUR_GROUPS,
  tumourGroupForIcd10,
  tumourGroupLabel,
} from './tumour-group-list.ts'
export type { TumourGroup } from './tumour-group-list.ts'
export { SITE_LABELS } from './tumour-sites.ts'
export { recogniseCancerTerm, recogniseListedCancer } from './cancer-terms.ts'
export type { RecognisedCancer } from './cancer-terms.ts'
