import { z } from 'zod'
import { longText } from '#shared/domain/schemas.ts'

/** Text that may be left blank. */
export const optionalText = (max: number) => longText(max).nullable()

/** Text that callers may leave out: nothing is recorded then. */
export const detail = (max: number) => optionalText(max).default(null)

type CodesOf<List extends readonly { readonly code: string }[]> = { [Index in keyof List]: List[Index]['code'] }

/** A code of a list, which callers may leave out: nothing is recorded then. */
export const codeOf = <const List extends readonly { readonly code: string }[]>(list: List) =>
  z
    .enum(list.map(({ code }) => code) as CodesOf<List>, { error: 'Choose one of the list' })
    .nullable()
    .default(null)

/** One line of text that may be blank. */
export const line = (max: number) =>
  longText(max).refine((text) => !/[\n\t]/.test(text), { error: 'Use one line without tabs' })
