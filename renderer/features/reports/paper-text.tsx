import type { ReactNode } from 'react'
import { partText } from '#shared/features/reports/own-text-words.ts'
import type { OwnTextBlock, TextPart } from '#shared/features/reports/schema.ts'
import { HiddenMark } from './hidden-mark.tsx'
import classes from './report-document.module.css'
import { ReportFigure } from './report-figure.tsx'

const Part = ({ part }: { readonly part: TextPart }): ReactNode => {
  if (part.kind === 'words') return partText(part)
  const { value, label } = part
  if (value.kind === 'count')
    return <ReportFigure figure={value.figure} explain={value.explain} row={label} indicator={null} />
  return value.kind === 'estimate' && value.estimate.state === 'hidden' ? (
    <HiddenMark why={value.estimate.why} />
  ) : (
    partText(part)
  )
}

interface PaperTextProps {
  readonly block: OwnTextBlock
  readonly heading: string | null
  readonly level: 3 | 4
}

/** The author's own words on the paper, with the figures that their fields stand for. */
export const PaperText = ({ block, heading, level }: PaperTextProps): ReactNode => {
  const Heading = `h${level}` as const
  return (
    <>
      {heading !== null && <Heading className={classes.subheading}>{heading}</Heading>}
      {block.paragraphs.map((parts, at) => (
        // A frozen report never changes, so the place of a paragraph or a part is its identity.
        <p key={at} className={classes.paragraph}>
          {parts.map((part, index) => (
            <Part key={index} part={part} />
          ))}
        </p>
      ))}
    </>
  )
}
