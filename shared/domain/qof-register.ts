/**
 * Whether a cancer puts a person on the QOF cancer register, as a dated rule with its reason.
 *
 * Sources: QOF CAN001, "register of patients with a diagnosis of cancer excluding non-melanotic skin cancers diagnosed
 * on or after 1 April 2003" (England, to 2024/25; no cancer indicator has been paid since 1 April 2025). Squamous cell
 * skin cancer counts and basal cell does not (Management in Practice, November 2023). No code takes anyone off.
 * In situ disease and the blood conditions D45 to D47 lie outside the malignant codes B0 to B6 of the first register;
 * a practice may still keep them on its own register. So do tumours recorded as benign, uncertain or in situ, whatever
 * their group and code; one whose behaviour nobody recorded is taken for what its code and words say.
 */

import type { Behaviour } from './diagnosis-details.ts'
import { dateSpan, formatPartialDate } from './partial-date.ts'
import type { IsoDate, PartialDate } from './partial-date.ts'
import { normaliseIcd10 } from './tumour-groups.ts'
import type { TumourGroup } from './tumour-groups.ts'

/** The rule that {@link onQofRegister} applies. */
export const QOF_REGISTER_RULE = {
  code: 'CAN001',
  label: 'QOF CAN001: diagnosed on or after 1 April 2003, without skin cancers that are not melanoma',
  diagnosedFrom: '2003-04-01',
  lastPaidDay: '2025-03-31',
} as const satisfies { code: string; label: string; diagnosedFrom: IsoDate; lastPaidDay: IsoDate }

export interface QofEpisode {
  tumourGroup: TumourGroup
  icd10Code: string | null
  diagnosisDate: PartialDate | null
  /** Every kind counts by its own date: the rule speaks of any diagnosis, spread and recurrence included. */
  kind: 'new_primary' | 'recurrence' | 'metastatic' | 'transformation' | 'progression'
  /** The words used for the site. They tell squamous from basal cell, which C44 does not. */
  site?: string | null
  /** Benign, uncertain and in situ are not cancer by this rule. `null` where it is not recorded. */
  behaviour: Behaviour | null
}

export interface QofDecision {
  onRegister: boolean
  /** A sentence for the person's page. */
  reason: string
  /** The rule's code, to be stored with the answer. */
  rule: string
}

function decide(onRegister: boolean, reason: string): QofDecision {
  return { onRegister, reason, rule: QOF_REGISTER_RULE.code }
}

/** Whether a diagnosis is of a skin cancer other than melanoma, by its group or its code. */
export function isOtherSkinCancer({ tumourGroup, icd10Code }: Pick<QofEpisode, 'tumourGroup' | 'icd10Code'>): boolean {
  return tumourGroup === 'skin_other' || (icd10Code !== null && normaliseIcd10(icd10Code)?.startsWith('C44') === true)
}

/** The reason a diagnosis is of a sort that the rule leaves out, or `null`. */
function leftOutSort({ tumourGroup, icd10Code, site, behaviour }: QofEpisode): string | null {
  const code = icd10Code === null ? null : normaliseIcd10(icd10Code)
  const words = site?.toLowerCase() ?? ''
  if (behaviour === 'in_situ' || (code !== null && /^D0\d/.test(code)) || /\bin situ\b|\bdcis\b/.test(words)) {
    return 'Left out: in situ disease is not counted as cancer by this rule'
  }
  if (code !== null && /^D4[5-7]/.test(code)) {
    return 'Left out: this blood condition is not among the cancers that the rule counts'
  }
  if (code?.startsWith('D') === true) return 'Left out: the code is not one for cancer'
  if (behaviour === 'benign') return 'Left out: recorded as benign'
  if (behaviour === 'uncertain') return 'Left out: recorded as of uncertain behaviour'
  const isOtherSkin = tumourGroup === 'skin_other' || code?.startsWith('C44') === true
  if (!isOtherSkin || /\bsquamous\b|\bscc\b/.test(words)) return null
  if (/\bbasal\b|\bbcc\b|\brodent\b/.test(words)) return 'Left out: basal cell skin cancer does not count'
  return 'Left out: of the skin cancers that are not melanoma only squamous cell counts, and the type is not recorded'
}

/** Whether a diagnosis is of a sort that the rule counts, whenever it was made. */
export function isCountedSort(episode: QofEpisode): boolean {
  return leftOutSort(episode) === null
}

/** Applies the register rule to one diagnosis. A diagnosis whose date could fall on either side is left out, and says so. */
export function onQofRegister(episode: QofEpisode): QofDecision {
  const leftOut = leftOutSort(episode)
  if (leftOut !== null) return decide(false, leftOut)
  const { diagnosisDate, tumourGroup } = episode
  if (diagnosisDate === null) return decide(false, 'Left out for now: the diagnosis date is not recorded')
  const { from, to } = dateSpan(diagnosisDate)
  const shown = formatPartialDate(diagnosisDate)
  if (to < QOF_REGISTER_RULE.diagnosedFrom) return decide(false, `Left out: diagnosed ${shown}, before 1 Apr 2003`)
  if (from < QOF_REGISTER_RULE.diagnosedFrom) {
    return decide(false, `Left out for now: ${shown} may be before or after 1 Apr 2003. Find the month`)
  }
  if (tumourGroup === 'skin_other') return decide(true, `Counts: squamous cell skin cancer, diagnosed ${shown}`)
  if (tumourGroup === 'not_known') return decide(true, `Counts: diagnosed ${shown}. The cancer is still to be named`)
  return decide(true, `Counts: diagnosed ${shown}`)
}
