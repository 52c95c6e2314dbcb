/** Yes, no or nobody knows, as a column holds it. */
export const flag = (answer: boolean | null): number | null => (answer === null ? null : Number(answer))

/** Yes, no or nobody knows, from its column. */
export const fromFlag = (stored: number | null): boolean | null => (stored === null ? null : stored === 1)

/** What was left blank is stored as nothing. */
export const orNull = (text: string | null): string | null => (text === '' ? null : text)
