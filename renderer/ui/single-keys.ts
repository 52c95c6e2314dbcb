import { createContext, use } from 'react'

/** Whether shortcuts of one letter work. They can be switched off, for those who dictate or tremble (WCAG 2.1.4). */
export const SingleKeysContext = createContext(true)

export const useSingleKeys = (): boolean => use(SingleKeysContext)
