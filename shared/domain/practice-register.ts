/**
 * Whether a diagnosis is on the practice's own register. The QOF rule is computed and nobody changes its answer; the
 * practice may keep more (cancers before 2003, in situ disease, blood conditions, skin cancers that are not melanoma)
 * or fewer, and says why.
 */

import { onQofRegister } from './qof-register.ts'
import type { QofEpisode } from './qof-register.ts'

export interface PracticeChoice {
  /** The lead's choice; `null` follows the QOF rule. */
  onPracticeRegister: boolean | null
  practiceRegisterReason: string | null
}

export interface PracticeRegisterDecision {
  onRegister: boolean
  /** True when somebody chose; false when the rule decides. */
  chosen: boolean
  /** A sentence for the person's page: the lead's own words, or the rule's. */
  reason: string
}

/** The one answer to "is this diagnosis on the practice's register?", with its reason. */
export function practiceRegister(episode: QofEpisode & PracticeChoice): PracticeRegisterDecision {
  const { onPracticeRegister, practiceRegisterReason } = episode
  if (onPracticeRegister !== null)
    return { onRegister: onPracticeRegister, chosen: true, reason: practiceRegisterReason ?? 'The practice chose so' }
  const { onRegister, reason } = onQofRegister(episode)
  return { onRegister, chosen: false, reason: `Follows the QOF rule. ${reason}` }
}

/** Whether a diagnosis is on the practice's register: the lead's choice, else the QOF rule. */
export function isOnPracticeRegister(episode: QofEpisode & Pick<PracticeChoice, 'onPracticeRegister'>): boolean {
  return episode.onPracticeRegister ?? onQofRegister(episode).onRegister
}
