/** How a field of a row is called and written in words. */

export type Codes = readonly { readonly code: string; readonly label: string }[]

/** How a column is written in words. A day has its precision in the column beside it. */
export type FieldKind =
  | { readonly kind: 'text' }
  | { readonly kind: 'day' }
  | { readonly kind: 'flag' }
  | { readonly kind: 'record' }
  | { readonly kind: 'nhs-number' }
  | { readonly kind: 'code'; readonly codes: Codes }
  /** A JSON list of codes. */
  | { readonly kind: 'codes'; readonly codes: Codes }

export interface Field {
  readonly label: string
  readonly as: FieldKind
}

export const text = (label: string): Field => ({ label, as: { kind: 'text' } })
export const day = (label: string): Field => ({ label, as: { kind: 'day' } })
export const flag = (label: string): Field => ({ label, as: { kind: 'flag' } })
export const record = (label: string): Field => ({ label, as: { kind: 'record' } })
export const code = (label: string, codes: Codes): Field => ({ label, as: { kind: 'code', codes } })

export const codes = (label: string, list: Codes): Field => ({ label, as: { kind: 'codes', codes: list } })
