import { IconChartDots, IconTable } from '@tabler/icons-react'
import { type ReactNode, useId, useState } from 'react'
import { Button } from '../button.tsx'
import classes from './chart.module.css'

type ChartFrameProps = {
  /** States the finding. */
  readonly title: string
  readonly unit: string
  readonly headingLevel: 2 | 3 | 4
  /** On paper there is nothing to press: the picture and the table both stand there. */
  readonly printing: boolean
  readonly icon?: typeof IconTable
  /** What the figures say, above picture and table alike. */
  readonly lead?: ReactNode
  readonly picture: ReactNode
  /** What stands below either of them. */
  readonly between?: ReactNode
  readonly table: ReactNode
  /** Lines below it all, the source last. */
  readonly caption: ReactNode
}

/** What every chart that can stand alone has around it: the finding and the unit, the same as a table, and the source. */
export const ChartFrame = ({
  title,
  unit,
  headingLevel,
  printing,
  icon = IconChartDots,
  lead,
  picture,
  between,
  table,
  caption,
}: ChartFrameProps): ReactNode => {
  const [asTable, setAsTable] = useState(false)
  const titleId = useId()
  const Heading = `h${headingLevel}` as const
  return (
    <figure className={classes.figure} aria-labelledby={titleId}>
      <div className={classes.head}>
        <div>
          <Heading id={titleId}>{title}</Heading>
          <p className={classes.unit}>{unit}</p>
        </div>
        {!printing && (
          <Button size="small" icon={asTable ? icon : IconTable} onClick={() => setAsTable(!asTable)}>
            {asTable ? 'Picture' : 'Table'}
          </Button>
        )}
      </div>
      {lead}
      {(!asTable || printing) && picture}
      {between}
      {(asTable || printing) && table}
      <figcaption className={classes.caption}>{caption}</figcaption>
    </figure>
  )
}
