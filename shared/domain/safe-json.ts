const MOST_NESTED = 120

/** How deep brackets lie in each other: JSON that is read deeper could take the whole stack. */
const isTooDeep = (text: string): boolean => {
  let depth = 0
  let isText = false
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at]
    if (isText) {
      if (character === '\\') at += 1
      else if (character === '"') isText = false
    } else if (character === '"') isText = true
    else if (character === '{' || character === '[') depth += 1
    else if (character === '}' || character === ']') depth -= 1
    if (depth > MOST_NESTED) return true
  }
  return false
}

const FORBIDDEN_KEYS: readonly string[] = ['__proto__', 'constructor', 'prototype']

const parseJson = (text: string): { readonly value: unknown } | null => {
  try {
    let isForbidden = false
    const value: unknown = JSON.parse(text, (key, inner: unknown) => {
      if (FORBIDDEN_KEYS.includes(key)) isForbidden = true
      return inner
    })
    return isForbidden ? null : { value }
  } catch {
    return null
  }
}

/**
 * Reads JSON from a stranger. deep: its parts lie too deep within each other. damaged: it is no JSON, or a name in it
 * reaches for what objects are made of.
 */
export const readSafeJson = (text: string): { readonly value: unknown } | 'deep' | 'damaged' =>
  isTooDeep(text) ? 'deep' : (parseJson(text) ?? 'damaged')
