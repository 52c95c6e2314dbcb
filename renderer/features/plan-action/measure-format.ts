import { chartValue, valueText } from '#shared/features/measures/public.ts'
import type { MeasureDefinition } from '#shared/features/measures/library/schema.ts'

type Kind = MeasureDefinition['kind']

/** One for each kind, made once: a chart that is given another function draws itself anew. */
const BARE: Readonly<Record<Kind, (value: number) => string>> = {
  proportion: (value) => valueText('proportion', value),
  rate: (value) => valueText('rate', chartValue('rate', value)),
  median: (value) => valueText('median', value),
  count: (value) => valueText('count', value),
}

/** A value of the chart of a measure without its unit: `17.8`, `72.0%`. */
export const bareFormat = (kind: Kind): ((value: number) => string) => BARE[kind]

/** The same with its unit: `17.8 days`. */
export const figureFormat =
  ({ kind, unit }: Pick<MeasureDefinition, 'kind' | 'unit'>): ((value: number) => string) =>
  (value) => {
    const text = BARE[kind](value)
    if (kind === 'proportion') return text
    return unit === 'days' && text === '1' ? '1 day' : `${text} ${unit}`
  }

/** A rate is told per 100,000; its chart works with shares of person-years. */
export const onChart = (kind: Kind, value: number): number => (kind === 'rate' ? value / chartValue('rate', 1) : value)

/** Days are told as whole ones in a headline, where that still tells them apart. */
export const headlineFormats = (
  measure: Pick<MeasureDefinition, 'kind' | 'unit'>,
): { readonly figure: (value: number) => string; readonly bare: (value: number) => string } => {
  if (measure.kind !== 'median') return { figure: figureFormat(measure), bare: bareFormat(measure.kind) }
  const figure = figureFormat(measure)
  return { figure: (value) => figure(Math.round(value)), bare: (value) => BARE.median(Math.round(value)) }
}
