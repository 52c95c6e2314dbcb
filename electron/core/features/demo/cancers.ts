import type { DemoCancer } from './cancer-kinds.ts'
import { COMMON_CANCERS } from './cancers-common.ts'
import { RARER_CANCERS } from './cancers-rarer.ts'

/**
 * Kinds of cancer on a practice's register. Shares follow prevalence, not new diagnoses: breast, prostate and bowel
 * first, lung well behind because few live long with it. The emergency shares come to 19% of everybody together.
 */
export const DEMO_CANCERS: readonly DemoCancer[] = [...COMMON_CANCERS, ...RARER_CANCERS]
