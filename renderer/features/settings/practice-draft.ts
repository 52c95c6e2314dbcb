import { type DateParts, partialDateFromParts } from '#shared/domain/partial-date.ts'
import type { NationCode } from '#shared/domain/people.ts'
import { type Practice, practiceSchema } from '#shared/features/access/schema.ts'

/** The practice as it stands in the form. */
export interface PracticeDraft {
  readonly name: string
  readonly odsCode: string
  readonly nation: NationCode
  readonly listSize: string
  readonly listSizeOn: DateParts
  readonly networkName: string
}

export const draftOfPractice = (practice: Practice): PracticeDraft => {
  const [year = '', month = '', day = ''] = practice.listSizeOn.split('-')
  return {
    name: practice.name,
    odsCode: practice.odsCode,
    nation: practice.nation,
    listSize: practice.listSize.toLocaleString('en-GB'),
    listSizeOn: { day: String(Number(day)), month: String(Number(month)), year },
    networkName: practice.networkName,
  }
}

/** Reads the form. Where `faults` is empty the practice can be saved. A list size that is no number stays none. */
export const readPractice = (
  draft: PracticeDraft,
): { readonly practice: Practice; readonly faults: Readonly<Record<string, string>> } => {
  const counted = partialDateFromParts(draft.listSizeOn)
  const exact = counted.ok && counted.value.precision === 'day'
  const practice: Practice = {
    name: draft.name,
    odsCode: draft.odsCode.trim().toUpperCase(),
    nation: draft.nation,
    listSize: /^[\d, ]+$/.test(draft.listSize) ? Number(draft.listSize.replace(/[, ]/g, '')) : Number.NaN,
    listSizeOn: exact ? counted.value.date : '',
    networkName: draft.networkName,
  }
  const faults: Record<string, string> = {}
  if (!exact)
    faults['listSizeOn'] = counted.ok || counted.reason === 'blank' ? 'Enter the day, month and year' : counted.message
  for (const issue of practiceSchema.safeParse(practice).error?.issues ?? [])
    faults[String(issue.path[0])] ??= issue.message
  return { practice, faults }
}
