import type { ReactNode } from 'react'
import classes from './data-list.module.css'

type Fact = { readonly term: string; readonly value: ReactNode }

/** Facts, each with its name. A blank says which kind of blank it is: "not known" (asked) or "blank" (not recorded). */
export const DataList = ({ facts }: { readonly facts: readonly Fact[] }): ReactNode => (
  <dl className={classes.list}>
    {facts.map(({ term, value }) => (
      <div key={term} className={classes.fact}>
        <dt>{term}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
)
