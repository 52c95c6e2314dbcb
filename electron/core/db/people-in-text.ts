import { sql } from 'kysely'
import type { ReadDb } from './database.ts'
import { listed } from './listed.ts'

const NAME_WORD = /\p{L}[\p{L}'’-]+/gu

/** The database knows small letters of plain English only. */
const inDatabase = (text: string): string =>
  text.replaceAll('’', "'").replaceAll(/[A-Z]+/g, (letters) => letters.toLowerCase())

/** Every word of some texts that a surname may begin with. */
const wordsOf = (texts: readonly string[]): ReadonlySet<string> => {
  const words = new Set<string>()
  for (const text of texts) for (const [word] of text.matchAll(NAME_WORD)) words.add(word)
  return new Set([...words].map(inDatabase))
}

const plain = (text: string): string => text.toLocaleLowerCase('en-GB').replaceAll('’', "'")

interface Name {
  readonly surname: string
  readonly givenName: string
}

/** People of the register whose surname begins with a word of the texts. */
const peopleNamed = async (db: ReadDb, words: ReadonlySet<string>, except: string | null): Promise<Name[]> => {
  if (words.size === 0) return []
  const staff = new Set((await db.selectFrom('user_account').select('name').execute()).map(({ name }) => plain(name)))
  const first = sql<string>`substr(surname, 1, instr(surname || ' ', ' ') - 1)`
  const rows = await db
    .selectFrom('person')
    .select(['id', 'surname', 'given_name'])
    .where(sql<boolean>`replace(lower(${first}), '’', '''') IN ${listed([...words])}`)
    .execute()
  return rows
    .filter(({ id }) => id !== except)
    .map((row) => ({ surname: plain(row.surname), givenName: plain(row.given_name) }))
    .filter(({ surname, givenName }) => ![...staff].some((name) => name.includes(`${givenName} ${surname}`)))
}

const isWordEnd = (character: string | undefined): boolean => character === undefined || !/\p{L}/u.test(character)

const holdsWords = (text: string, words: string): boolean => {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
    if (isWordEnd(text[at - 1]) && isWordEnd(text[at + words.length])) return true
  return false
}

const names = (text: string, { surname, givenName }: Name): boolean =>
  holdsWords(text, `${givenName} ${surname}`) || holdsWords(text, `${surname}, ${givenName}`)

/**
 * Whether each of some texts holds the name of somebody on the register. Somebody of the staff who is called like a
 * person of the register is not taken for them.
 * @param except a person whom the texts may name.
 */
export const namesPeople = async (
  db: ReadDb,
  texts: readonly string[],
  except: string | null = null,
): Promise<boolean[]> => {
  const people = await peopleNamed(db, wordsOf(texts), except)
  return texts.map((text) => {
    const inLower = plain(text)
    return people.some((name) => names(inLower, name))
  })
}
