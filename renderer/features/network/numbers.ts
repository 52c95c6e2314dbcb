/** A count, as 1,234. */
export const number = (value: number): string => value.toLocaleString('en-GB')

/** A share from 0 to 1, as 12.3%. */
export const percent = (value: number): string => `${(value * 100).toFixed(1)}%`
