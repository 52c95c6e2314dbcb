/** `1 day`, `11 days`. */
export const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`)

const SMALL = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten']

/** `Five`, `11`: numbers at the start of a sentence. */
export const countWord = (count: number): string => SMALL[count] ?? String(count)
