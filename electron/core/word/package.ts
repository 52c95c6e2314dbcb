// The build for browsers: that for Node makes a `require` of its own beside the one that the bundler makes.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate/browser'

type Files = Record<string, Uint8Array>

/** The first day a zip can name. When a file was made says nothing that the report does not. */
const FIRST_DAY = new Date(1980, 0, 1)

const CORE_PROPERTIES = 'docProps/core.xml'

/** How the library names what a part refers to: 21 letters by chance. */
const CHANCE_ID = / Id="(rId[\w-]{21})"/g

const zipAlike = (files: Files): Uint8Array => zipSync(files, { level: 6, mtime: FIRST_DAY })

/** Names made by chance, and a number for each in the order in which they come. */
const numbered = (texts: readonly string[]): ReadonlyMap<string, string> => {
  const ids = texts.flatMap((text) => [...text.matchAll(CHANCE_ID)].map(([, id = '']) => id))
  return new Map(ids.map((id, index) => [`"${id}"`, `"rIdPart${index + 1}"`]))
}

const settle = (name: string, text: string, frozenAt: string, ids: ReadonlyMap<string, string>): string => {
  const named = text.replaceAll(/"rId[\w-]{21}"/g, (id) => ids.get(id) ?? id)
  if (name === CORE_PROPERTIES)
    return named.replaceAll(/(<dcterms:(?:created|modified)\b[^>]*>)[^<]*/g, (_, tag: string) => `${tag}${frozenAt}`)
  // Charts know only American English until they are told.
  return name.startsWith('word/charts/') ? named.replaceAll('"en-US"', '"en-GB"') : named
}

/**
 * Takes chance and the moment of writing out of a package that the library has made: its properties carry the moment the
 * report was frozen, its parts and those of the charts' sheets no time at all.
 * @param frozenAt UTC, ISO 8601.
 */
export const finishPackage = (bytes: Uint8Array, frozenAt: string): Uint8Array => {
  const files = Object.entries(unzipSync(bytes))
  const isText = (name: string): boolean => /\.(?:xml|rels)$/.test(name)
  const ids = numbered(files.filter(([name]) => name.endsWith('.rels')).map(([, content]) => strFromU8(content)))
  const settled = files.map(([name, content]): [string, Uint8Array] => {
    if (name.endsWith('.xlsx')) return [name, zipAlike(unzipSync(content))]
    return [name, isText(name) ? strToU8(settle(name, strFromU8(content), frozenAt, ids)) : content]
  })
  return zipAlike(Object.fromEntries(settled))
}
