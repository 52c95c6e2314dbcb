import type { z } from 'zod'

type Issue = z.core.$ZodRawIssue

const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'a set of named fields',
  array: 'a list',
}

const bounds = (issue: Issue, least: boolean): string => {
  const bound = Number(least ? issue.minimum : issue.maximum)
  const words = `${least ? 'at least' : 'at most'} ${bound.toLocaleString('en-GB')}`
  if (issue.origin === 'string') return `Write ${words} ${bound === 1 ? 'character' : 'characters'}`
  if (issue.origin === 'array') return `Give ${words} of these`
  return `This must be ${words}`
}

/**
 * What is wrong with a value that a schema has no sentence of its own for, in plain words. People meet these on the
 * command line; screens have a sentence for each of their fields. The value itself is never repeated.
 */
export const plainIssue = (issue: Issue): string => {
  if (issue.code === 'invalid_type') {
    if (issue.input === undefined) return 'This is missing'
    const kind = KINDS[String(issue.expected)]
    return kind === undefined ? 'This is not in the right form' : `This must be ${kind}`
  }
  if (issue.code === 'too_small') return bounds(issue, true)
  if (issue.code === 'too_big') return bounds(issue, false)
  if (issue.code === 'invalid_value') return `This must be ${issue.values.map(String).join(' or ')}`
  if (issue.code === 'unrecognized_keys') return 'This holds a field that is not known here'
  return 'This is not in the right form'
}
