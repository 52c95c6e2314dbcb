import { holdsNhsNumber } from '#shared/features/figures/public.ts'
import type { ToolkitDocument } from '#shared/features/toolkit/document.ts'
import type { Answers } from '#shared/features/toolkit/schema.ts'
import { textOf } from '#shared/features/toolkit/walk.ts'
import type { ReadDb } from '../../db/database.ts'
import { namesPeople } from '../../db/people-in-text.ts'

/** What was typed that tells of a person. `block` is the place among the top-level blocks; null: in a blank. */
export interface TypedPerson {
  readonly words: string
  readonly block: number | null
}

/**
 * NHS numbers and names of people on the register that stand in a text as words and not as facts. Somebody of the staff
 * who is called like a person of the register is not taken for them.
 * @param except the person whom the document is about.
 */
export const typedPeople = async (
  db: ReadDb,
  { content }: ToolkitDocument,
  answers: Answers,
  except: string | null,
): Promise<TypedPerson[]> => {
  const texts = [
    ...content.map((block, at) => ({ block: at, text: textOf(block, ({ frozen }) => frozen ?? '') })),
    ...Object.values(answers).map((text) => ({ block: null, text })),
  ]
  const named = await namesPeople(
    db,
    texts.map(({ text }) => text),
    except,
  )
  return texts.flatMap(({ block, text }, at) => [
    ...(holdsNhsNumber(text) ? [{ words: 'An NHS number', block }] : []),
    ...(named[at] === true ? [{ words: 'The name of a person on the register', block }] : []),
  ])
}
