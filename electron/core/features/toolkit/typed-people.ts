import { holdsNhsNumber } from '#shared/features/figures/public.ts'
import type { DocumentNode, ToolkitDocument } from '#shared/features/toolkit/document.ts'
import type { Answers } from '#shared/features/toolkit/schema.ts'
import { fieldsIn, textOf, walk } from '#shared/features/toolkit/walk.ts'
import type { ReadDb } from '../../db/database.ts'
import { namesPeople } from '../../db/people-in-text.ts'

/** What was typed that tells of a person. `block` is the place among the top-level blocks; null: in a blank. */
export interface TypedPerson {
  readonly words: string
  readonly block: number | null
}

/**
 * What of some texts tells of a person of the register, text by text. Somebody of the staff who is called like a person of
 * the register is not taken for them.
 * @param except the person whom the texts may name.
 */
export const tellingOfPeople = async (
  db: ReadDb,
  texts: readonly string[],
  except: string | null,
): Promise<string[][]> => {
  const named = await namesPeople(db, texts, except)
  return texts.map((text, at) => [
    ...(holdsNhsNumber(text) ? ['An NHS number'] : []),
    ...(named[at] === true ? ['The name of a person on the register'] : []),
  ])
}

/** What a block shows or leads to beside its words: what its blanks ask for, and the addresses of its links. */
const besideWords = (block: DocumentNode): string[] => {
  const addresses: string[] = []
  walk(block, ({ marks = [] }) => {
    for (const { type, attrs } of marks) if (type === 'link') addresses.push(String(attrs?.['href']))
  })
  return [...fieldsIn(block).flatMap(({ label }) => label ?? []), ...new Set(addresses)]
}

/**
 * NHS numbers and names of people on the register that stand in a text as words and not as facts, each once a block.
 * @param except the person whom the document is about.
 */
export const typedPeople = async (
  db: ReadDb,
  { content }: ToolkitDocument,
  answers: Answers,
  except: string | null,
): Promise<TypedPerson[]> => {
  const texts = [
    ...content.flatMap((block, at) =>
      [textOf(block, ({ frozen }) => frozen ?? ''), ...besideWords(block)].map((text) => ({ block: at, text })),
    ),
    ...Object.values(answers).map((text) => ({ block: null, text })),
  ]
  const telling = await tellingOfPeople(
    db,
    texts.map(({ text }) => text),
    except,
  )
  const found = texts.flatMap(({ block }, at) => (telling[at] ?? []).map((words): TypedPerson => ({ words, block })))
  return found.filter(
    ({ words, block }, at) =>
      block === null || found.findIndex((one) => one.block === block && one.words === words) === at,
  )
}
