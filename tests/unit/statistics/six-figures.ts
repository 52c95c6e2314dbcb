/** A figure to six significant figures, which is as far as published ones are held to. */
export const sixFigures = (figure: number | null | undefined): number => Number((figure ?? Number.NaN).toPrecision(6))
