import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary as common } from '@zxcvbn-ts/language-common'
import { dictionary as english } from '@zxcvbn-ts/language-en'
import { PASSPHRASE_MIN_LENGTH, PASSPHRASE_MIN_SCORE } from '#shared/features/access/schema.ts'
import type { Ids } from '../../ids.ts'

const meter = new ZxcvbnFactory({ dictionary: { ...common, ...english }, graphs: adjacencyGraphs })

const SCORE_WORDS = ['Very easy to guess', 'Easy to guess', 'Could be guessed', 'Good', 'Strong'] as const

export interface PassphraseVerdict {
  score: number
  accepted: boolean
  words: string
}

/** How hard a passphrase is to guess, in words. `avoid`: names on the screen that a guesser would try first. */
export const judgePassphrase = (passphrase: string, avoid: readonly string[]): PassphraseVerdict => {
  const length = [...passphrase].length
  if (length < PASSPHRASE_MIN_LENGTH) {
    return {
      score: 0,
      accepted: false,
      words: `Too short: use at least ${PASSPHRASE_MIN_LENGTH} characters, such as four words`,
    }
  }
  const { score } = meter.check(
    passphrase.slice(0, 200),
    avoid.flatMap((text) => [text, ...text.split(/\s+/)]),
  )
  const accepted = score >= PASSPHRASE_MIN_SCORE
  return { score, accepted, words: accepted ? SCORE_WORDS[score] : `${SCORE_WORDS[score]}: add another word` }
}

/** Four everyday words at random from a list of thousands: easy to picture, hard to guess. */
export const suggestPassphrase = (ids: Ids): string => {
  const words = common['diceware-common'].map(String).filter((word) => /^[a-z]{4,7}$/.test(word))
  return Array.from({ length: 4 }, () => words[ids.bytes(4).readUInt32BE() % words.length]).join(' ')
}
