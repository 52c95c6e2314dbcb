/**
 * Stage groups as letters and lists write them. Only the overall group is read (0 to 4, with its sub-letter);
 * a T, N, M string is not turned into a stage here, because the table differs by site and edition.
 */

export type StageGroup = '0' | '1' | '2' | '3' | '4'

export interface Stage {
  group: StageGroup
  /** The group with its sub-letter or sub-number, as it is shown: `2A`, `3C1`, `1`. */
  text: string
}

const ROMAN: Readonly<Record<string, StageGroup>> = { I: '1', II: '2', III: '3', IV: '4' }
const STAGE =
  /^(?:AJCC|UICC|FIGO|TNM|ANN ARBOR|LUGANO)?\s*(?:STAGE|STG|ST)?\s*[:.]?\s*(0|[1-4]|IV|I{1,3})\s*([A-E]?[1-3]?)$/

/**
 * Reads `2`, `2A`, `IIIb`, `Stage III`, `stage: IVA`, `FIGO IA1`. Anything else, Dukes letters, `X` and "not known"
 * included, is `null`: a stage is never guessed.
 */
export function parseStage(text: string): Stage | null {
  const match = STAGE.exec(text.trim().toUpperCase())
  const found = match?.[1]
  if (found === undefined) return null
  const group = ROMAN[found] ?? (found as StageGroup)
  const suffix = match?.[2] ?? ''
  if (suffix !== '' && !/^[A-E]/.test(suffix)) return null
  return { group, text: group + suffix }
}

/**
 * True for stages 1 and 2, the national measure of early diagnosis (NHS Long Term Plan: stages I and II).
 * Stage 0 is in situ disease and is left out of that measure.
 */
export function isEarlyStage(stage: StageGroup): boolean {
  return stage === '1' || stage === '2'
}
