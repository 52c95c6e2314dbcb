import type { ReactNode } from 'react'
import classes from './avatar.module.css'
import { classNames } from './class-names.ts'

const titles = new Set(['dr', 'mr', 'mrs', 'miss', 'ms', 'mx', 'prof', 'professor', 'sister', 'nurse'])

/** First and last initial of a staff name, its title left out: "Dr Anjali Rao" gives "AR". */
export const initialsOf = (name: string): string => {
  const parts = name.split(/\s+/).filter((part) => part !== '' && !titles.has(part.toLowerCase().replace('.', '')))
  const first = parts.at(0)?.at(0) ?? ''
  const last = parts.length > 1 ? (parts.at(-1)?.at(0) ?? '') : ''
  return (first + last).toUpperCase()
}

const tones = [classes.slate, classes.teal, classes.plum, classes.brown]

const toneOf = (name: string): string | undefined => {
  let sum = 0
  for (const character of name) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 9973
  return tones[sum % tones.length]
}

type AvatarProps = {
  readonly name: string
  readonly size?: 'small' | 'normal'
  /** Set when the name is not printed beside it, so that it is read out. */
  readonly alone?: boolean
}

/** A staff member's initials. Never used for a patient. */
export const Avatar = ({ name, size = 'normal', alone = false }: AvatarProps): ReactNode => (
  <span
    className={classNames(classes.avatar, toneOf(name), size === 'small' && classes.small)}
    {...(alone ? { role: 'img', 'aria-label': name, title: name } : { 'aria-hidden': true })}
  >
    {initialsOf(name)}
  </span>
)
