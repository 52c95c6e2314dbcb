import type { FieldFault } from '#renderer/ui/error-summary.tsx'
import { type OwnText, ownTextFault, ownTextWarning } from '#shared/features/reports/own-text.ts'
import type { SectionCode } from '#shared/features/reports/sections.ts'

/** A text in the form. `key` stays the same while others come and go. */
export interface DraftText extends OwnText {
  readonly key: string
}

/** The texts of the report before as drafts of the next one. */
export const draftsOf = (texts: readonly OwnText[]): DraftText[] =>
  texts.map((text, at) => ({ ...text, key: `before-${at}` }))

export const newText = (texts: readonly DraftText[]): DraftText => {
  const numbers = texts.flatMap(({ key }) => (key.startsWith('new-') ? [Number(key.slice(4))] : []))
  return { key: `new-${Math.max(0, ...numbers) + 1}`, heading: '', text: '', place: 'end', section: 'summary' }
}

/** The texts as the core takes them. */
export const textsToSend = (texts: readonly DraftText[]): OwnText[] =>
  texts.map(({ heading, text, place, section }) => ({ heading, text, place, section }))

type Faults = Readonly<Record<string, string>>

/** Faults of the texts, by `texts.<place>.<box>`, and of the word that they tell of nobody. */
export const textFaults = (texts: readonly OwnText[], sections: readonly SectionCode[], isSure: boolean): Faults => {
  const faults = texts.flatMap((text, at) => {
    const fault = ownTextFault(text, sections)
    return fault === null ? [] : [[`texts.${at}.${fault.of}`, fault.words] as const]
  })
  const isAsked = !isSure && texts.some((text) => ownTextWarning(text) !== null)
  return {
    ...Object.fromEntries(faults),
    ...(isAsked ? { textsTellOfNobody: 'Say that no text tells of a person, or change the texts' } : {}),
  }
}

/** The boxes of a text. */
export type TextBox = 'heading' | 'text' | 'section'

/** Ids of the boxes of a text, for the summary of what to put right. */
export const textBoxId = (at: number, of: TextBox): string => `report-text-${at}-${of}`

export const NOBODY_ID = 'report-texts-nobody'

const TEXT_FAULT = /^texts\.(\d+)\.(heading|text|section)$/

/** What of the texts to put right, for the summary above the form. */
export const textFaultList = (faults: Faults): FieldFault[] =>
  Object.entries(faults).flatMap(([path, message]) => {
    if (path === 'textsTellOfNobody') return [{ fieldId: NOBODY_ID, message: `Own text: ${message}` }]
    const [, at, of] = TEXT_FAULT.exec(path) ?? []
    if (at === undefined) return []
    return [{ fieldId: textBoxId(Number(at), of as TextBox), message: `Text ${Number(at) + 1}: ${message}` }]
  })
