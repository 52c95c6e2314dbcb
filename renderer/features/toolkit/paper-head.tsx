import type { ReactNode } from 'react'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import classes from './document-view.module.css'

/** What stands on every page: the name, and the lines above and below. */
export const useHouseStyle = (): { readonly name: string; readonly header: string; readonly footer: string } => {
  const style = useCoreQuery('toolkit', 'houseStyle', {}).data
  return {
    name: style?.name ?? style?.practiceName ?? '',
    header: style?.header ?? '',
    footer: style?.footer ?? '',
  }
}

type PaperHeadProps = {
  readonly title: string
  readonly byline: string
  /** What whoever holds the paper must know first, such as "Draft". */
  readonly mark?: string | undefined
}

/** The head of a document on paper: whose it is, what it is called, which issue it is and who wrote it. */
export const PaperHead = ({ title, byline, mark }: PaperHeadProps): ReactNode => {
  const { name, header } = useHouseStyle()
  return (
    <div className={classes.head}>
      {mark !== undefined && <p className={classes.mark}>{mark}</p>}
      <p className={classes.place}>{[name, header].filter((words) => words !== '').join(', ')}</p>
      <p className={classes.title}>{title}</p>
      <p className={classes.byline}>{byline}</p>
    </div>
  )
}

/** The line below a document, on screen and on paper. */
export const PaperFoot = ({ words }: { readonly words: string }): ReactNode => {
  const { footer } = useHouseStyle()
  return <p className={classes.foot}>{[footer, words].filter((one) => one !== '').join(' · ')}</p>
}
