import { type ReactNode, useEffect, useState } from 'react'
import { classNames } from '#renderer/ui/class-names.ts'
import type { ReportDataset } from '#shared/features/reports/schema.ts'
import { COVER, sectionAnchor } from './report-document.tsx'
import classes from './report-page.module.css'

/** The section at the top of what can be seen. */
const useSectionInView = (ids: readonly string[]): string => {
  const [inView, setInView] = useState<string>(COVER)
  useEffect(() => {
    const seen = new Set<string>()
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          if (isIntersecting) seen.add(target.id)
          else seen.delete(target.id)
        }
        const first = ids.find((id) => seen.has(sectionAnchor(id)))
        if (first !== undefined) setInView(first)
      },
      { rootMargin: '-25% 0px -55% 0px' },
    )
    for (const id of ids) {
      const section = document.getElementById(sectionAnchor(id))
      if (section !== null) observer.observe(section)
    }
    return () => observer.disconnect()
  }, [ids])
  return inView
}

const goTo = (id: string): void => {
  const section = document.getElementById(sectionAnchor(id))
  section?.scrollIntoView({ block: 'start' })
  section?.focus({ preventScroll: true })
}

interface ReportOutlineProps {
  readonly sections: ReportDataset['sections']
}

/** The report's sections in order, each a way to it. */
export const ReportOutline = ({ sections }: ReportOutlineProps): ReactNode => {
  const [entries] = useState(() => [{ id: COVER, title: 'Cover' }, ...sections.map(({ id, title }) => ({ id, title }))])
  const [ids] = useState(() => entries.map(({ id }) => id))
  const inView = useSectionInView(ids)
  return (
    <nav className={classes.outline} aria-label="Sections of the report">
      <ol>
        {entries.map(({ id, title }, index) => (
          <li key={id}>
            <a
              href={`#${sectionAnchor(id)}`}
              className={classNames(classes.thumb, id === inView && classes.here)}
              aria-current={id === inView ? 'location' : undefined}
              onClick={(event) => {
                event.preventDefault()
                goTo(id)
              }}
            >
              <span className={classes.leaf} aria-hidden="true">
                <i />
                <i className={classes.block} />
                <i />
              </span>
              <span>
                {index + 1} {title}
              </span>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
