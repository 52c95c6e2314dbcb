/**
 * T, N and M categories as letters write them. Checked by shape alone: which of them a site and an edition know, and
 * what stage they add up to, is the hospital's to say.
 */

import { labelOf } from './people.ts'
import { STAGE_EDITIONS } from './diagnosis-details.ts'
import type { StageEdition } from './diagnosis-details.ts'

export type TnmLetter = 'T' | 'N' | 'M'

/** Prefixes: c clinical, p pathological, y after treatment, r recurrence, a at autopsy, m several primaries. */
const shape = (letter: TnmLetter, categories: string): RegExp =>
  new RegExp(String.raw`^([cpyram]{1,3}(?=${letter}))?${letter}?(${categories}|X)$`, 'i')

const SHAPES: Readonly<Record<TnmLetter, RegExp>> = {
  T: shape('T', String.raw`[0-4](?:mi|[a-e])?[1-3]?(?:\(m\)|\(\d\))?|is(?:\([a-z]{1,6}\))?|a`),
  N: shape('N', String.raw`[0-3](?:mi|[a-d])?[1-3]?(?:\((?:sn|i[+-])\))?`),
  M: shape('M', String.raw`[01][a-e]?[1-3]?(?:\(i\+\))?`),
}

/**
 * Reads `T3`, `pt2a`, `2b`, `Tis`, `N1mi`, `MX` and gives it as it is shown: `T3`, `pT2a`, `T2b`, `Tis`, `N1mi`, `MX`.
 * `null` when it has not the shape of that category; nothing is guessed.
 */
export function parseTnm(letter: TnmLetter, text: string): string | null {
  const match = SHAPES[letter].exec(text.replace(/\s/g, ''))
  const rest = match?.[2]
  if (rest === undefined) return null
  const shown = rest.toLowerCase() === 'x' ? 'X' : rest.toLowerCase()
  return `${(match?.[1] ?? '').toLowerCase()}${letter}${shown}`
}

export interface StageFacts {
  stage: string | null
  tCategory: string | null
  nCategory: string | null
  mCategory: string | null
  stageEdition: StageEdition | null
  stageVersion: string | null
}

/** All that is known of the stage in one line: `Stage 3 (T3 N1 M0, UICC 8)`, `T3 N1`, `Stage 2B`; `null` for nothing. */
export function stageInFull({
  stage,
  tCategory,
  nCategory,
  mCategory,
  stageEdition,
  stageVersion,
}: StageFacts): string | null {
  const categories = [tCategory, nCategory, mCategory].filter((part) => part !== null).join(' ')
  const edition = [stageEdition === null ? null : labelOf(STAGE_EDITIONS, stageEdition), stageVersion]
    .filter((part) => part !== null)
    .join(' ')
  const details = [categories, edition].filter((part) => part !== '').join(', ')
  if (stage === null) return details === '' ? null : details
  return details === '' ? `Stage ${stage}` : `Stage ${stage} (${details})`
}
