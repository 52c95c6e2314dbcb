import type { ReactNode } from 'react'
import { keyWords } from '#shared/features/packs/labels.ts'
import classes from './packs.module.css'

/** The fingerprint of a key, in groups to be read out by telephone. */
export const KeyWords = ({ fingerprint }: { readonly fingerprint: string }): ReactNode => (
  <code className={classes.key}>{keyWords(fingerprint)}</code>
)
