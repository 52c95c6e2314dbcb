import { core } from '#renderer/app/core-client.ts'
import { TOOLKIT_FIELDS } from '#shared/features/toolkit/fields.ts'

/** So few at a time that whatever else is asked meanwhile does not wait for all of them. */
const AT_ONCE = 10

/** One part of each measure, which brings the others along, and every other fact but those of a person. */
const CODES = TOOLKIT_FIELDS.flatMap(({ code, class: of }) =>
  of === 'identifiable' || (code.startsWith('measure.') && !code.endsWith('.value')) ? [] : [code],
)

/**
 * Has the core work out what documents tell of the register, which it keeps until something changes: the first document
 * that is opened finds it there. A failure is left to that document.
 */
export const workOutFacts = async (isWanted: () => boolean): Promise<void> => {
  for (let from = 0; from < CODES.length && isWanted(); from += AT_ONCE)
    await core.toolkit.fields({ codes: CODES.slice(from, from + AT_ONCE) })
}
